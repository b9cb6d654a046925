// How little a new window tells about word frequencies, where many of its articles are from the same days.
//
// A few hundred articles do not show which words are common, so different events on one subject look like one event. That
// matters only where there are articles near in time to confuse a text with. There the score of long texts is lowered
// (`newStrictness` in tuning.ts), less and less until the window has `KNOWN_FROM` articles.
// Example: in a window of 300 articles 60 are within three days of a given one: (1 − 300/1500) · 60/100 = 0.48. In an
// archive of ten years only 4 are: 0.03.
import { DAY_MS, type Span } from './timing.ts';

export type Newness = {
  /** An article was added (1) or removed (-1). */
  readonly note: (at: number, change: 1 | -1) => void;
  /** From 0, all is known, to 1. */
  readonly around: (span: Span) => number;
};

/** Articles in the window from which on word frequencies are known well enough. */
const KNOWN_FROM = 1500;
const NEAR_DAYS = 3;
/** More articles near in time than this make it no worse. */
const NEAR_MOST = 100;

export function createNewness(): Newness {
  const byDay = new Map<number, number>();
  let all = 0;
  return {
    note(at, change) {
      if (Number.isNaN(at)) return;
      const day = Math.floor(at / DAY_MS);
      byDay.set(day, (byDay.get(day) ?? 0) + change);
      if (byDay.get(day) === 0) byDay.delete(day);
      all += change;
    },
    around({ first, last }) {
      if (all >= KNOWN_FROM) return 0;
      const from = Math.floor(first / DAY_MS) - NEAR_DAYS;
      const to = Math.floor(last / DAY_MS) + NEAR_DAYS;
      let near = 0;
      for (const [day, articles] of byDay) if (day >= from && day <= to) near += articles;
      return (1 - all / KNOWN_FROM) * Math.min(1, near / NEAR_MOST);
    },
  };
}
