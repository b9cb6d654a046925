// What is remembered about polling across browser restarts: enough for "first sync", "offline since" and "as of".
import * as z from 'zod/mini';
import { EpochMs } from '../../engine/ids.ts';
import { browser } from '../browser.ts';

const SyncRecord = z.object({
  hasEndedCycle: z.boolean(),
  lastSuccessAt: z.nullable(EpochMs),
  offlineSince: z.nullable(EpochMs),
  storageFull: z.boolean(),
});
export type SyncRecord = z.infer<typeof SyncRecord>;

const KEY = 'sync-record';
const NEVER_SYNCED: SyncRecord = { hasEndedCycle: false, lastSuccessAt: null, offlineSince: null, storageFull: false };

export async function readSyncRecord(): Promise<SyncRecord> {
  const parsed = SyncRecord.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.data : NEVER_SYNCED;
}

export async function writeSyncRecord(record: SyncRecord): Promise<void> {
  await browser.storage.local.set({ [KEY]: record });
}

export async function forgetSyncRecord(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
