// Which story an id leads to once its own has ended.
import type { StoryId } from '../ids.ts';

/**
 * `places`: where each of the articles is now that the id has led to. The story that has most of them; of equals the one that
 * the engine made it part of (`merged`), else the one with the smaller id. Null without any.
 */
export function chooseHeir(places: Iterable<StoryId>, merged?: StoryId): StoryId | null {
  const votes = new Map<StoryId, number>();
  for (const storyId of places) votes.set(storyId, (votes.get(storyId) ?? 0) + 1);
  const rank = (one: StoryId) => (one === merged ? 0 : 1);
  const [heir] = [...votes].sort(([a, x], [b, y]) => y - x || rank(a) - rank(b) || (a < b ? -1 : 1));
  return heir?.[0] ?? null;
}
