// That an answer failed, why, and what helps, which is given as buttons; details are copied for a report, never sent.
import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { describeFailure, toFailureText, toFailureTitle } from './failure-texts.ts';
import { Message } from './Message.tsx';
import type { LockedChoice } from './source/source-state.ts';
import { useWords } from './words/words.ts';

type FailureProps = {
  reason: string;
  serverHost: string | null;
  serverLocks: readonly LockedChoice[];
  hasCopiedDetails: boolean;
  onCopyDetails: () => void;
  /** The next step first. */
  children: ComponentChildren;
  /** After all that helps. */
  help?: ComponentChildren;
};

export function Failure({ hasCopiedDetails, onCopyDetails, children, help, ...failure }: FailureProps) {
  const words = useWords();
  const { reason } = failure;
  const text = describeFailure(failure, words);
  return (
    <>
      <Message
        title={words.text(toFailureTitle(reason))}
        text={toFailureText(reason) === 'failedUnexpected' ? `${text} ${words.text('failedReport')}` : text}
      >
        {children}
        <Button onClick={onCopyDetails}>{words.text('copyDetails')}</Button>
        {help}
      </Message>
      <p class="center muted" role="status">
        {hasCopiedDetails ? words.text('detailsCopied') : ''}
      </p>
    </>
  );
}
