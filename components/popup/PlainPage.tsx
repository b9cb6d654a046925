// The popup's states without a story: each says what is going on and offers the next step.
import { Button } from '../Button.tsx';
import { Message } from '../Message.tsx';
import { useWords, type Words } from '../words/words.ts';
import { FailureMessage } from './FailureMessage.tsx';
import { PermissionMessage } from './PermissionMessage.tsx';
import type { PopupActions, PopupPage, PopupState } from './popup-state.ts';
import { UncoveredByServer } from './UncoveredByServer.tsx';

type Uncovered = Extract<PopupPage, { status: 'uncovered' }>;
type PlainState = Exclude<PopupPage, { status: 'covered' | 'possible' }>;
type PlainPageProps = Pick<PopupState, 'site' | 'isPrivate' | 'serverHost' | 'serverLocks'> & {
  state: PlainState;
  actions: PopupActions;
};

export function PlainPage({ state, site, isPrivate, serverHost, serverLocks, actions }: PlainPageProps) {
  const words = useWords();
  const host = site?.host ?? '';
  switch (state.status) {
    case 'starting':
      return <p class="visually-hidden">{words.text('starting')}</p>;
    case 'unsupported':
      return (
        <Message title={words.text('unsupportedTitle')} text={words.text(UNSUPPORTED_TEXTS[state.why])}>
          {state.why === 'kept-out' && (
            <Button onClick={actions.readAgain} isMain>
              {words.text('tryAgain')}
            </Button>
          )}
        </Message>
      );
    case 'moved-on':
      return <Message title={words.text('movedOnTitle')} text={words.text('movedOnText')} />;
    case 'site-off':
      return (
        <Message title={words.text('siteOffTitle', host)} text={words.text('siteOffText')}>
          {isPrivate ? (
            <p class="center muted">{words.text('privateSites')}</p>
          ) : (
            <Button onClick={actions.toggleSite} isMain>
              {words.text('switchOn')}
            </Button>
          )}
        </Message>
      );
    case 'needs-permission':
      return <PermissionMessage host={host} isPrivate={isPrivate} wasRefused={state.wasRefused} actions={actions} />;
    case 'no-feeds':
      return (
        <Message
          title={words.text(state.hasArticles ? 'noFeedsLeftTitle' : 'noFeedsTitle')}
          text={words.text(state.hasArticles ? 'noFeedsLeftText' : 'noFeedsText')}
        >
          <Button onClick={actions.openOnboarding} isMain>
            {words.text('chooseOutlets')}
          </Button>
        </Message>
      );
    case 'reading':
      return <Message title={words.text('readingTitle')} text={words.text('readingText')} isBusy />;
    case 'not-article':
      return (
        <Message
          title={words.text('notArticleTitle')}
          text={words.text(state.asArticle === 'said' ? 'asArticleFailed' : 'notArticleText')}
        >
          {state.asArticle === 'offered' && (
            <Button onClick={actions.readAsArticle}>{words.text('readAsArticle')}</Button>
          )}
        </Message>
      );
    case 'too-old': {
      const { publishedAt, keepDays } = state;
      const text = words.text('tooOldText', words.day(publishedAt), words.number(keepDays));
      return <Message title={words.text('tooOldTitle')} text={text} />;
    }
    case 'first-sync':
      return <Message title={words.text('firstSyncTitle')} text={words.text('firstSyncText')} />;
    case 'unasked':
      return (
        <Message title={words.text('unaskedTitle')} text={words.text('unaskedText')}>
          <Button onClick={actions.askFeeds} isMain>
            {words.text('askNow')}
          </Button>
        </Message>
      );
    case 'uncovered':
      return (
        <Message title={words.text('uncoveredTitle')} text={describeFeeds(state, words)}>
          <Button onClick={actions.askFeeds} isMain isResting={state.isAsking || state.pausedUntil !== null}>
            {words.text(state.isAsking ? 'askingNow' : 'askAgain')}
          </Button>
          <Button onClick={actions.openFeeds}>{words.text('chooseFeeds')}</Button>
        </Message>
      );
    case 'uncovered-by-server':
      return <UncoveredByServer server={state.server} actions={actions} />;
    case 'failed':
      return (
        <FailureMessage
          reason={state.reason}
          serverHost={serverHost}
          serverLocks={serverLocks}
          hasCopiedDetails={state.hasCopiedDetails}
          actions={actions}
        />
      );
  }
}

const UNSUPPORTED_TEXTS = {
  'not-web': 'unsupportedText',
  'kept-out': 'keptOutText',
  'reader-view': 'readerViewText',
} as const;

function describeFeeds({ feeds, askedAt, isPolling, pausedUntil }: Uncovered, words: Words): string {
  const pause = pausedUntil === null ? [] : [words.text('nonePaused', words.time(pausedUntil))];
  if (askedAt === null) return [words.text('uncoveredNever'), ...pause].join(' ');
  if (feeds === 0) return [words.text('uncoveredFailing'), ...pause].join(' ');
  const next = pausedUntil === null ? [words.text(isPolling ? 'newComeIn' : 'newOnAsking')] : pause;
  return [words.count('uncoveredText', feeds, words.ago(askedAt)), ...next].join(' ');
}
