// Polling as seen by the newsroom's server: polite, with conditional requests, and with changed feeds read again.

import type { FeedInfo } from '../../utils/messages.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import { expect, settledTest, test } from '../support/extension.ts';
import { letFeedsBeDue } from '../support/feed-clock.ts';

settledTest('the second poll asks conditionally, is told 304, and changes nothing', async ({ reader, newsroom }) => {
  const before = (await reader.ask('sync/state', {})) as SyncState;
  const asked = newsroom.requests.length;
  await letFeedsBeDue(reader.control);
  await reader.ask('sync/now', {});
  const second = newsroom.requests.slice(asked).filter(({ host }) => host.endsWith('.test'));
  expect(second.map(({ status }) => status)).toEqual(Array.from({ length: 15 }, () => 304));
  for (const { headers } of second) {
    expect(headers['if-none-match']).toMatch(/^"/);
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  }
  const after = (await reader.ask('sync/state', {})) as SyncState;
  expect([after.articles, after.stories]).toEqual([before.articles, before.stories]);
});

settledTest(
  'an updated article keeps its place, shows its new title, and tells the one before',
  async ({ reader, newsroom }) => {
    const before = (await reader.ask('sync/state', {})) as SyncState;
    newsroom.setUpdated();
    await letFeedsBeDue(reader.control);
    await reader.ask('sync/now', {});
    expect(((await reader.ask('sync/state', {})) as SyncState).articles).toBe(before.articles);
    const { popup } = await reader.openWithPopup(reader.find('harbor-ledger', 'storm').url);
    await expect(
      popup.getByText('Storm Odile death toll rises to five as Tarrow river floods Linden Cove').first(),
    ).toBeVisible();
    const former = popup.getByText('Storm Odile hits Sable Coast, two dead and 200,000 without power');
    await expect(former).toBeHidden();
    await popup.getByText('seen under another headline before').click();
    await expect(former).toBeVisible();
  },
);

test('a feed that fails is listed as failing and does not block the others', async ({ reader, newsroom }) => {
  newsroom.setOverride((host, path) =>
    host === 'iron-gate.test' && path === '/index.rss' ? { status: 503, headers: { 'retry-after': '120' } } : undefined,
  );
  await reader.setUp();
  const feeds = (await reader.ask('feeds/list', {})) as FeedInfo[];
  const failing = feeds.filter((feed) => feed.problem !== null);
  expect(failing.map((feed) => feed.outletId)).toEqual(['iron-gate']);
  expect((await reader.syncNow()).failing).toBe(1);
});

test('only the chosen and allowed feeds are asked', async ({ reader, newsroom }) => {
  await reader.setUp();
  const feedHosts = newsroom.requests.filter(({ headers }) => headers['sec-fetch-mode'] !== 'navigate');
  const foreign = feedHosts.filter(
    ({ host }) => !host.endsWith('.test') && !/\.?(google|googleapis|gstatic)\.com$/.test(host),
  );
  expect(foreign.map(({ host }) => host)).toEqual([]);
});

settledTest('a round deletes a server’s answers that are too old, even if no new ones arrive', async ({ reader }) => {
  const left = await reader.control.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('parallax');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const open = (mode: IDBTransactionMode) => opened.transaction('answers', mode).objectStore('answers');
    const of = (key: string, daysAgo: number) => ({ key, size: 1, askedAt: Date.now() - daysAgo * 86_400_000 });
    const written = open('readwrite');
    for (const answer of [of('kept', 1), of('gone', 4)]) written.put(answer);
    await chrome.runtime.sendMessage({ name: 'sync/now', input: {} });
    const keys = open('readonly').getAllKeys();
    await new Promise((resolve) => {
      keys.onsuccess = resolve;
    });
    opened.close();
    return keys.result;
  });
  expect(left).toEqual(['kept']);
});
