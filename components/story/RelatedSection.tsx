// Stories about the same names on other occasions, each with the names and words it shares.
import type { RelatedStory } from '../../engine/schema-story-context.ts';
import { writtenIn } from '../coverage/direction.ts';
import { Parts } from '../words/Parts.tsx';
import { useWords } from '../words/words.ts';

type RelatedSectionProps = { related: readonly RelatedStory[]; toStoryHref: (id: string) => string };

export function RelatedSection({ related, toStoryHref }: RelatedSectionProps) {
  const words = useWords();
  if (related.length === 0) return null;
  return (
    <section class="related">
      <h2>{words.text('relatedTitle')}</h2>
      <ul class="story-links">
        {related.map(({ story, shared }) => (
          <li key={story.id}>
            <a class="headline" href={toStoryHref(story.id)} {...writtenIn(story.lang)}>
              {story.title}
            </a>
            <p class="xs muted">
              <Parts>
                {words.count('reportsCount', story.reports)}
                {words.ago(story.updatedAt)}
                {words.text('relatedShared', words.list(shared))}
              </Parts>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
