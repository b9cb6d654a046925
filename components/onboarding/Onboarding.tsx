// The page that opens after installation: what Parallax does in three sentences, two separate choices, then the first round.
import { toStorageText } from '../failure-texts.ts';
import { EditionPicker } from '../feeds/EditionPicker.tsx';
import { FeedAccess } from '../feeds/FeedAccess.tsx';
import { LatestLink } from '../LatestLink.tsx';
import { Logo } from '../Logo.tsx';
import type { AccessAsked, EditionRow, ReadingMode } from '../options/options-state.ts';
import { Progress } from '../Progress.tsx';
import { ReadingModeChoice } from '../reading/ReadingModeChoice.tsx';
import { usePageTitle } from '../use-page-title.ts';
import { Parts } from '../words/Parts.tsx';
import { useWords } from '../words/words.ts';

export type OnboardingState = {
  readonly readingMode: ReadingMode;
  readonly isReadingAllowed: boolean;
  /** Null until they are known. */
  readonly editions: readonly EditionRow[] | null;
  readonly selectedEditions: readonly string[];
  readonly feedsChosen: number;
  readonly feedsAllowed: number;
  /** Null until it is known which feeds are chosen. */
  readonly missingOrigins: readonly string[] | null;
  /** The second choice is made: feeds may be polled. */
  readonly isStarted: boolean;
  /** The access that the browser or the user refused last. */
  readonly refused: AccessAsked | null;
  readonly round:
    | { readonly status: 'waiting' }
    | { readonly status: 'running'; readonly isFirst: boolean; readonly done: number; readonly total: number }
    | { readonly status: 'ended' }
    /** No feed has ever answered. */
    | { readonly status: 'unanswered' };
  /** Why nothing can be stored; null if it can. */
  readonly unreadable: 'storage-newer' | 'storage-forbidden' | 'storage-failed' | null;
  /** A server answers, by the choice of the organisation or the user. */
  readonly isServerAsked: boolean;
  readonly articles: number;
  readonly stories: number;
};

export type OnboardingActions = {
  readonly setReadingMode: (mode: ReadingMode) => void;
  readonly allowReading: () => void;
  readonly toggleEdition: (id: string) => void;
  readonly allowFeeds: () => void;
  readonly latestHref: string;
};

export function Onboarding({ state, actions }: { state: OnboardingState; actions: OnboardingActions }) {
  const words = useWords();
  const { unreadable, isServerAsked } = state;
  usePageTitle(words.text('onboardingTitle'));
  return (
    <div class="page onboarding">
      <header class="page-header">
        <Logo />
        <strong>{words.text('extensionName')}</strong>
      </header>
      <main>
        <h1>{words.text('onboardingTitle')}</h1>
        <div class="intro">
          <p>{words.text('onboardingOne')}</p>
          <p>{words.text('onboardingTwo')}</p>
          <p>{words.text('onboardingThree')}</p>
        </div>
        <div role="status" class="storage-note">
          {unreadable && (
            <p class="notice notice-storage-full">{words.text(toStorageText({ unreadable, isServerAsked }))}</p>
          )}
        </div>
        <section class="section">
          <h2>{words.text('choiceReading')}</h2>
          <ReadingModeChoice
            selected={state.readingMode}
            label={words.text('choiceReading')}
            isAllowed={state.isReadingAllowed}
            wasRefused={state.refused === 'reading'}
            actions={actions}
          />
        </section>
        <section class="section">
          <h2>{words.text('choiceFeeds')}</h2>
          {state.editions && (
            <EditionPicker
              editions={state.editions}
              selected={state.selectedEditions}
              onToggle={actions.toggleEdition}
            />
          )}
          {state.missingOrigins && (
            <FeedAccess
              chosen={state.feedsChosen}
              allowed={state.feedsAllowed}
              missingOrigins={state.missingOrigins}
              isStarted={state.isStarted}
              wasRefused={state.refused === 'feeds'}
              onAllow={actions.allowFeeds}
            />
          )}
        </section>
        {unreadable === null && <Round state={state} latestHref={actions.latestHref} />}
      </main>
    </div>
  );
}

type RoundProps = { state: OnboardingState; latestHref: string };

/** The outcome of the round is announced by a live region; its progress is only shown. */
function Round({ state, latestHref }: RoundProps) {
  const words = useWords();
  const { status } = state.round;
  return (
    <section class={status === 'waiting' ? undefined : 'section round'}>
      <div role="status">{status !== 'waiting' && <h2>{words.text(ROUND_TITLES[status])}</h2>}</div>
      <RoundText state={state} latestHref={latestHref} />
    </section>
  );
}

const ROUND_TITLES = { running: 'startedTitle', ended: 'readyTitle', unanswered: 'unansweredTitle' } as const;

function RoundText({ state, latestHref }: RoundProps) {
  const words = useWords();
  const { round, articles, stories } = state;
  if (round.status === 'waiting') return null;
  if (round.status === 'unanswered') return <p>{words.text('unansweredText')}</p>;
  const found = [words.count('articlesCount', articles), words.count('storiesCount', stories)] as const;
  return (
    <>
      {round.status === 'running' && <Progress done={round.done} total={round.total} isFirst={round.isFirst} />}
      <p class="muted">{round.status === 'running' ? words.text('syncFound', ...found) : <Parts>{found}</Parts>}</p>
      <p>{words.text('startedText')}</p>
      {round.status === 'ended' && stories > 0 && (
        <p class="latest-link">
          <LatestLink href={latestHref} />
        </p>
      )}
      <p class="small muted">{words.text('startedButton')}</p>
    </>
  );
}
