// The time up to which old stories may be dropped, so that a clock that is wrong by weeks for a while drops none.
//
//   round at       Mon 9:00   Mon 21:00   10 Apr 21:05   Tue 9:00   the clock was corrected in between: nothing was dropped
//   passed until   Mon 9:00   Mon 21:00   Mon 21:00      Tue 9:00
//
// A host that did not run for days looks like such a jump: its stories are dropped half a day later, or at its next start. A
// device that polls feeds passes the time of their servers (feed/server-time.ts), so its own wrong clock has no effect at all.
import * as z from 'zod/mini';
import { EpochMs } from './ids.ts';

/** A longer gap counts as a jump. Rounds are at most half a day apart in a running browser, a day after a night's sleep; a minute on a server. */
const JUMP_MS = 2 * 86_400_000;
/** A jump is believed after this time: nobody leaves a clock a month ahead for so long, and a browser's next round comes by then. */
const DOUBT_MS = 11 * 3_600_000;
/** Clocks of machines that share one index differ by this much: going back by less does not mean that the clock was corrected. */
const SKEW_MS = 600_000;

export const RoundClock = z.object({ roundAt: EpochMs, passedUntil: EpochMs, jumpedAt: z.nullable(EpochMs) });
export type RoundClock = z.infer<typeof RoundClock>;

/** Call it once a round with its previous result, null before the first. */
export function readClock(before: RoundClock | null, now: EpochMs): RoundClock {
  const steady = { roundAt: now, passedUntil: now, jumpedAt: null };
  if (before === null || now < before.roundAt - SKEW_MS) return steady;
  const { roundAt, passedUntil, jumpedAt } = before;
  if (now - roundAt > JUMP_MS) return { roundAt: now, passedUntil: roundAt, jumpedAt: now };
  return jumpedAt === null || now - jumpedAt >= DOUBT_MS ? steady : { roundAt: now, passedUntil, jumpedAt };
}
