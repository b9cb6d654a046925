// Records the rounds in which old stories expire, and returns how far time has verifiably passed (engine/round-clock.ts).
import type { EpochMs } from '../../engine/ids.ts';
import { RoundClock, readClock } from '../../engine/round-clock.ts';
import { parseRecord } from './records.ts';
import type { Transaction } from './transaction.ts';

const KEY = 'rounds';

/** Call it once per round. */
export async function passRound(transaction: Transaction<'readwrite'>, now: EpochMs): Promise<EpochMs> {
  const store = transaction.objectStore('meta');
  const before = parseRecord(RoundClock, await store.get(KEY), 'the rounds');
  const after = readClock(before, now);
  await store.put(after, KEY);
  return after.passedUntil;
}
