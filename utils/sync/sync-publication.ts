// Shares the state of polling with the extension's pages through storage.session.
import { browser } from '../browser.ts';
import { SYNC_KEY } from '../follow-sync.ts';
import type { SyncState } from '../sync-state.ts';

export async function publishSyncState(state: SyncState): Promise<void> {
  await browser.storage.session.set({ [SYNC_KEY]: state });
}
