// How near two clusters are in time: by the gap between them, and by the hours between their middles.
import { describe, expect, it } from 'vitest';
import {
  addTime,
  hoursApart,
  nearnessOf,
  removeTime,
  type Timing,
  timingOf,
} from '../../../../engine/cluster/timing.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';
import { HOUR, NOON } from './invented-articles.ts';

const MIDNIGHT = NOON - 12 * HOUR;
const TUNING = { ...DEFAULT_TUNING, decayHours: 30, middleWeight: 2, middleHalf: 16 };

const at = (...times: readonly number[]): Timing => timingOf(times.map((time) => ({ at: time })));
const times = (count: number, time: number) => Array.from({ length: count }, () => time);
/** The number of hours that a nearness stands for. */
const hoursOf = (a: Timing, b: Timing) => -Math.log(nearnessOf({ a, b }, TUNING)) * TUNING.decayHours;

describe('nearness in time', () => {
  const late = NOON + 51 * HOUR;
  it.each([
    ['the worked example: a large cluster that one late report has stretched', at(...times(16, NOON), late), 6 + 54],
    ['the worked example: a small one as long', at(NOON, late), 6 + (2 / 17) * 31.5],
    ['one report', at(NOON), 57],
    ['a large one whose middle it is', at(...times(9, late), ...times(9, late + 12 * HOUR)), 0],
    ['none that has a time', at(Number.NaN), 0],
  ])('%s', (_, cluster, hours) => {
    const report = at(late + 6 * HOUR);
    expect(hoursOf(cluster, report)).toBeCloseTo(hours, 6);
    expect(hoursOf(report, cluster)).toBeCloseTo(hours, 6);
  });

  it('takes a bare date for its morning, until noon', () => {
    expect(hoursApart(at(MIDNIGHT), at(NOON))).toBe(0);
    expect(at(MIDNIGHT).minutes).toBe(at(MIDNIGHT + 6 * HOUR).minutes);
  });
});

describe('an article that leaves', () => {
  const all = [NOON + 3 * HOUR, NOON, NOON + HOUR, MIDNIGHT, Number.NaN].map((time) => ({ at: time }));

  it.each(all)('takes its time along: %o', ({ at: gone }) => {
    const timing = timingOf(all);
    const { isSpanKept } = removeTime(timing, gone);
    const left = timingOf(all.filter((article) => !Object.is(article.at, gone)));
    expect([timing.timed, timing.minutes]).toEqual([left.timed, left.minutes]);
    expect(isSpanKept).toBe(timing.first === left.first && timing.last === left.last);
  });

  it('leaves the same result as if it had never been added, whatever happened in between', () => {
    const timing = timingOf([{ at: NOON + 1 }]);
    for (let n = 1; n < 1000; n++) addTime(timing, NOON + n * 1_234_567);
    for (let n = 999; n > 0; n--) removeTime(timing, NOON + n * 1_234_567);
    expect(timing.minutes).toBe(timingOf([{ at: NOON + 1 }]).minutes);
  });
});
