// The coverage source that never leaves the browser: the engine over IndexedDB, fed by polled feeds.
//
//   poll ─▶ ingest ─▶ …one per feed… ─▶ endCycle ─▶ at times a snapshot     lookup, story, stories: stored rows only
//             └─ journal                    └─ journal                       match, explain: load the engine
//
// Everything that changes the index or uses the engine goes through one queue. Coverage counts articles of the index only: a
// page that no feed lists is matched, but never counted. Nothing here stores what a reader reads, so lookup and match
// serve private windows, too; only `separate` stores something of a page, when the user asks for it.

import type { PollOutcome } from '../../engine/feed/poll-outcome.ts';
import type { ArticleId, EpochMs, StoryId } from '../../engine/ids.ts';
import type { CoverageError, CoverageSource, Separation } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { MatchReason, StorySummary } from '../../engine/schema.ts';
import type { StoryContext } from '../../engine/schema-story-context.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { clearIndex } from './clear-index.ts';
import { countIndex, type IndexCounts } from './count-index.ts';
import { type CycleReport, endCycle } from './end-cycle.ts';
import { createEngineHolder } from './engine-holder.ts';
import { type IngestReport, ingestFeed } from './ingest-feed.ts';
import { lookupStories, readCoverage, readLatestStories } from './lookup-stories.ts';
import { explainArticle, matchProbe } from './match-probe.ts';
import { matchTitles, type TitleQuestion } from './match-titles.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { readStoryContext, type StoryContextQuestion } from './read-story-context.ts';
import { separateArticle, unseparateArticle } from './separate-articles.ts';
import { untilAborted } from './until-aborted.ts';

export interface OnDeviceSource extends CoverageSource {
  /** Stores what a poll brought together with the feed's state, or neither. Idempotent. */
  ingest(outcome: PollOutcome): Promise<Result<IngestReport, CoverageError>>;
  /** To be called after the last ingest of a cycle, even one that was cut short. Cheap when nothing has changed. */
  endCycle(now: EpochMs): Promise<Result<CycleReport, CoverageError>>;
  /** Returns the separation as stored, which is what `unseparate` undoes. */
  separate(separation: Separation): Promise<Result<Separation, CoverageError>>;
  unseparate(separation: Separation): Promise<Result<Separation, CoverageError>>;
  /** Stories of headlines, by the probes' addresses; none, without calling `readProbes`, while the engine is not in memory. */
  matchTitles(
    question: TitleQuestion,
    signal: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>>;
  /** Headlines can be matched: the engine is in memory. */
  hasEngine(): boolean;
  /** Why an article of the index belongs to its story; loads the engine. */
  explain(articleId: ArticleId, signal: AbortSignal): Promise<Result<readonly MatchReason[], CoverageError>>;
  /** What a story's own page shows beside its coverage; null like `story`. */
  storyContext(
    question: StoryContextQuestion,
    signal: AbortSignal,
  ): Promise<Result<StoryContext | null, CoverageError>>;
  counts(): Promise<Result<IndexCounts, CoverageError>>;
  /** Deletes the whole database, with imported packs and what is kept of a server. */
  clear(): Promise<Result<void, CoverageError>>;
}

export function createOnDeviceSource(deps: OnDeviceDeps): OnDeviceSource {
  const engine = createEngineHolder(deps);
  const inTurn = createSerialQueue();
  return {
    lookup: (urls, signal) => untilAborted(signal, () => lookupStories(deps, urls)),
    story: (id: StoryId, signal) => untilAborted(signal, () => readCoverage(deps, id)),
    stories: (query, signal) => untilAborted(signal, () => readLatestStories(deps, query)),
    storyContext: (question, signal) => untilAborted(signal, () => readStoryContext(deps, question)),
    match: (probe, signal) => untilAborted(signal, () => matchProbe({ deps, engine, inTurn, probe, signal })),
    matchTitles: (question, signal) =>
      untilAborted(signal, () => inTurn(() => matchTitles({ deps, engine, ...question }))),
    hasEngine: () => engine.held() !== null,
    explain: (articleId, signal) =>
      untilAborted(signal, () => inTurn(() => explainArticle({ deps, engine, articleId }))),
    ingest: (outcome) => inTurn(() => ingestFeed({ deps, engine, outcome })),
    endCycle: (now) => inTurn(() => endCycle({ deps, engine, now })),
    separate: (separation) => inTurn(() => separateArticle({ deps, engine, separation })),
    unseparate: (separation) => inTurn(() => unseparateArticle({ deps, engine, separation })),
    counts: () => countIndex(deps.store),
    clear: () => inTurn(() => clearIndex({ deps, engine })),
  };
}
