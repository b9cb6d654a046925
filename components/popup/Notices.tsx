// Notices above the page's state: progress of the first round, missing network or server, full storage, a separated story.
import { Button } from '../Button.tsx';
import { describeFailure, toFailureText, toSteps } from '../failure-texts.ts';
import { Progress } from '../Progress.tsx';
import type { LockedChoice } from '../source/source-state.ts';
import { useWords, type Words } from '../words/words.ts';
import type { PopupActions, PopupNotice } from './popup-state.ts';

type NoticesProps = {
  notices: readonly PopupNotice[];
  serverLocks: readonly LockedChoice[];
  actions: Pick<PopupActions, 'unseparate' | 'openData' | 'openSource'>;
};

/** The live region exists even without notices: screen readers often ignore text that is inserted together with it. */
export function Notices({ notices, ...rest }: NoticesProps) {
  return (
    <div class="notices" role="status">
      {notices.map((notice) => (
        <div key={notice.kind} class={`notice notice-${notice.kind}`}>
          <NoticeText notice={notice} {...rest} />
        </div>
      ))}
    </div>
  );
}

type NoticeTextProps = Omit<NoticesProps, 'notices'> & { notice: PopupNotice };

function NoticeText({ notice, serverLocks, actions }: NoticeTextProps) {
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
      return (
        <>
          <p>{describeDeviceInstead({ ...notice, serverLocks }, words)}</p>
          {toSteps({ reason: notice.reason, serverLocks })[0] === 'server-settings' && (
            <Button onClick={actions.openSource}>{words.text('openSource')}</Button>
          )}
        </>
      );
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

type DeviceInstead = Extract<PopupNotice, { kind: 'device-instead' }> & Pick<NoticesProps, 'serverLocks'>;

/** A server that is only out of reach needs no step of the reader; every other reason has a sentence that names one. */
function describeDeviceInstead({ host, reason, serverLocks }: DeviceInstead, words: Words): string {
  switch (reason) {
    case 'offline':
      return words.text('deviceInsteadOffline', host);
    case 'server-unreachable':
    case 'server-failing':
    case 'server-busy':
      return words.text('deviceInstead', host);
    default:
      return `${describeFailure({ reason, serverHost: host, serverLocks }, words)} ${words.text('deviceFeeds')}`;
  }
}
