// Which labelled event each of the engine's stories is mostly about.
import type { ClusterArticle, Placement } from '../../engine/ports.ts';

type Labelled = {
  readonly events: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<ClusterArticle['id'], Placement>;
};

/** The event of more than half of a story's articles. */
export function majorities(
  articles: readonly ClusterArticle[],
  { events, places }: Labelled,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const sizes = new Map<string, number>();
  for (const { id } of articles) {
    const [story, event] = [places.get(id)?.storyId ?? '', events.get(id) ?? ''];
    const ofStory = counts.get(story) ?? new Map<string, number>();
    counts.set(story, ofStory.set(event, (ofStory.get(event) ?? 0) + 1));
    sizes.set(story, (sizes.get(story) ?? 0) + 1);
  }
  return new Map(
    [...counts].flatMap(([story, ofStory]) =>
      [...ofStory].filter(([, count]) => 2 * count > (sizes.get(story) ?? 0)).map(([event]) => [story, event] as const),
    ),
  );
}
