// Which story an id redirects to once its own story has ended.
import type { StoryId } from '../ids.ts';

/**
 * `places`: the present story of each article that the id has ever led to. The heir is the story with most of them; of equals
 * the one that the engine merged the old story into (`merged`), else the one with the smaller id. Null without any article.
 */
export function chooseHeir(places: Iterable<StoryId>, merged?: StoryId): StoryId | null {
  const votes = new Map<StoryId, number>();
  for (const storyId of places) votes.set(storyId, (votes.get(storyId) ?? 0) + 1);
  const rank = (one: StoryId) => (one === merged ? 0 : 1);
  const [heir] = [...votes].sort(([a, x], [b, y]) => y - x || rank(a) - rank(b) || (a < b ? -1 : 1));
  return heir?.[0] ?? null;
}
