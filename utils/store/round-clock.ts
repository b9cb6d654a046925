// Tells up to when time has passed, by the rounds that let old stories go: a clock that is far ahead for a while ends none.
//
//   round at       Mon 9:00   Mon 21:00   10 Apr 21:05   Tue 9:00   the clock was put right in between: nothing went
//   passed until   Mon 9:00   Mon 21:00   Mon 21:00      Tue 9:00
//
// A browser that was closed for days looks like such a jump: stories go half a day later then, or at its next start.
import * as z from 'zod/mini';
import { EpochMs } from '../../engine/ids.ts';
import { parseRecord } from './records.ts';
import type { Transaction } from './transaction.ts';

const KEY = 'rounds';

/** Rounds are half a day apart at most while the browser runs, twice that after a night's sleep. */
const JUMP_MS = 2 * 86_400_000;
/** Longer than somebody leaves a clock that is a month ahead; the next round comes by then. */
const DOUBT_MS = 11 * 3_600_000;

const RoundClock = z.object({ roundAt: EpochMs, passedUntil: EpochMs, jumpedAt: z.nullable(EpochMs) });
export type RoundClock = z.infer<typeof RoundClock>;

/** To be called once a round. */
export async function passRound(transaction: Transaction<'readwrite'>, now: EpochMs): Promise<EpochMs> {
  const store = transaction.objectStore('meta');
  const before = parseRecord(RoundClock, await store.get(KEY), 'the rounds');
  const after = readClock(before, now);
  await store.put(after, KEY);
  return after.passedUntil;
}

function readClock(before: RoundClock | null, now: EpochMs): RoundClock {
  const steady = { roundAt: now, passedUntil: now, jumpedAt: null };
  if (before === null || now < before.roundAt) return steady;
  const { roundAt, passedUntil, jumpedAt } = before;
  if (now - roundAt > JUMP_MS) return { roundAt: now, passedUntil: roundAt, jumpedAt: now };
  return jumpedAt === null || now - jumpedAt >= DOUBT_MS ? steady : { roundAt: now, passedUntil, jumpedAt };
}
