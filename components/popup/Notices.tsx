// Notices above the page's state: progress of the first round, missing network or server, full storage, a separated story.
import { Button } from '../Button.tsx';
import { toFailureText } from '../failure-texts.ts';
import { Progress } from '../Progress.tsx';
import { useWords } from '../words/words.ts';
import type { PopupActions, PopupNotice } from './popup-state.ts';

type NoticesProps = {
  notices: readonly PopupNotice[];
  actions: Pick<PopupActions, 'unseparate' | 'openData'>;
};

/** The live region exists even without notices: screen readers often ignore text that is inserted together with it. */
export function Notices({ notices, actions }: NoticesProps) {
  return (
    <div class="notices" role="status">
      {notices.map((notice) => (
        <div key={notice.kind} class={`notice notice-${notice.kind}`}>
          <NoticeText notice={notice} actions={actions} />
        </div>
      ))}
    </div>
  );
}

function NoticeText({ notice, actions }: { notice: PopupNotice; actions: NoticesProps['actions'] }) {
  const words = useWords();
  switch (notice.kind) {
    case 'first-sync':
      return (
        <>
          <Progress done={notice.done} total={notice.total} isFirst />
          <p class="xs muted" aria-live="off">
            {words.text(
              'syncFound',
              words.count('articlesCount', notice.articles),
              words.count('storiesCount', notice.stories),
            )}
          </p>
        </>
      );
    case 'offline':
      return (
        <p>
          {notice.lastSuccessAt === null
            ? words.text('offlineNoteNever', words.time(notice.since))
            : words.text('offlineNote', words.time(notice.since), words.ago(notice.lastSuccessAt))}
        </p>
      );
    case 'server-old': {
      const since = words.ago(notice.askedAt);
      return <p>{words.text(notice.isOffline ? 'serverOldOffline' : 'serverOld', notice.host, since)}</p>;
    }
    case 'device-instead':
      return <p>{words.text(notice.isOffline ? 'deviceInsteadOffline' : 'deviceInstead', notice.host)}</p>;
    case 'storage-full':
      return (
        <>
          <p>{words.text('storageFullNote')}</p>
          <Button onClick={actions.openData}>{words.text('openSettings')}</Button>
        </>
      );
    case 'storage-unreadable':
      return (
        <>
          <p>{words.text(toFailureText(notice.reason))}</p>
          {notice.reason !== 'storage-forbidden' && (
            <Button onClick={actions.openData}>{words.text('openSettings')}</Button>
          )}
        </>
      );
    case 'separated':
      return (
        <>
          <p>{words.text('separatedNote', notice.title)}</p>
          <Button onClick={actions.unseparate}>{words.text('undo')}</Button>
        </>
      );
  }
}
