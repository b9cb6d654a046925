// Orders outlets, or their feeds, so that no side of the spectrum dominates, however many outlets it has.
import type { FeedSource } from '../feed/poll-outcome.ts';
import { groupBy } from '../group-by.ts';
import type { OutletId } from '../ids.ts';
import type { Outlet } from '../schema.ts';
import { isNewsMedium } from './outlet-rank.ts';

export type Candidate = {
  readonly outlet: Outlet;
  readonly side: 'left' | 'center' | 'right' | 'unrated';
  readonly rank: number;
  readonly isTrustedAgency: boolean;
};

/** Most outlets of left or right, given the other side's: twice as many and two more. Beyond that a list is one-sided. */
const countAllowed = (others: number) => others * 2 + 2;

/** Unrated outlets allowed in any case: where few are rated, there is little else to read. */
const UNRATED_MIN = 30;

/** The candidates in order of choice, and those held back until nothing else is left. */
export function balance(candidates: readonly Candidate[]): readonly [readonly Candidate[], readonly Candidate[]] {
  const ofSide = (side: Candidate['side']) => spreadOverCountries(candidates.filter((other) => other.side === side));
  const [left, center, right, unrated] = [ofSide('left'), ofSide('center'), ofSide('right'), ofSide('unrated')];
  const trimmedLeft = left.slice(0, countAllowed(right.length));
  const trimmedRight = right.slice(0, countAllowed(left.length));
  const rated = interleave([trimmedLeft, center, trimmedRight]);
  const media = unrated.filter(({ outlet }) => isNewsMedium(outlet)).slice(0, Math.max(rated.length, UNRATED_MIN));
  const chosen = new Set(media);
  return [mixIn(rated, media), unrated.filter((candidate) => !chosen.has(candidate))];
}

/** Balances the whole list, since balanced groups may add up to a one-sided list: a feed of the larger side waits for the other's next outlet. */
export function holdBack(
  feeds: readonly FeedSource[],
  sides: ReadonlyMap<OutletId, Candidate['side']>,
): readonly FeedSource[] {
  const kept: FeedSource[] = [];
  const waiting: FeedSource[] = []; // only of one side at a time
  const [left, right] = [new Set<OutletId>(), new Set<OutletId>()];
  const add = (feed: FeedSource): boolean => {
    const side = sides.get(feed.outletId);
    if (side === 'left' || side === 'right') {
      const [own, others] = side === 'left' ? [left, right] : [right, left];
      if (!own.has(feed.outletId) && own.size >= countAllowed(others.size)) return false;
      own.add(feed.outletId);
    }
    kept.push(feed);
    return true;
  };
  for (const feed of feeds) {
    if (!add(feed)) waiting.push(feed);
    else while (waiting[0] !== undefined && add(waiting[0])) waiting.shift();
  }
  return kept;
}

/** The best of each country, then the second of each, and so on, so that no country with many rated outlets dominates. */
function spreadOverCountries(candidates: readonly Candidate[]): readonly Candidate[] {
  return interleave([...groupBy(candidates, ({ outlet }) => outlet.country).values()]);
}

/** One unrated outlet after every second round of left, center and right; the remainder of either follows at the end. */
function mixIn(rated: readonly Candidate[], unrated: readonly Candidate[]): readonly Candidate[] {
  const ratedBetween = 6;
  const mixed: Candidate[] = [];
  for (const [index, candidate] of rated.entries()) {
    mixed.push(candidate);
    const next = unrated[Math.floor(index / ratedBetween)];
    if (index % ratedBetween === 2 && next !== undefined) mixed.push(next);
  }
  const used = new Set(mixed);
  return [...mixed, ...unrated.filter((candidate) => !used.has(candidate))];
}

export function interleave<Item>(queues: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: longest }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1))).flat();
}
