// The ledger of private windows: in memory, gone with the browser.
import * as z from 'zod/mini';
import { browser } from '../../browser.ts';
import { LedgerEntry } from '../../ledger-entry.ts';

const KEY = 'private-ledger';
const ENTRIES_MAX = 300;

/** Oldest first. */
export async function readPrivateLedger(): Promise<readonly LedgerEntry[]> {
  const parsed = z.array(LedgerEntry).safeParse((await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? parsed.data : [];
}

export async function addToPrivateLedger(entry: LedgerEntry): Promise<void> {
  const entries = [...(await readPrivateLedger()), entry].slice(-ENTRIES_MAX);
  await browser.storage.session.set({ [KEY]: entries });
}

export async function clearPrivateLedger(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
