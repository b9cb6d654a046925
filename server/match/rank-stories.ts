// Ranks the stories whose articles share words with a page, as the engine ranks its candidates, and keeps the best ones.
//
// Each word adds its rarity² once to every story that has it; the sum decays with the story's distance in time.
import type { StoryId } from '../../engine/ids.ts';
import type { MatchHit } from '../store/match-terms.ts';
import type { AskedTerm } from './choose-terms.ts';

/** Half as many as the engine: the other half never held the answer (`npm run bench -- match`), and took half the time. */
const STORIES_MAX = 6;
const HOUR_MS = 3_600_000;
/** As in the engine: after so many hours, the score of two equal texts falls to 1/e. */
const DECAY_HOURS = 20;

export function rankStories(
  hits: readonly MatchHit[],
  { asked, isDated }: { readonly asked: readonly AskedTerm[]; readonly isDated: boolean },
): readonly StoryId[] {
  const wordOf = new Map(asked.map((one) => [one.term, one]));
  const stories = new Map<StoryId, { points: Map<string, number>; hours: number }>();
  for (const { storyId, term, msApart } of hits) {
    const story = stories.get(storyId) ?? { points: new Map<string, number>(), hours: Number.POSITIVE_INFINITY };
    stories.set(storyId, story);
    story.hours = isDated ? Math.min(story.hours, msApart / HOUR_MS) : 0;
    const word = wordOf.get(term);
    if (word !== undefined) story.points.set(word.key, word.rarity ** 2); // once, on however many days it was published
  }
  return [...stories]
    .map(([id, { points, hours }]) => ({
      id,
      points: [...points.values()].reduce((sum, one) => sum + one, 0) * Math.exp(-hours / DECAY_HOURS),
    }))
    .toSorted((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1))
    .slice(0, STORIES_MAX)
    .map(({ id }) => id);
}
