// Why a story could not be fetched and what helps, the next step first; details are copied for a report, never sent.
import { Button } from '../Button.tsx';
import { toFailureText, toFailureTitle, toNextStep } from '../failure-texts.ts';
import { Message } from '../Message.tsx';
import { isServerFailure } from '../source/server-failures.ts';
import { useWords } from '../words/words.ts';
import type { StoryActions } from './Story.tsx';

type StoryFailureProps = {
  reason: string;
  serverHost: string | null;
  hasCopiedDetails: boolean;
  actions: StoryActions;
};

export function StoryFailure({ reason, serverHost, hasCopiedDetails, actions }: StoryFailureProps) {
  const words = useWords();
  const step = toNextStep(reason);
  const textKey = toFailureText(reason);
  const text = words.text(textKey, serverHost ?? '');
  return (
    <>
      <Message
        title={words.text(toFailureTitle(reason))}
        text={textKey === 'failedUnexpected' ? `${text} ${words.text('failedReport')}` : text}
      >
        {step === 'storage-settings' && (
          <a class="button button-main" href={actions.toSettingsHref('data')}>
            {words.text('openSettings')}
          </a>
        )}
        {step === 'server-settings' && (
          <a class="button button-main" href={actions.toSettingsHref('source')}>
            {words.text('openSource')}
          </a>
        )}
        <Button onClick={actions.reload} isMain={step === 'try-again'}>
          {words.text('tryAgain')}
        </Button>
        {step === 'try-again' && isServerFailure(reason) && (
          <a class="button" href={actions.toSettingsHref('source')}>
            {words.text('openSource')}
          </a>
        )}
        <Button onClick={actions.copyDetails}>{words.text('copyDetails')}</Button>
      </Message>
      <p class="center muted" role="status">
        {hasCopiedDetails ? words.text('detailsCopied') : ''}
      </p>
    </>
  );
}
