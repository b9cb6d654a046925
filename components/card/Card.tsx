// A badge's card: number of reports, spread over the scale, one headline of each side, and the first report.
import type { ComponentChildren } from 'preact';
import { BiasBar } from '../coverage/BiasBar.tsx';
import { BiasTag } from '../coverage/BiasTag.tsx';
import { BlindspotChip } from '../coverage/BlindspotChip.tsx';
import { FirstLine } from '../coverage/FirstLine.tsx';
import { Headline } from '../coverage/Headline.tsx';
import { OutletLabels } from '../coverage/OutletLabels.tsx';
import { SpreadSentence } from '../coverage/SpreadSentence.tsx';
import { Parts } from '../words/Parts.tsx';
import { useWords } from '../words/words.ts';
import { CardOutlet } from './CardOutlet.tsx';
import { CARD_FAILURES } from './card-failures.ts';
import type { CardActions, CardContent, CardHeadline, CardState } from './card-state.ts';

/** The frame is the same element in every state, so that its button keeps the focus. */
export function Card({ state, actions }: { state: CardState; actions: CardActions }) {
  const words = useWords();
  switch (state.status) {
    case 'loading':
      return (
        <Frame title={words.text('loading')} actions={actions}>
          <div class="card-waiting" aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
        </Frame>
      );
    case 'gone':
      return (
        <Frame title={words.text('cardGoneTitle')} actions={actions}>
          <p class="small muted">{words.text('cardGone')}</p>
        </Frame>
      );
    case 'failed': {
      const why = CARD_FAILURES[state.reason];
      return (
        <Frame title={words.text('cardFailedTitle')} actions={actions}>
          <p class="small muted">
            {why && `${words.text(why)} `}
            {words.text('cardFailed')}
          </p>
          <button type="button" class="button card-again" onClick={actions.tryAgain}>
            {words.text('tryAgain')}
          </button>
        </Frame>
      );
    }
    case 'shown':
      return (
        <Frame title={words.count('reportsCount', state.card.story.reports)} actions={actions}>
          <Content card={state.card} actions={actions} />
        </Frame>
      );
  }
}

function Content({ card, actions }: { card: CardContent; actions: CardActions }) {
  const words = useWords();
  const { story, headlines, outlet, offlineAsOf, canOpenStory } = card;
  return (
    <>
      {offlineAsOf !== null && <p class="xs card-offline">{words.text('cardOffline', words.ago(offlineAsOf))}</p>}
      <BiasBar spread={story.spread} />
      <SpreadSentence spread={story.spread} />
      <Counts card={card} />
      {story.blindspots.map((blindspot) => (
        <BlindspotChip key={blindspot.side} blindspot={blindspot} />
      ))}
      {headlines.length > 0 && (
        <ul class="card-headlines">
          {headlines.map((headline) => (
            <HeadlineItem key={headline.article.id} headline={headline} />
          ))}
        </ul>
      )}
      {story.first !== null && (
        <p class="xs muted">
          <FirstLine first={story.first} />
        </p>
      )}
      {outlet !== null && <CardOutlet outlet={outlet} />}
      {canOpenStory && (
        <footer class="card-foot">
          <button type="button" class="button" onClick={actions.openStory}>
            {words.text('cardFullStory')}
          </button>
        </footer>
      )}
    </>
  );
}

/** Numbers of outlets, unrated outlets and reposts; the sentence above has the number of rated outlets. */
function Counts({ card: { story } }: { card: CardContent }) {
  const words = useWords();
  const { rated, unrated } = story.spread;
  const reposts = story.articles - story.reports;
  const counts = [
    words.count('outletsCount', rated + unrated),
    words.count('unratedSegment', unrated),
    ...(reposts > 0 ? [words.count('cardReposts', reposts)] : []),
  ];
  return (
    <p class="xs muted">
      <Parts>{counts}</Parts>
    </p>
  );
}

function HeadlineItem({ headline: { article, outlet } }: { headline: CardHeadline }) {
  return (
    <li>
      <div class="outlet-line">
        <BiasTag outlet={outlet} />
        <bdi class="outlet-name">{outlet.name}</bdi>
        <OutletLabels outlet={outlet} />
      </div>
      <Headline article={article} />
    </li>
  );
}

type FrameProps = { title: string; actions: CardActions; children: ComponentChildren };

function Frame({ title, actions, children }: FrameProps) {
  const words = useWords();
  return (
    <>
      <header class="card-head">
        <h2 id="card-title">{title}</h2>
        <button type="button" class="icon-button" aria-label={words.text('cardClose')} onClick={actions.close}>
          <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d="m5.5 5.5 9 9m0-9-9 9" />
          </svg>
        </button>
      </header>
      {children}
    </>
  );
}
