// A short list of stories, each linked to its own page where that may be opened.
import type { StorySummary } from '../../engine/schema.ts';
import { NewTabLink } from '../NewTabLink.tsx';
import { Parts } from '../words/Parts.tsx';
import { useWords } from '../words/words.ts';
import { BiasBar } from './BiasBar.tsx';
import { BlindspotChip } from './BlindspotChip.tsx';
import { writtenIn } from './direction.ts';

type StoryLinksProps = {
  stories: readonly StorySummary[];
  toStoryHref: ((id: string) => string) | null;
  /** The popup cannot navigate to another page. */
  opensIn: 'this-tab' | 'new-tab';
};

export function StoryLinks({ stories, toStoryHref, opensIn }: StoryLinksProps) {
  const words = useWords();
  const Link = opensIn === 'new-tab' ? NewTabLink : 'a';
  return (
    <ul class="story-links">
      {stories.map((story) => (
        <li key={story.id}>
          {toStoryHref === null ? (
            <span class="headline" {...writtenIn(story.lang)}>
              {story.title}
            </span>
          ) : (
            <Link class="headline" href={toStoryHref(story.id)} {...writtenIn(story.lang)}>
              {story.title}
            </Link>
          )}
          <p class="xs muted">
            <Parts>{[words.count('reportsCount', story.reports), words.ago(story.updatedAt)]}</Parts>
          </p>
          <BiasBar spread={story.spread} />
          {story.blindspots.map((blindspot) => (
            <BlindspotChip key={blindspot.side} blindspot={blindspot} />
          ))}
        </li>
      ))}
    </ul>
  );
}
