// Of the articles that share words with a page, the stories worth comparing in full: as the engine ranks its own candidates.
//
// Each word gives its rarity² to every story that has it, once a story, less for stories that are further in time.
import type { StoryId } from '../../engine/ids.ts';
import type { AskedTerm } from './choose-terms.ts';

export type Hit = { readonly storyId: StoryId; readonly at: number; readonly terms: readonly number[] };

/** The engine compares 12 in full; some of these are in other languages. */
const STORIES_MAX = 16;
const HOUR_MS = 3_600_000;
/** The engine's own, in which the score of two equal texts falls to 1/e. */
const DECAY_HOURS = 20;

export function rankStories(hits: readonly Hit[], asked: readonly AskedTerm[], at: number | null): readonly StoryId[] {
  const termOf = new Map(asked.map((one) => [one.term, one]));
  const stories = new Map<StoryId, { keys: Map<string, number>; hours: number }>();
  for (const hit of hits) {
    const story = stories.get(hit.storyId) ?? { keys: new Map<string, number>(), hours: Number.POSITIVE_INFINITY };
    stories.set(hit.storyId, story);
    story.hours = at === null ? 0 : Math.min(story.hours, Math.abs(at - hit.at) / HOUR_MS);
    for (const term of hit.terms) {
      const word = termOf.get(term);
      if (word !== undefined) story.keys.set(word.key, word.rarity ** 2);
    }
  }
  return [...stories]
    .map(([id, { keys, hours }]) => ({
      id,
      points: [...keys.values()].reduce((sum, points) => sum + points, 0) * Math.exp(-hours / DECAY_HOURS),
    }))
    .toSorted((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1))
    .slice(0, STORIES_MAX)
    .map(({ id }) => id);
}
