// What went wrong and what helps; the details are copied for a report, never sent.
import { Button } from '../Button.tsx';
import { Message } from '../Message.tsx';
import { type TextKey, useWords } from '../words/words.ts';
import type { FailureKind, PopupActions } from './popup-state.ts';

const FAILURE_TEXTS: Readonly<Record<FailureKind, TextKey>> = {
  'storage-full': 'failedStorageFull',
  'storage-failed': 'failedStorage',
  'page-unreadable': 'failedPage',
  timeout: 'failedTimeout',
  unexpected: 'failedUnexpected',
};

type FailureMessageProps = { reason: FailureKind; hasCopiedDetails: boolean; actions: PopupActions };

export function FailureMessage({ reason, hasCopiedDetails, actions }: FailureMessageProps) {
  const words = useWords();
  const isStorage = reason === 'storage-full' || reason === 'storage-failed';
  return (
    <>
      <Message title={words.text('failedTitle')} text={words.text(FAILURE_TEXTS[reason])}>
        {isStorage ? (
          <Button onClick={actions.openSettings} isMain>
            {words.text('openSettings')}
          </Button>
        ) : (
          <Button onClick={actions.readAgain} isMain>
            {words.text('tryAgain')}
          </Button>
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
