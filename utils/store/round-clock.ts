// Notes the rounds that let old stories go, and tells up to when time has passed by them.
import type { EpochMs } from '../../engine/ids.ts';
import { RoundClock, readClock } from '../../engine/round-clock.ts';
import { parseRecord } from './records.ts';
import type { Transaction } from './transaction.ts';

const KEY = 'rounds';

/** To be called once a round. */
export async function passRound(transaction: Transaction<'readwrite'>, now: EpochMs): Promise<EpochMs> {
  const store = transaction.objectStore('meta');
  const before = parseRecord(RoundClock, await store.get(KEY), 'the rounds');
  const after = readClock(before, now);
  await store.put(after, KEY);
  return after.passedUntil;
}
