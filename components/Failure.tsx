// That an answer failed, why, and what helps, which is given as buttons; details are copied for a report, never sent.
import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { toFailureText, toFailureTitle } from './failure-texts.ts';
import { Message } from './Message.tsx';
import { useWords } from './words/words.ts';

type FailureProps = {
  reason: string;
  serverHost: string | null;
  hasCopiedDetails: boolean;
  onCopyDetails: () => void;
  /** The next step first. */
  children: ComponentChildren;
  /** After all that helps. */
  help?: ComponentChildren;
};

export function Failure({ reason, serverHost, hasCopiedDetails, onCopyDetails, children, help }: FailureProps) {
  const words = useWords();
  const textKey = toFailureText(reason);
  const text = words.text(textKey, serverHost ?? '');
  return (
    <>
      <Message
        title={words.text(toFailureTitle(reason))}
        text={textKey === 'failedUnexpected' ? `${text} ${words.text('failedReport')}` : text}
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
