// The time up to which old stories are dropped, and how far a clock is trusted, round by round.
import { describe, expect, it } from 'vitest';
import { type RoundClock, readClock } from '../../../engine/round-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1);

/** That time after each round, in hours. */
function passHours(rounds: readonly number[]): readonly number[] {
  let clock: RoundClock | null = null;
  return rounds.map((hours) => {
    clock = readClock(clock, START + hours * HOUR);
    return (clock.passedUntil - START) / HOUR;
  });
}

describe('readClock', () => {
  it.each([
    { name: 'steady rounds', rounds: [0, 12, 60], until: [0, 12, 60] },
    { name: 'a jump of more than two days', rounds: [0, 49, 59.9], until: [0, 0, 0] },
    { name: 'a jump that is believed after eleven hours', rounds: [0, 49, 60], until: [0, 0, 60] },
    { name: 'a jump that was put right', rounds: [0, 720, 1], until: [0, 0, 1] },
    { name: 'a second jump, as of a host that starts now and then', rounds: [0, 72, 144], until: [0, 0, 72] },
    { name: 'a clock that goes back', rounds: [10, 5], until: [10, 5] },
    { name: 'a jump seen by two machines that differ a little', rounds: [0, 720, 719.9, 720], until: [0, 0, 0, 0] },
  ])('$name', ({ rounds, until }) => {
    expect(passHours(rounds)).toEqual(until);
  });

  it('believes the first round, whatever it says', () => {
    expect(readClock(null, START + 1000 * DAY).passedUntil).toBe(START + 1000 * DAY);
  });
});
