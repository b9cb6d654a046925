// Computes each story's context as the extension would: with the shipped ratings, and the other stories of two weeks.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { computeStoryContext } from '../../engine/context/compute-story-context.ts';
import { computeBaseline } from '../../engine/coverage/blindspot.ts';
import { summarizeStory } from '../../engine/coverage/compute-coverage.ts';
import type { StoryMember } from '../../engine/coverage/story-member.ts';
import { OTHER_STORIES_MAX } from '../../engine/limits.ts';
import { createOutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { createOutletRater, type OutletRater } from '../../engine/outlet/outlet-rater.ts';
import { resolveOutletId } from '../../engine/outlet/resolve-outlet-id.ts';
import { OutletPack, RatingPack, type StorySummary } from '../../engine/schema.ts';
import type { StoryContext } from '../../engine/schema-story-context.ts';
import type { LoadedStory } from './read-stories.ts';

export type StoryWithContext = {
  readonly summary: StorySummary;
  readonly context: StoryContext;
  readonly members: readonly StoryMember[];
};

const DATA = path.resolve(import.meta.dirname, '../../public/data');
const WINDOW_MS = 14 * 86_400_000;

export function computeContexts(stories: readonly LoadedStory[], leastArticles: number) {
  const { rater, withRegistryOutlet } = loadOutlets();
  const known = stories.map(({ id, members }) => ({ id, members: members.map(withRegistryOutlet) }));
  const baseline = computeBaseline([]);
  const summaries = known.map(({ id, members }) => summarizeStory({ storyId: id, members, rater, baseline }));
  const tally: Record<string, number> = {};
  const count = (key: string, by = 1) => {
    tally[key] = (tally[key] ?? 0) + by;
  };
  const computed: StoryWithContext[] = [];
  const start = performance.now();
  for (const [index, { id, members }] of known.entries()) {
    const summary = summaries[index];
    if (members.length < leastArticles || summary === undefined) continue;
    const others = summaries
      .filter(({ updatedAt }) => Math.abs(updatedAt - summary.updatedAt) < WINDOW_MS)
      .slice(0, OTHER_STORIES_MAX);
    const context = computeStoryContext({ storyId: id, members, rater, others, languages: ['en'], utcOffsetMs: 0 });
    computed.push({ summary, context, members });
    const { brief } = context;
    count(brief.status === 'written' ? 'briefs' : brief.reason);
    if (brief.status === 'unknown' && brief.sideSentences.length > 0) count('sides instead of a brief');
    count('conflicts', context.conflicts.length);
    for (const { group, items } of context.differences.groups) {
      count(`${group} compared`);
      count(`${group} mentions`, items.length);
    }
    if (context.topics.length > 0) count('with topics');
    if (context.related.length > 0) count('with related');
  }
  return { computed, tally, millisecondsEach: (performance.now() - start) / Math.max(1, computed.length) };
}

function loadOutlets(): { rater: OutletRater; withRegistryOutlet: (member: StoryMember) => StoryMember } {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(DATA, file), 'utf8'));
  const directory = createOutletDirectory([OutletPack.parse(read('outlets.json'))]);
  const packs = readdirSync(path.join(DATA, 'ratings')).map((file) => RatingPack.parse(read(`ratings/${file}`)));
  const rater = createOutletRater({ directory, packs, ownBias: {} });
  const withRegistryOutlet = (member: StoryMember) => ({
    ...member,
    outletId: resolveOutletId(directory, member.url) ?? member.outletId,
  });
  return { rater, withRegistryOutlet };
}
