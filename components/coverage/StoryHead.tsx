// The head of a story: its title, who was first, and how much there is of it.
import type { StorySummary } from '../../engine/schema.ts';
import { Parts } from '../words/Parts.tsx';
import { type CountKey, useWords } from '../words/words.ts';
import { writtenIn } from './direction.ts';
import { FirstLine } from './FirstLine.tsx';

/** `heading`: of a match that is only possible, the question whether it is one stands above the title, and is the page's. */
export function StoryHead({ story, heading: Heading }: { story: StorySummary; heading: 'h1' | 'h2' }) {
  const words = useWords();
  return (
    <div class="story-head">
      <Heading class="story-title" {...writtenIn(story.lang)}>
        {story.title}
      </Heading>
      <p class="muted small">
        <Parts>
          {story.first === null ? words.text('firstUnknown') : <FirstLine first={story.first} />}
          {isUpdated(story) && words.text('updatedAgo', words.ago(story.updatedAt))}
        </Parts>
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

function Stat({ amount, label }: { amount: number; label: CountKey }) {
  const words = useWords();
  return (
    <div>
      <dt>{words.count(label, amount)}</dt>
      <dd>{words.number(amount)}</dd>
    </div>
  );
}
