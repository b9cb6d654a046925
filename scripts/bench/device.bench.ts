// How long operations take on a full device, compared with one of 1,000 articles: polling, answers, badges and clearing.
//
// PARALLAX_BENCH_DEVICE sets the number of articles (default 20,000; at most 60,000 are kept).
import type { Page } from '@playwright/test';
import { askWorker } from '../newsroom/import-newsroom.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { openNewsroomBrowser, stopWorker } from '../newsroom/open-newsroom-browser.ts';
import { syncNow, writeSettings } from '../newsroom/set-up-reader.ts';
import { buildExtension } from '../setup/build-extension.ts';
import type { ExtensionBrowser } from '../setup/extension-browser.ts';
import { type BenchTable, ms } from './bench-table.ts';
import { createDeviceNews, DEVICE_FEEDS, type DeviceNews, deviceOutletPack } from './device/device-news.ts';
import { fillDevice, openIndex } from './device/fill-device.ts';

const FEW = 1_000;
const FULL = Number(process.env.PARALLAX_BENCH_DEVICE ?? 20_000);
const DAYS = 13.9; // articles of two weeks are kept
const EVERY_ORIGIN = '*://*/*';
const FRESH = 60;
const FRONT = 'https://outlet-3.test/';

type Device = { readonly extension: ExtensionBrowser; readonly newsroom: Newsroom; readonly news: DeviceNews };

export async function bench(): Promise<BenchTable> {
  await buildExtension('chrome');
  const few = await measureDevice(FEW);
  const full = await measureDevice(FULL);
  return {
    title: `A device of ${FULL} articles in Chromium (invented stream, ${DEVICE_FEEDS.length} feeds)`,
    rows: [...full].map(([what, took]) => {
      const beside = few.get(what) ?? Number.NaN;
      return { what, ours: ms(took), beside: `${FEW} articles: ${ms(beside)}`, ratio: took / beside };
    }),
  };
}

/** Milliseconds of each operation, measured once; the worker is stopped before those that say so. */
async function measureDevice(size: number): Promise<ReadonlyMap<string, number>> {
  const { extension, newsroom, close } = await openNewsroomBrowser([EVERY_ORIGIN]);
  const device = { extension, newsroom, news: createDeviceNews() };
  const { control } = extension;
  const took = new Map<string, number>();
  const time = async (what: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    took.set(what, performance.now() - start);
  };
  try {
    await setUp(device, size);
    await time('latest stories, worker stopped', () =>
      askWorker(control, { name: 'stories/latest', input: { limit: 20 } }),
    );
    await time('state of the feeds, with counts', () => askWorker(control, { name: 'sync/state' }));
    await makeFeedsDue(control);
    device.news.publish(FRESH, Date.now());
    await time(`a round with ${FRESH} new articles`, () => syncNow(control));
    await stopWorker(extension);
    await time('an article that no feed lists, worker stopped', () => readNewArticle(device));
    await time('such an article, worker running', () => readNewArticle(device));
    await stopWorker(extension);
    await time('first badge of a front page, worker stopped', () => findBadge(extension));
    await time('first badge, worker running', () => findBadge(extension));
    await stopWorker(extension);
    await dropSnapshot(control);
    await time('such an article, engine built anew', () => readNewArticle(device));
    await time('clearing everything', () => askWorker(control, { name: 'data/clear' }));
    return took;
  } finally {
    await close();
  }
}

async function setUp({ extension, newsroom, news }: Device, size: number): Promise<void> {
  const { control } = extension;
  newsroom.setOverride(news.serve);
  await extension.requestOrigins([EVERY_ORIGIN]);
  await askWorker(control, { name: 'outlets/import', input: { text: JSON.stringify(deviceOutletPack()) } });
  const shipped = (await askWorker(control, { name: 'feeds/list' })) as readonly { readonly url: string }[];
  await writeSettings(control, {
    isOnboarded: true,
    isPollingOn: false,
    readingMode: 'every-site',
    feedsAdded: DEVICE_FEEDS,
    feedsRemoved: shipped.flatMap(({ url }) => (DEVICE_FEEDS.includes(url) ? [] : [url])),
  });
  const articles = news.past({ count: size, until: Date.now() - 3_600_000, days: DAYS });
  await untilFeedsAreKnown(control);
  await syncNow(control); // creates the database
  const ratedBy = await control.evaluate(readRating, await control.evaluateHandle(openIndex));
  await stopWorker(extension);
  await fillDevice(control, { articles, ratedBy });
  await stopWorker(extension);
}

/** Settings reach the worker a moment after they are written. */
async function untilFeedsAreKnown(control: Page): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { feedsAllowed } = (await askWorker(control, { name: 'sync/state' })) as { readonly feedsAllowed: number };
    if (feedsAllowed === DEVICE_FEEDS.length) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the feeds never came into use');
}

async function readNewArticle({ extension, news }: Device): Promise<void> {
  const [article] = news.publish(1, Date.now());
  if (article === undefined) throw new Error('no article');
  const page = await extension.context.newPage();
  await page.goto(article.url);
  await extension.control.evaluate(untilAnswered, article.url);
  await page.close();
}

async function findBadge({ context }: ExtensionBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto(FRONT);
  await page.locator('parallax-badges .badge').first().waitFor({ state: 'attached' });
  await page.close();
}

async function makeFeedsDue(control: Page): Promise<void> {
  await control.evaluate(askFeedsAgain, await control.evaluateHandle(openIndex));
}

async function dropSnapshot(control: Page): Promise<void> {
  await control.evaluate(
    (database) =>
      new Promise<void>((resolve) => {
        const transaction = database.transaction('snapshots', 'readwrite');
        transaction.objectStore('snapshots').clear();
        transaction.oncomplete = () => {
          database.close();
          resolve();
        };
      }),
    await control.evaluateHandle(openIndex),
  );
}

/** This and the following functions run in a page of the extension. */
function readRating(database: IDBDatabase): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = database.transaction('stories').objectStore('stories').getAll(null, 500);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      database.close();
      const rated = request.result.find((story) => typeof story.ratedBy === 'string');
      if (rated === undefined) reject(new Error('no story has been rated'));
      else resolve(rated.ratedBy);
    };
  });
}

function askFeedsAgain(database: IDBDatabase): Promise<void> {
  return new Promise((resolve) => {
    const transaction = database.transaction('feeds', 'readwrite');
    const request = transaction.objectStore('feeds').openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return;
      cursor.update({ ...cursor.value, lastAttemptAt: 0, nextPollAt: 0 });
      cursor.continue();
    };
    transaction.oncomplete = () => {
      database.close();
      resolve();
    };
  });
}

async function untilAnswered(address: string): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
    const key = `tab:${tab?.id}`;
    const state = (await chrome.storage.session.get(key))[key] as { page?: { status?: string } } | undefined;
    if (['covered', 'uncovered', 'possible'].includes(state?.page?.status ?? '')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the page was never answered');
}
