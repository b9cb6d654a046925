// The popup's main state: the story of the open article, certain or possible, with the reasons and a way to object.
import { useRef, useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { CoverageView } from '../coverage/CoverageView.tsx';
import { formatConfidence, MatchReasons } from '../coverage/MatchReasons.tsx';
import { Icon } from '../Icon.tsx';
import { NewTabLink } from '../NewTabLink.tsx';
import { pressOnce } from '../press-once.ts';
import { useWords } from '../words/words.ts';
import { OpenOutlet } from './OpenOutlet.tsx';
import type { PopupActions, PopupPage, PopupState } from './popup-state.ts';
import { ServerLine } from './ServerLine.tsx';

type StoryState = Extract<PopupPage, { status: 'covered' | 'possible' }>;
type QuestionProps = { state: StoryState; actions: PopupActions };
type StoryPageProps = QuestionProps & { outlet: PopupState['outlet']; isPrivate: boolean };

export function StoryPage({ state, outlet, isPrivate, actions }: StoryPageProps) {
  const [hasReasons, setHasReasons] = useState(false);
  const reasons = useRef<HTMLDivElement>(null);
  const { coverage, match, article } = state;
  const isPossible = state.status === 'possible';
  const toggleReasons = () => {
    setHasReasons(!hasReasons);
    if (!hasReasons) requestAnimationFrame(() => reasons.current?.focus());
  };
  return (
    <>
      <main>
        {isPossible && <Question state={state} actions={actions} />}
        <OpenKind kind={article.kind} />
        <div ref={reasons} tabIndex={-1}>
          {hasReasons && !isPossible && <MatchReasons match={match} isCertain />}
        </div>
        <CoverageView
          coverage={coverage}
          openUrl={article.url}
          length="short"
          heading={isPossible ? 'h2' : 'h1'}
          onOpenRatings={actions.openRatings}
        />
        {/* It arrives a moment after the story: above it, it would push down what the user has begun to read. */}
        {outlet && <OpenOutlet outlet={outlet} />}
        {state.server && <ServerLine server={state.server} onOpenLedger={actions.openLedger} />}
      </main>
      <Footer
        state={state}
        isPrivate={isPrivate}
        actions={actions}
        hasReasons={hasReasons}
        onToggleReasons={toggleReasons}
      />
    </>
  );
}

/** A possible match is never shown as fact: the question and its reasons come before the story. */
function Question({ state, actions }: QuestionProps) {
  const words = useWords();
  return (
    <section class="question">
      <h1>{words.text('possibleTitle')}</h1>
      <p>{words.text('possibleText', formatConfidence(state.match.confidence, words))}</p>
      <MatchReasons match={state.match} isCertain={false} />
      <div class="actions">
        <Button onClick={actions.confirmMatch} isMain>
          {words.text('isSameStory')}
        </Button>
        <Button onClick={actions.separate}>{words.text('notSameStory')}</Button>
      </div>
    </section>
  );
}

function OpenKind({ kind }: { kind: StoryState['article']['kind'] }) {
  const words = useWords();
  if (kind !== 'opinion' && kind !== 'live') return null;
  return <p class="notice">{words.text(kind === 'opinion' ? 'opinionNote' : 'liveNote')}</p>;
}

type FooterProps = Omit<StoryPageProps, 'outlet'> & { hasReasons: boolean; onToggleReasons: () => void };

function Footer({ state, isPrivate, actions, hasReasons, onToggleReasons }: FooterProps) {
  const words = useWords();
  return (
    <footer class="popup-footer">
      {isPrivate ? (
        <span class="small muted">{words.text('privateTraces')}</span>
      ) : (
        <NewTabLink
          class={state.status === 'possible' ? 'button' : 'button button-main'}
          href={actions.toStoryHref(state.coverage.story.id)}
        >
          {words.text('openFullStory')}
        </NewTabLink>
      )}
      {state.status === 'covered' && (
        <span class="popup-objections">
          <button type="button" class="button" aria-expanded={hasReasons} onClick={onToggleReasons}>
            {words.text('whyMatch')}
          </button>
          <button
            type="button"
            class="icon-button"
            onKeyDown={pressOnce}
            title={words.text('notSameStory')}
            onClick={actions.separate}
          >
            <Icon name="flag" />
          </button>
        </span>
      )}
    </footer>
  );
}
