// Follows the state of polling: the stored state first, then every change.
import { browser } from './browser.ts';
import { sendMessage } from './messaging.ts';
import { SyncState } from './sync-state.ts';

export const SYNC_KEY = 'sync';

/** Returns a function that stops it. */
export function followSync(listener: (sync: SyncState) => void): () => void {
  const tell = (stored: unknown) => {
    const sync = parseSync(stored);
    if (sync !== null) listener(sync);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[SYNC_KEY]) tell(changes[SYNC_KEY].newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  void sendMessage('sync/state', {}).then((answer) => {
    if (answer.ok) tell(answer.value);
  });
  return () => browser.storage.onChanged.removeListener(onChanged);
}

export function parseSync(stored: unknown): SyncState | null {
  const parsed = SyncState.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
