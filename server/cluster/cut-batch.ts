// Decides where a batch of the intake ends, and so when maintenance runs, from the entries and their time stamps alone.
//
// A batch holds at most 100 entries of one tick (one second). The same articles, accepted in the same order at the same times,
// therefore form the same stories whether the clusterer kept up, lagged behind or was killed in between:
//
//   stamped  …10.1 …10.2 …10.9 │ …11.0 │ …12.3 (100 entries) │ …12.3 …12.4 │ …   one batch between two bars
//
// The current tick is left alone until it is over, because more entries may still arrive in it.
import type { EpochMs } from '../../engine/ids.ts';

/** So an article waits a second at most; shorter ticks would repeat the same maintenance for fewer articles. */
const TICK_MS = 1000;

/** About 0.1 s of clustering with 100,000 articles in memory, which is the longest that it blocks the process. */
export const BATCH_MAX = 100;

/** An entry stamped further ahead comes from a machine with a wrong clock and is not waited for. */
const SKEW_MAX_MS = 10_000;

export type Stamped = { readonly takenAt: EpochMs };

export type Cut<Entry> =
  | { readonly status: 'ready'; readonly batch: readonly Entry[] }
  | { readonly status: 'open'; readonly waitMs: number }
  | { readonly status: 'empty' };

/** `entries` are the next entries of the intake; BATCH_MAX + 1 of them are enough. */
export function cutBatch<Entry extends Stamped>(entries: readonly Entry[], now: EpochMs): Cut<Entry> {
  const [first] = entries;
  if (first === undefined) return { status: 'empty' };
  const tick = tickOf(first);
  const end = entries.findIndex((entry) => tickOf(entry) !== tick);
  const batch = entries.slice(0, Math.min(end === -1 ? entries.length : end, BATCH_MAX));
  const waitMs = (tick + 1) * TICK_MS - now;
  const isOver = end !== -1 || batch.length === BATCH_MAX || waitMs <= 0 || waitMs > SKEW_MAX_MS;
  return isOver ? { status: 'ready', batch } : { status: 'open', waitMs };
}

const tickOf = ({ takenAt }: Stamped) => Math.floor(takenAt / TICK_MS);
