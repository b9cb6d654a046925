// The head of a story: its title, who was first, and how much there is of it.
import type { FirstReport, StorySummary } from '../../engine/schema.ts';
import { Sentence } from '../words/Sentence.tsx';
import { type CountKey, useWords } from '../words/words.ts';
import { findDirection } from './direction.ts';

export function StoryHead({ story }: { story: StorySummary }) {
  const words = useWords();
  return (
    <div class="story-head">
      <h1 lang={story.lang} dir={findDirection(story.lang)}>
        {story.title}
      </h1>
      <p class="muted small">
        {story.first === null ? words.text('firstUnknown') : <First first={story.first} />}
        {isUpdated(story) && ` · ${words.text('updatedAgo', words.ago(story.updatedAt))}`}
      </p>
      <dl class="stats">
        <Stat amount={story.articles} label="statArticles" />
        <Stat amount={story.reports} label="statReports" />
        <Stat amount={story.spread.rated} label="statRated" />
        <Stat amount={story.countries} label="statCountries" />
      </dl>
    </div>
  );
}

/** Articles older than the moment we first saw them tell of no update. */
const isUpdated = ({ first, updatedAt }: StorySummary) => first === null || updatedAt > first.at;

function First({ first }: { first: FirstReport }) {
  const words = useWords();
  return (
    <Sentence
      id={first.basis === 'published' ? 'firstReportedBy' : 'firstSeenAt'}
      values={[
        <bdi key="outlet">
          <b>{first.outletName}</b>
        </bdi>,
        <time key="time" dateTime={new Date(first.at).toISOString()}>
          {words.time(first.at)}
        </time>,
      ]}
    />
  );
}

function Stat({ amount, label }: { amount: number; label: CountKey }) {
  const words = useWords();
  return (
    <div>
      <dd>{words.number(amount)}</dd>
      <dt>{words.count(label, amount)}</dt>
    </div>
  );
}
