// The ledger of private windows loses no line, and keeps as many as the one on disk.
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  addToPrivateLedger,
  clearPrivateLedger,
  readPrivateLedger,
} from '../../../../../utils/coverage/remote/private-ledger.ts';
import { LEDGER_MAX } from '../../../../../utils/ledger-entry.ts';
import { ledgerLineOf } from '../../../../support/ledger-line.ts';

const entryOf = (at: number) => ledgerLineOf({ at, isInMemory: true });
const times = async () => (await readPrivateLedger()).map(({ at }) => at);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test('requests that end at the same time all have their line', async () => {
  await Promise.all(range(0, 4).map((at) => addToPrivateLedger(entryOf(at))));
  expect(await times()).toEqual([0, 1, 2, 3]);
});

test('the newest 3,000 are kept, in the order of the requests, and adding a line does not rewrite all of them', {
  timeout: 60_000,
}, async () => {
  const total = LEDGER_MAX + 250;
  for (const at of range(0, total)) await addToPrivateLedger(entryOf(at));
  const kept = await times();
  expect(kept).toEqual(range(total - kept.length, total));
  expect(kept.length).toBeGreaterThanOrEqual(LEDGER_MAX);
  expect(kept.length).toBeLessThan(LEDGER_MAX + 100);
  const items: Record<string, unknown> = await fakeBrowser.storage.session.get(null);
  expect(Math.max(...Object.values(items).map((item) => JSON.stringify(item).length))).toBeLessThan(30_000);
});

test('clearing leaves nothing, and lines come in again', async () => {
  for (const at of range(0, 150)) await addToPrivateLedger(entryOf(at));
  await clearPrivateLedger();
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  await addToPrivateLedger(entryOf(1));
  expect(await times()).toEqual([1]);
});
