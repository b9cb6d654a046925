// What went wrong and what helps; the details are copied for a report, never sent.
import { Button } from '../Button.tsx';
import { toFailureText, toFailureTitle, toNextStep } from '../failure-texts.ts';
import { Message } from '../Message.tsx';
import { isServerFailure } from '../source/server-failures.ts';
import { useWords } from '../words/words.ts';
import type { FailureKind, PopupActions } from './popup-state.ts';

type FailureMessageProps = {
  reason: FailureKind;
  serverHost: string | null;
  hasCopiedDetails: boolean;
  actions: PopupActions;
};

export function FailureMessage({ reason, serverHost, hasCopiedDetails, actions }: FailureMessageProps) {
  const words = useWords();
  const step = toNextStep(reason);
  const text = words.text(toFailureText(reason), serverHost ?? '');
  return (
    <>
      <Message
        title={words.text(toFailureTitle(reason))}
        text={reason === 'unexpected' ? `${text} ${words.text('failedReport')}` : text}
      >
        {step === 'storage-settings' && (
          <Button onClick={actions.openSettings} isMain>
            {words.text('openSettings')}
          </Button>
        )}
        {step === 'server-settings' && (
          <Button onClick={actions.openSource} isMain>
            {words.text('openSource')}
          </Button>
        )}
        {step !== 'storage-settings' && (
          <Button onClick={actions.readAgain} isMain={step === 'try-again'}>
            {words.text('tryAgain')}
          </Button>
        )}
        {step === 'try-again' && isServerFailure(reason) && (
          <Button onClick={actions.openSource}>{words.text('openSource')}</Button>
        )}
        <Button onClick={actions.copyDetails}>{words.text('copyDetails')}</Button>
        <Button onClick={actions.openHelp}>{words.text('help')}</Button>
      </Message>
      <p class="center muted" role="status">
        {hasCopiedDetails ? words.text('detailsCopied') : ''}
      </p>
    </>
  );
}
