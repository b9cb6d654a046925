// Records the rounds in which old stories expire, and returns how far time has verifiably passed (engine/round-clock.ts).
import type { EpochMs } from '../../engine/ids.ts';
import { RoundClock, readClock } from '../../engine/round-clock.ts';
import { createRecordParser } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseClock = createRecordParser(RoundClock, 'the rounds');
const KEY = 'rounds';

/** Call it once per round. */
export async function passRound(transaction: Transaction<'readwrite'>, now: EpochMs): Promise<EpochMs> {
  const store = transaction.objectStore('meta');
  const before = parseClock(await store.get(KEY));
  const after = readClock(before, now);
  await store.put(after, KEY);
  return after.passedUntil;
}
