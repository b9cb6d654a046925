// Shows that an answer failed, why, and buttons for what may help. Details are only copied for a bug report, never sent.
import { Button } from './Button.tsx';
import { describeFailure, type FailureStep, toFailureText, toFailureTitle, toSteps } from './failure-texts.ts';
import { Message } from './Message.tsx';
import { pressOnce } from './press-once.ts';
import type { LockedChoice } from './source/source-state.ts';
import { type TextKey, useWords } from './words/words.ts';

export type FailureProps = {
  reason: string;
  serverHost: string | null;
  serverLocks: readonly LockedChoice[];
  /** False where the browser refused; null before it was asked. */
  hasCopiedDetails: boolean | null;
  onCopyDetails: () => void;
  /** Null for a step that is not available. */
  onStep: Readonly<Record<FailureStep, (() => void) | null>>;
  onHelp?: () => void;
};

const STEPS: Readonly<Record<FailureStep, TextKey>> = {
  'storage-settings': 'openSettings',
  'server-settings': 'openSource',
  'try-again': 'tryAgain',
};

export function Failure({ hasCopiedDetails, onCopyDetails, onStep, onHelp, ...failure }: FailureProps) {
  const words = useWords();
  const { reason } = failure;
  const text = describeFailure(failure, words);
  return (
    <>
      <Message
        title={words.text(toFailureTitle(reason))}
        text={toFailureText(reason) === 'failedUnexpected' ? `${text} ${words.text('failedReport')}` : text}
        more={
          <>
            <Aside onClick={onCopyDetails}>{words.text('copyDetails')}</Aside>
            {onHelp && <Aside onClick={onHelp}>{words.text('help')}</Aside>}
          </>
        }
      >
        {toSteps(failure).map((step, index) => {
          const go = onStep[step];
          return (
            go && (
              <Button key={step} onClick={go} isMain={index === 0}>
                {words.text(STEPS[step])}
              </Button>
            )
          );
        })}
      </Message>
      <p class="center muted" role="status">
        {hasCopiedDetails !== null && words.text(hasCopiedDetails ? 'detailsCopied' : 'detailsNotCopied')}
      </p>
    </>
  );
}

function Aside({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" class="link-button" onClick={onClick} onKeyDown={pressOnce}>
      {children}
    </button>
  );
}
