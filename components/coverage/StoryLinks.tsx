// A short list of stories, each a link to its own page where that may be opened.
import type { StorySummary } from '../../engine/schema.ts';
import { Parts } from '../words/Parts.tsx';
import { useWords } from '../words/words.ts';
import { BiasBar } from './BiasBar.tsx';
import { writtenIn } from './direction.ts';

type StoryLinksProps = { stories: readonly StorySummary[]; toStoryHref: ((id: string) => string) | null };

export function StoryLinks({ stories, toStoryHref }: StoryLinksProps) {
  const words = useWords();
  return (
    <ul class="story-links">
      {stories.map((story) => (
        <li key={story.id}>
          {toStoryHref === null ? (
            <span class="headline" {...writtenIn(story.lang)}>
              {story.title}
            </span>
          ) : (
            <a class="headline" href={toStoryHref(story.id)} target="_blank" rel="noopener" {...writtenIn(story.lang)}>
              {story.title}
            </a>
          )}
          <p class="xs muted">
            <Parts parts={[words.count('reportsCount', story.reports), words.ago(story.updatedAt)]} />
          </p>
          <BiasBar spread={story.spread} />
        </li>
      ))}
    </ul>
  );
}
