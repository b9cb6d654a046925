// The ledger of private windows, and under `keepNothing`: in memory, gone when the browser closes.
//
//   private-ledger            { first: 2, last: 4 }
//   private-ledger:2, 3, 4    up to 100 lines each, oldest first; lines are added to the last block, and the first is dropped
//
// In blocks, because a change of one item sends its whole old and new value to every page of the extension.
import * as z from 'zod/mini';
import { browser } from '../../browser.ts';
import { LEDGER_MAX, LedgerEntry } from '../../ledger-entry.ts';
import { createSerialQueue } from '../../serial-queue.ts';

const KEY = 'private-ledger';
const BLOCK_LINES = 100;
/** As many lines as on disk, and one block that is being filled: 0.8 MB of the 10 MB of `storage.session`. */
const BLOCKS_MAX = LEDGER_MAX / BLOCK_LINES + 1;

const Blocks = z.object({ first: z.number(), last: z.number() });
type Blocks = z.infer<typeof Blocks>;
const NONE: Blocks = { first: 0, last: 0 };

/** Serialises changes: several requests may end at once, and each reads a block before it writes it. */
const inTurn = createSerialQueue();

/** Oldest first. */
export function readPrivateLedger(): Promise<readonly LedgerEntry[]> {
  return inTurn(async () => {
    const keys = listKeys(await readBlocks());
    const stored = await browser.storage.session.get(keys);
    return keys.flatMap((key) => parseBlock(stored[key]));
  });
}

export function addToPrivateLedger(entry: LedgerEntry): Promise<void> {
  return inTurn(async () => {
    const { first, last } = await readBlocks();
    const key = toKey(last);
    const lines = [...parseBlock((await browser.storage.session.get(key))[key]), entry];
    const isFull = lines.length >= BLOCK_LINES;
    const blocks = { first, last: isFull ? last + 1 : last };
    if (blocks.last - first >= BLOCKS_MAX) {
      blocks.first = first + 1;
      await browser.storage.session.remove(toKey(first));
    }
    await browser.storage.session.set({ [key]: lines, ...(isFull ? { [KEY]: blocks } : {}) });
  });
}

/** Replaces a line that equals `before`, if there still is one. */
export function replaceInPrivateLedger(before: LedgerEntry, after: LedgerEntry): Promise<void> {
  return inTurn(async () => {
    for (const key of listKeys(await readBlocks()).reverse()) {
      const lines = parseBlock((await browser.storage.session.get(key))[key]);
      const index = lines.findLastIndex((line) => JSON.stringify(line) === JSON.stringify(before));
      if (index >= 0) return browser.storage.session.set({ [key]: lines.with(index, after) });
    }
  });
}

export function clearPrivateLedger(): Promise<void> {
  return inTurn(async () => browser.storage.session.remove([KEY, ...listKeys(await readBlocks())]));
}

async function readBlocks(): Promise<Blocks> {
  const parsed = Blocks.safeParse((await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? parsed.data : NONE;
}

function parseBlock(stored: unknown): LedgerEntry[] {
  const parsed = z.array(LedgerEntry).safeParse(stored);
  return parsed.success ? parsed.data : [];
}

const listKeys = ({ first, last }: Blocks): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => toKey(first + index));

const toKey = (block: number): string => `${KEY}:${block}`;
