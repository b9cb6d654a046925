// "Clear everything": no polled, imported or recorded data remain, and a user who starts over finds everything again.
import type { FeedInfo, RatingPackInfo } from '../../utils/messages.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import { expect, test } from '../support/extension.ts';

test('no data remain, and what was polled before comes back', async ({ reader }) => {
  const syncState = async () => (await reader.ask('sync/state', {})) as SyncState;
  const importedPacks = async () =>
    ((await reader.ask('ratings/list', {})) as RatingPackInfo[]).filter((pack) => !pack.isShipped);
  await reader.setUp();
  const before = await syncState();
  expect(before.articles).toBeGreaterThan(0);
  expect(await importedPacks()).not.toEqual([]);
  await reader.writeSettings({ ownBias: { 'harbor-ledger': { bias: 1, date: '2026-03-01' } } });

  await reader.ask('data/clear', {});
  expect(await syncState()).toMatchObject({ articles: 0, stories: 0, isFirst: true, lastSuccessAt: null });
  expect(await importedPacks()).toEqual([]);
  const feeds = (await reader.ask('feeds/list', {})) as FeedInfo[];
  expect(feeds.filter(({ url }) => url.includes('.test/'))).toEqual([]);
  const kept = await reader.control.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(kept).not.toContain('.test');
  expect(kept).not.toContain('harbor-ledger');

  await reader.setUp();
  const again = await syncState();
  expect([again.articles, again.stories]).toEqual([before.articles, before.stories]);
});

test('cleared in the middle of a round: nothing is left out of the next one', async ({ reader, newsroom }) => {
  await reader.allowSampleSites();
  const first = reader.ask('sync/now', {});
  await expect.poll(() => newsroom.requests.filter(({ path }) => path.endsWith('.rss')).length).toBeGreaterThan(0);
  await reader.ask('data/clear', {});
  await first;
  await reader.setUp();
  const { articles, isFirst } = (await reader.ask('sync/state', {})) as SyncState;
  expect(isFirst).toBe(false);
  expect(articles).toBe(new Set(newsroom.issue().map(({ url }) => url)).size);
});
