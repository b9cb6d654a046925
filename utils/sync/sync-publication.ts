// Shares the state of polling with the extension's pages through storage.session.
import { browser } from '../browser.ts';
import { SyncState } from '../sync-state.ts';

export const SYNC_KEY = 'sync';

export async function publishSyncState(state: SyncState): Promise<void> {
  await browser.storage.session.set({ [SYNC_KEY]: state });
}

/** Null when this browser session has not polled yet. */
export async function readSyncState(): Promise<SyncState | null> {
  const parsed = SyncState.safeParse((await browser.storage.session.get(SYNC_KEY))[SYNC_KEY]);
  return parsed.success ? parsed.data : null;
}
