// The index that is served now: its generation, size and prefix length; refreshed in the background.
//
//   every second ──▶ another generation? ──▶ drop all answers
//                ──▶ articles newly placed? ──▶ drop the lookup answers that lack them
//                ──▶ measured long ago? ──▶ one of all API processes measures, the others read its result
//
// Only the generation is needed for correct answers: any answer is kept for seconds only, a lookup's for minutes
// (LOOKUP_AGE_MAX_MS in create-api.ts).
import type { ArticleId } from '../../engine/ids.ts';
import { countWaiting } from '../store/count-waiting.ts';
import type { Database, Queries } from '../store/database.ts';
import { findServing } from '../store/generations.ts';
import { findIndexFacts, type IndexFacts, tryToMeasure, writeIndexFacts } from '../store/index-facts.ts';
import { type Placed, readPlaced } from '../store/placed.ts';
import { readIndexCounts } from '../store/read-counts.ts';
import { readSmallestCrowd } from '../store/read-lookup.ts';
import { measureLookupLength } from './lookup-bits.ts';

export type ServedIndex = { readonly generation: number; readonly facts: IndexFacts; readonly waiting: number };

export type IndexChange =
  | { readonly kind: 'other-index' }
  | { readonly kind: 'placed'; readonly articleIds: readonly ArticleId[] };

export type IndexFollower = {
  /** Null until the first generation is complete. */
  readonly current: () => ServedIndex | null;
  /** Checks at once, for callers that must see what was just written. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type FollowerParts = {
  readonly database: Database;
  readonly now: () => number;
  readonly onChange: (change: IndexChange) => void;
  readonly onFailure: (cause: unknown) => void;
};

const EVERY_MS = 1000;

/** Counting the whole index takes a second per few million articles; hash buckets fill and empty over hours. */
const MEASURE_EVERY_MS = 3 * 60_000;
/** A new index grows from nothing to thousands of articles within a minute. */
const SMALL_INDEX = 20_000;
const MEASURE_SMALL_EVERY_MS = 10_000;

export async function followIndex(parts: FollowerParts): Promise<IndexFollower> {
  const { database, onChange, onFailure } = parts;
  const measureWhenOld = createMeasuring(parts);
  let served: ServedIndex | null = null;
  let placed: Placed | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let isStopped = false;

  async function look(): Promise<void> {
    const serving = await findServing(database);
    if (serving === null) {
      if (served !== null) onChange({ kind: 'other-index' });
      served = null;
      return;
    }
    const generation = serving.id;
    const isOther = served?.generation !== generation;
    const before = isOther ? null : placed;
    const news = await readPlaced(database, { generation, after: before?.shards ?? null });
    const facts = await measureWhenOld(generation);
    const waiting = await countWaiting(database);
    // The caches may still hold answers for longer prefixes than are answered now.
    if (isOther || (served !== null && facts.lookupBits !== served.facts.lookupBits)) onChange({ kind: 'other-index' });
    else if (news.isCut) onChange({ kind: 'other-index' });
    else if (news.articleIds.length > 0) onChange({ kind: 'placed', articleIds: news.articleIds });
    served = { generation, facts, waiting };
    placed = news;
  }

  /** One check at a time: a call during one waits for it and then starts, or joins, the next. */
  async function refresh(): Promise<void> {
    await running;
    running ??= look().finally(() => {
      running = null;
    });
    await running;
  }

  async function tick(): Promise<void> {
    try {
      await refresh();
    } catch (cause) {
      onFailure(cause);
    }
    if (!isStopped) timer = setTimeout(tick, EVERY_MS);
  }

  await tick();
  return {
    current: () => served,
    refresh,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}

/**
 * Returns the measurements for a generation, which all API processes share. One that may only read, as on a replica, uses those
 * that others wrote, or its own if nobody did.
 */
function createMeasuring({ database, now, onFailure }: FollowerParts): (generation: number) => Promise<IndexFacts> {
  let unwritten: { readonly generation: number; readonly facts: IndexFacts } | null = null;

  // Also measured again when `measuredAt` is far in the future because a clock was ahead.
  const isRecent = ({ articles, measuredAt }: IndexFacts) =>
    Math.abs(now() - measuredAt) < (articles > SMALL_INDEX ? MEASURE_EVERY_MS : MEASURE_SMALL_EVERY_MS);

  /** Returns what is known while another process is measuring. */
  const measureAfter = (known: IndexFacts | null) =>
    database.transaction(async (queries) => {
      if (known !== null && !(await tryToMeasure(queries))) return known;
      return await measure(queries, { now: now(), bitsBefore: known?.lookupBits ?? 0 });
    });

  async function write(generation: number, facts: IndexFacts): Promise<'written' | 'refused'> {
    try {
      await writeIndexFacts(database, { generation, ...facts });
      unwritten = null;
      return 'written';
    } catch (cause) {
      if (unwritten?.generation !== generation) onFailure(cause);
      unwritten = { generation, facts };
      return 'refused';
    }
  }

  return async (generation) => {
    const stored = await findIndexFacts(database, generation);
    const own = unwritten?.generation === generation ? unwritten.facts : null;
    const known = stored ?? own;
    // While our own are recent, writing them would be refused again.
    if (known !== null && (isRecent(known) || (own !== null && isRecent(own)))) return known;
    try {
      const facts = await measureAfter(known);
      if (facts === known || (await write(generation, facts)) === 'written') return facts;
      return stored ?? facts;
    } catch (cause) {
      if (known === null) throw cause;
      onFailure(cause);
      return known;
    }
  };
}

async function measure(
  queries: Queries,
  { now, bitsBefore }: { readonly now: number; readonly bitsBefore: number },
): Promise<IndexFacts> {
  const { articles, stories, articleSeenAt } = await readIndexCounts(queries);
  const readCrowd = (bits: number) => readSmallestCrowd(queries, bits);
  const length = await measureLookupLength({ articles, current: bitsBefore, readCrowd });
  return { articles, stories, articleSeenAt, measuredAt: now, lookupBits: length.bits, lookupCrowd: length.crowd };
}
