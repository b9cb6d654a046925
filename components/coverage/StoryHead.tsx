// The header of a story: its title, who was first, and its numbers.
import type { StorySummary } from '../../engine/schema.ts';
import { Parts } from '../words/Parts.tsx';
import { type CountKey, useWords } from '../words/words.ts';
import { writtenIn } from './direction.ts';
import { FirstLine } from './FirstLine.tsx';

/** `heading`: for a possible match, the question above the title is the page's main heading. */
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

/** Articles that are older than their first sighting are no update. */
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
