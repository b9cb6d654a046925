// The browser may stop the worker at any moment: nothing is lost, nothing is doubled, and every question gets its answer.

import type { FeedInfo } from '../../utils/messages.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import { expect, test } from '../support/extension.ts';
import { expectStory, readStats } from '../support/popup-reading.ts';

test('in the middle of a poll: the next cycle ends it, with every article once', async ({
  reader,
  extension,
  newsroom,
}) => {
  const slow = ['harbor-ledger.test', 'northwire.test', 'meridian-post.test'];
  const release = newsroom.hold((host, path) => slow.includes(host) && path !== '/');
  await reader.allowSampleSites();
  const asked = reader.ask('sync/now', {}).catch(() => 'killed');
  const done = async () =>
    ((await reader.ask('feeds/list', {})) as FeedInfo[]).filter((feed) => feed.lastSuccessAt !== null);
  await expect.poll(async () => (await done()).length).toBe(12);

  await extension.killWorker();
  await asked;
  release();
  await reader.syncNow();
  const state = (await reader.ask('sync/state', {})) as SyncState;
  expect(state.articles).toBe(newsroom.issue().length);
  const article = reader.find('harbor-ledger', 'bridge');
  const { popup } = await reader.openWithPopup(article.url);
  await expectStory(reader, { popup, article, issue: newsroom.issue() });
});

test('between the page’s report and the answer: the popup reads again', async ({ reader, extension }) => {
  await reader.setUp();
  const { url } = reader.find('meridian-post', 'comet');
  await extension.killWorker();
  const page = await reader.open(url); // the content script's message wakes the worker
  await extension.killWorker(); // … which may be anywhere between the report and its answer
  await page.bringToFront();
  const popup = await extension.openPopup();
  await expect.poll(() => readStats(popup), { timeout: 60_000 }).toMatchObject({ articles: 3 });
});

test('after everything: a stopped worker answers from what it stored', async ({ reader, extension }) => {
  await reader.setUp();
  const before = (await reader.ask('sync/state', {})) as SyncState;
  await extension.killWorker();
  const { popup } = await reader.openWithPopup(reader.find('meridian-post', 'comet').url);
  await expect.poll(() => readStats(popup)).toMatchObject({ articles: 3 });
  expect(await reader.ask('sync/state', {})).toEqual(before);
});
