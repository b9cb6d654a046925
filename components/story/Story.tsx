// A story's own page: its coverage and what its reports agree and differ on. Without a story, the latest stories.
import type { Coverage, StorySummary } from '../../engine/schema.ts';
import type { StoryContext } from '../../engine/schema-story-context.ts';
import { Button } from '../Button.tsx';
import { CoverageView } from '../coverage/CoverageView.tsx';
import { RateOutlet } from '../coverage/rate-outlet.ts';
import { StoryLinks } from '../coverage/StoryLinks.tsx';
import { Logo } from '../Logo.tsx';
import { Message } from '../Message.tsx';
import { SourcePill } from '../SourcePill.tsx';
import { SpokenState } from '../SpokenState.tsx';
import type { LockedChoice } from '../source/source-state.ts';
import { usePageTitle } from '../use-page-title.ts';
import { useWords, type Words } from '../words/words.ts';
import { BriefSection } from './BriefSection.tsx';
import type { ContextState } from './context-state.ts';
import { DifferencesSection } from './DifferencesSection.tsx';
import { RelatedSection } from './RelatedSection.tsx';
import { StoryFailure } from './StoryFailure.tsx';
import { StoryOutlets } from './story-outlets.ts';
import { TimelineSection } from './TimelineSection.tsx';
import { TopicsSection } from './TopicsSection.tsx';

export type StoryState =
  | { readonly status: 'loading' }
  | (Answer & { readonly status: 'shown'; readonly coverage: Coverage; readonly context: ContextState })
  /** The story no longer exists; the latest ones are shown in its place. */
  | (Answer & { readonly status: 'missing'; readonly latest: readonly StorySummary[] })
  /** The address names no story. */
  | (Answer & { readonly status: 'latest'; readonly latest: readonly StorySummary[] })
  /** `reason` has a sentence in failure-texts.ts, or is the name of a bug. */
  | { readonly status: 'failed'; readonly reason: string; readonly hasCopiedDetails: boolean | null };

type Answer = { readonly by: 'device' | 'server' };

export type StoryActions = {
  /** Null: to the latest stories. */
  readonly toStoryHref: (id: string | null) => string;
  readonly openSettings: (section: 'source' | 'feeds' | 'ratings' | 'data') => void;
  readonly reload: () => void;
  readonly copyDetails: () => void;
  readonly rateOutlet: RateOutlet;
};

export type StoryProps = {
  state: StoryState;
  /** The server that answers; null when the device does. */
  serverHost: string | null;
  /** The server settings that the organisation decided. */
  serverLocks: readonly LockedChoice[];
  actions: StoryActions;
};

export function Story({ state, serverHost, serverLocks, actions }: StoryProps) {
  const words = useWords();
  usePageTitle(nameStory(state, words));
  const isByDevice = 'by' in state && state.by === 'device' && serverHost !== null;
  // A single story may be one that only the device knows; a list comes from the device only if the server fails.
  const deviceInstead = state.status === 'shown' ? 'deviceAfterServer' : 'deviceInPlace';
  return (
    <div class="page story">
      <header class="page-header">
        <Logo />
        <strong class="grow">{words.text('extensionName')}</strong>
        {state.status !== 'latest' && state.status !== 'missing' && (
          <a href={actions.toStoryHref(null)}>{words.text('seeLatest')}</a>
        )}
        <SourcePill serverHost={serverHost} deviceInstead={isByDevice ? deviceInstead : null} />
      </header>
      <SpokenState articles={state.status === 'shown' ? state.coverage.story.articles : null} />
      <main>
        <RateOutlet.Provider value={actions.rateOutlet}>
          <StoryBody state={state} serverHost={serverHost} serverLocks={serverLocks} actions={actions} />
        </RateOutlet.Provider>
      </main>
    </div>
  );
}

function nameStory(state: StoryState, words: Words): string | null {
  switch (state.status) {
    case 'shown':
      return state.coverage.story.title;
    case 'missing':
      return words.text('storyMissingTitle');
    case 'latest':
      return words.text('latestStories');
    default:
      return null;
  }
}

function StoryBody({ state, serverHost, serverLocks, actions }: StoryProps) {
  const words = useWords();
  switch (state.status) {
    case 'loading':
      return <Message title={words.text('storyLoading')} text={words.text('storyLoadingText')} isBusy />;
    case 'shown':
      return (
        <StoryOutlets.Provider value={state.coverage.outlets}>
          <CoverageView
            coverage={state.coverage}
            openUrl={null}
            length="whole"
            onOpenRatings={() => actions.openSettings('ratings')}
          >
            <BriefSection state={state.context} />
          </CoverageView>
          {state.context.status === 'shown' && (
            <Context context={state.context.context} toStoryHref={actions.toStoryHref} />
          )}
        </StoryOutlets.Provider>
      );
    case 'missing':
      return state.latest.length > 0 ? (
        <>
          <Message title={words.text('storyMissingTitle')} text={words.text('storyMissingText')} />
          <Latest stories={state.latest} actions={actions} />
        </>
      ) : (
        <Message
          title={words.text('storyMissingTitle')}
          text={`${words.text('cardGone')} ${words.text('noStoriesYet')}`}
        >
          <ChooseOutlets actions={actions} />
        </Message>
      );
    case 'latest':
      return (
        <>
          <h1>{words.text('latestStories')}</h1>
          <Latest stories={state.latest} actions={actions} />
        </>
      );
    case 'failed':
      return (
        <StoryFailure
          reason={state.reason}
          serverHost={serverHost}
          serverLocks={serverLocks}
          hasCopiedDetails={state.hasCopiedDetails}
          actions={actions}
        />
      );
  }
}

function Context({ context, toStoryHref }: { context: StoryContext; toStoryHref: (id: string) => string }) {
  return (
    <div class="context">
      <DifferencesSection differences={context.differences} />
      <TimelineSection timeline={context.timeline} />
      <TopicsSection topics={context.topics} />
      <RelatedSection related={context.related} toStoryHref={toStoryHref} />
    </div>
  );
}

function Latest({ stories, actions }: { stories: readonly StorySummary[]; actions: StoryActions }) {
  const words = useWords();
  if (stories.length > 0) return <StoryLinks stories={stories} toStoryHref={actions.toStoryHref} opensIn="this-tab" />;
  return (
    <>
      <p class="empty muted">{words.text('noStoriesYet')}</p>
      <ChooseOutlets actions={actions} />
    </>
  );
}

function ChooseOutlets({ actions }: { actions: StoryActions }) {
  const words = useWords();
  return <Button onClick={() => actions.openSettings('feeds')}>{words.text('chooseOutlets')}</Button>;
}
