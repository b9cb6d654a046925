// Fills the extension's database as weeks of polling would: articles in their stories, and the engine's snapshot.
import type { JSHandle, Page } from '@playwright/test';
import { createStoryClusterer } from '../../../engine/cluster/story-clusterer.ts';
import { summarizeStory } from '../../../engine/coverage/compute-coverage.ts';
import { groupBy } from '../../../engine/group-by.ts';
import type { ArticleId } from '../../../engine/ids.ts';
import { createOutletDirectory } from '../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../engine/outlet/outlet-rater.ts';
import type { ClusterArticle, Placement } from '../../../engine/ports.ts';
import { ENGINE_VERSION } from '../../../engine/version.ts';
import type { IndexState, LiveStory, StoredArticle } from '../../../utils/store/records.ts';
import { deviceOutletPack } from './device-news.ts';

const BATCH = 200;
const ROWS_AT_ONCE = 2_000;
const NO_BASELINE = { left: 0, center: 0, right: 0, rated: 0 };

/** Higher than any revision that a first round leaves. */
const REVISION = 1_000_000;

type Filling = {
  readonly articles: readonly ClusterArticle[];
  /** The extension's key of the current ratings: with another one it would recompute every story. */
  readonly ratedBy: string;
};

/** Replaces the index. The worker must not be running, since it would continue from its memory. */
export async function fillDevice(control: Page, { articles, ratedBy }: Filling): Promise<{ snapshotBytes: number }> {
  const clusterer = createStoryClusterer();
  const places = new Map<ArticleId, Placement>();
  for (const [index, article] of articles.entries()) {
    places.set(article.id, clusterer.add(article));
    if (index % BATCH !== BATCH - 1 && index !== articles.length - 1) continue;
    for (const { articleId, ...place } of clusterer.maintain().moves) places.set(articleId, place);
  }
  const rows = articles.map((article): StoredArticle => {
    const place = places.get(article.id);
    if (place === undefined) throw new Error('an article without a place');
    return { ...article, link: article.url, formerTitles: [], ...place };
  });
  const { data } = clusterer.snapshot();
  const index: IndexState = {
    revision: REVISION,
    engineVersion: ENGINE_VERSION,
    snapshotRevision: REVISION,
    ...clusterer.memory(),
  };

  const database = await control.evaluateHandle(openIndex);
  await control.evaluate(emptyIndex, database);
  await writeRows(control, { database, store: 'articles', rows });
  await writeRows(control, { database, store: 'stories', rows: summarize(rows, ratedBy) });
  await control.evaluate(writeEngine, { database, index, base64: Buffer.from(data).toString('base64') });
  return { snapshotBytes: data.length };
}

type Rows = { readonly database: JSHandle<IDBDatabase>; readonly store: string; readonly rows: readonly object[] };

async function writeRows(control: Page, { database, store, rows }: Rows): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await control.evaluate(putRows, { database, store, rows: rows.slice(from, from + ROWS_AT_ONCE) });
  }
}

function summarize(rows: readonly StoredArticle[], ratedBy: string): LiveStory[] {
  const rater = createOutletRater({ directory: createOutletDirectory([deviceOutletPack()]), packs: [], ownBias: {} });
  return [...groupBy(rows, ({ storyId }) => storyId)].map(([id, members]) => {
    const summary = summarizeStory({ storyId: id, members, rater, baseline: NO_BASELINE });
    const { articles, updatedAt } = summary;
    return { id, mergedInto: null, articles, updatedAt, summary, ratedBy };
  });
}

/** This and the following functions run in a page of the extension, which has created the database. */
export function openIndex(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('parallax');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function emptyIndex(database: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const stores = ['articles', 'stories', 'snapshots', 'journal', 'formerPlaces'];
    const transaction = database.transaction(stores, 'readwrite');
    for (const store of stores) transaction.objectStore(store).clear();
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

type Putting = { readonly database: IDBDatabase; readonly store: string; readonly rows: readonly object[] };

function putRows({ database, store, rows }: Putting): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    for (const row of rows) transaction.objectStore(store).put(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

type Engine = { readonly database: IDBDatabase; readonly index: IndexState; readonly base64: string };

function writeEngine({ database, index, base64 }: Engine): Promise<void> {
  return new Promise((resolve, reject) => {
    const { revision, engineVersion } = index;
    const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const transaction = database.transaction(['meta', 'snapshots'], 'readwrite');
    transaction.objectStore('snapshots').put({ revision, engineVersion, data }, 'engine');
    transaction.objectStore('meta').put(index, 'index');
    transaction.oncomplete = () => {
      database.close();
      resolve();
    };
    transaction.onerror = () => reject(transaction.error);
  });
}
