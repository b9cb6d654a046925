// Finds stories by headline alone, for links whose addresses no feed has announced: only while the engine is in memory.
//
// Loading it takes a second or more, too long for a badge, and after a round of polls it is in memory anyway. A headline
// says less than an article, so only nearly certain matches count. The work is bounded, since links come by the hundred:
// the words in a link's address tell beforehand whether its headline is worth reading.
import type { StoryId } from '../../engine/ids.ts';
import type { ArticleProbe, CoverageError } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { StorySummary } from '../../engine/schema.ts';
import { readIndexState } from '../store/index-state.ts';
import { readWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import { summarizeStories } from './lookup-stories.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

/** Articles are matched from 0.7 on. Of headlines matched from 0.89 on, one in eighteen is matched wrongly (docs/badges.md). */
export const TITLE_CONFIDENCE = 0.89;
/**
 * A link does not tell when its article appeared, but pages mostly link to recent ones: a match with a story that has had no
 * report for so long is mostly a similar, older event.
 */
export const TITLE_STORY_AGE_MS = 48 * 3_600_000;
/** Where a link's words come from: its text on the page, or its address. */
export type TitleSource = 'headline' | 'address';
/** Lower for addresses, since the headline has to confirm what their words suggest (docs/badges.md). */
export const ADDRESS_CONFIDENCE = 0.5;
const ASKED: Readonly<Record<TitleSource, { readonly confidence: number; readonly probesMax: number }>> = {
  headline: { confidence: TITLE_CONFIDENCE, probesMax: 40 },
  address: { confidence: ADDRESS_CONFIDENCE, probesMax: 120 },
};
/** Longest time that one call may match: meanwhile the worker answers nobody else. */
const TIME_MAX_MS = 60;

export type TitleQuestion = {
  readonly readProbes: () => Promise<readonly ArticleProbe[]>;
  readonly source: TitleSource;
};

type Parts = TitleQuestion & { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

/** Keyed by the probes' addresses. */
export async function matchTitles({
  deps,
  engine,
  readProbes,
  source,
}: Parts): Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>> {
  const held = engine.held();
  if (held === null) return ok(new Map());
  const index = await deps.store.run(readWith(['meta'], readIndexState));
  if (!index.ok) return index;
  if ((index.value?.revision ?? 0) !== held.revision) return ok(new Map());

  const probes = await readProbes();
  const { confidence, probesMax } = ASKED[source];
  const until = deps.ticks() + TIME_MAX_MS;
  const storyOf = new Map<string, StoryId>();
  for (const [index, probe] of probes.entries()) {
    if (index >= probesMax || deps.ticks() > until) {
      // Addresses are asked about once: those left over would count as links without a story.
      if (source === 'address') return err({ reason: 'aborted' });
      break;
    }
    const match = held.clusterer.match(probe);
    if (match !== null && match.confidence >= confidence) storyOf.set(probe.url, match.storyId);
  }
  if (storyOf.size === 0) return ok(new Map());
  const summaries = await summarizeStories(deps, [...new Set(storyOf.values())]);
  if (!summaries.ok) return summaries;
  const since = deps.now() - TITLE_STORY_AGE_MS;
  return ok(
    new Map(
      [...storyOf].flatMap(([url, storyId]) => {
        const summary = summaries.value.get(storyId);
        return summary === undefined || summary.updatedAt < since ? [] : [[url, summary] as const];
      }),
    ),
  );
}
