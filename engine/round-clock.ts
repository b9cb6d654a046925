// Tells up to when time has passed, by the rounds that let old stories go: a clock that is far ahead for a while ends none.
//
//   round at       Mon 9:00   Mon 21:00   10 Apr 21:05   Tue 9:00   the clock was put right in between: nothing went
//   passed until   Mon 9:00   Mon 21:00   Mon 21:00      Tue 9:00
//
// A host that did not run for days looks like such a jump: stories go half a day later then, or at its next start. A device
// that polls feeds gives the time by their servers (feed/server-time.ts), so that a wrong clock is none for it, however long.
import * as z from 'zod/mini';
import { EpochMs } from './ids.ts';

/** Rounds are half a day apart at most while a browser runs, twice that after a night's sleep; a server's, a minute. */
const JUMP_MS = 2 * 86_400_000;
/** Longer than somebody leaves a clock that is a month ahead; a browser's next round comes by then. */
const DOUBT_MS = 11 * 3_600_000;
/** Several machines with one index differ by so much: a little back is no clock that was put right. */
const SKEW_MS = 600_000;

export const RoundClock = z.object({ roundAt: EpochMs, passedUntil: EpochMs, jumpedAt: z.nullable(EpochMs) });
export type RoundClock = z.infer<typeof RoundClock>;

/** To be called once a round, with what it gave the last time; null before the first. */
export function readClock(before: RoundClock | null, now: EpochMs): RoundClock {
  const steady = { roundAt: now, passedUntil: now, jumpedAt: null };
  if (before === null || now < before.roundAt - SKEW_MS) return steady;
  const { roundAt, passedUntil, jumpedAt } = before;
  if (now - roundAt > JUMP_MS) return { roundAt: now, passedUntil: roundAt, jumpedAt: now };
  return jumpedAt === null || now - jumpedAt >= DOUBT_MS ? steady : { roundAt: now, passedUntil, jumpedAt };
}
