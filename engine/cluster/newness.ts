// How little a new window knows, where much of it is of the same days.
//
// Of hundreds of articles nobody can tell which words are common: what is written of one subject looks like one event. That
// matters where there are others near in time that a text may be taken for. So more is asked of long texts then
// (`newStrictness` in tuning.ts), less and less until the window has `KNOWN_FROM` articles.
// Example: of 300 articles 60 are within three days of one from noon. 1 − 300/1500 is 0.8, and 60 of 100 make it 0.48. In an
// archive of ten years 4 are: 0.03.
import { DAY_MS, type Span } from './timing.ts';

export type Newness = {
  /** An article came (1) or went (-1). */
  readonly note: (at: number, change: 1 | -1) => void;
  /** From 0 to 1. */
  readonly around: (span: Span) => number;
};

const KNOWN_FROM = 1500;
const NEAR_DAYS = 3;
/** So many articles near in time are as bad as more. */
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
