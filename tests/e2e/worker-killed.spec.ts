// The browser may stop the worker at any moment: nothing is lost or duplicated, and every request gets its answer.

import type { SyncState } from '../../utils/sync-state.ts';
import { expect, settledTest, test } from '../support/extension.ts';
import { expectArticles, expectStory, expectTitle } from '../support/popup-reading.ts';

test('in the middle of a poll: the next cycle ends it, with every article once', async ({
  reader,
  extension,
  newsroom,
}) => {
  const slow = ['harbor-ledger.test', 'northwire.test', 'meridian-post.test'];
  const arrived = new Set<string>();
  const release = newsroom.hold((host) => slow.includes(host) && arrived.add(host).size > 0);
  await reader.allowSampleSites();
  const asked = reader.ask('sync/now', {}).catch(() => 'killed');
  await expect.poll(() => arrived.size).toBeGreaterThan(0);

  await extension.killWorker();
  release(); // a request that arrived after the stop is answered by the next worker's poll
  await asked;
  await reader.syncNow();
  const state = (await reader.ask('sync/state', {})) as SyncState;
  expect(state.articles).toBe(newsroom.issue().length);
  const article = reader.find('harbor-ledger', 'bridge');
  const { popup } = await reader.openWithPopup(article.url);
  await expectStory(reader, { popup, article, issue: newsroom.issue() });
});

const MOMENTS = [
  { name: 'while the page is being read', written: '"status":"reading"' },
  { name: 'during the lookup, between the page’s report and the answer', written: '"type":"article"' },
];

for (const { name, written } of MOMENTS) {
  settledTest(`${name}: the popup has the answer all the same`, async ({ reader, extension }) => {
    await extension.killWorker(); // the next worker starts with an empty memory and takes longer
    const reached = reader.control.evaluate(
      (wanted) =>
        new Promise<void>((resolve) => {
          chrome.storage.session.onChanged.addListener((changes) => {
            if (JSON.stringify(changes).includes(wanted)) resolve();
          });
        }),
      written,
    );
    const page = await reader.open(reader.find('meridian-post', 'comet').url);
    await reached;
    await extension.killWorker();
    await page.bringToFront();
    const popup = await extension.openPopup();
    await expectArticles(popup, 3);
  });
}

settledTest(
  'before its scripts were registered: the next one registers them, and reads the page',
  async ({ reader, extension }) => {
    const readLooked = () => reader.control.evaluate(() => chrome.storage.session.get('looked'));
    await expect.poll(readLooked).toEqual({ looked: true });
    // What remains if the worker was stopped right after the extension was installed or updated.
    await reader.control.evaluate(async () => {
      await chrome.scripting.unregisterContentScripts();
      await chrome.storage.session.remove('looked');
    });
    await extension.killWorker();
    const { url } = reader.find('meridian-post', 'comet');
    await reader.open(url);
    await expect.poll(() => reader.badge(url)).toBe('3');
  },
);

settledTest('while the popup waits for it: it asks again, and has the answer', async ({ reader, extension }) => {
  const { url } = reader.find('meridian-post', 'comet');
  const { popup } = await reader.openWithPopup(url);
  await expectArticles(popup, 3);
  await extension.killWorker();
  // What remains if the worker was stopped between the page's report and the answer.
  await reader.control.evaluate(async () => {
    const kept =
      await chrome.storage.session.get<Record<string, { readonly page?: { readonly status: string } }>>(null);
    const [key, state] = Object.entries(kept).find(([, value]) => value.page?.status === 'covered') ?? [];
    if (key === undefined) throw new Error('no tab is covered');
    await chrome.storage.session.set({ [key]: { ...state, page: { status: 'reading', since: Date.now() } } });
  });
  await expectTitle(popup, 'Reading this page…');
  await expectArticles(popup, 3);
});

settledTest('after everything: a stopped worker answers from what it stored', async ({ reader, extension }) => {
  /** Without the state of a round that may be running just then. */
  const readState = async () => ({ ...((await reader.ask('sync/state', {})) as SyncState), running: null });
  const before = await readState();
  await extension.killWorker();
  const { popup } = await reader.openWithPopup(reader.find('meridian-post', 'comet').url);
  await expectArticles(popup, 3);
  expect(await readState()).toEqual(before);
});
