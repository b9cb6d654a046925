// The migrations of the database: step n takes it from version n to n + 1, and is never edited once released.
import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** Sees the database as it is at that step, which the current types do not describe. */
export type Migration = (
  db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

export const MIGRATIONS: readonly Migration[] = [createStores, addServerStores, addFormerPlaces, addJournal];

function createStores(db: IDBPDatabase): void {
  const articles = db.createObjectStore('articles', { keyPath: 'id' });
  articles.createIndex('byStory', 'storyId');
  articles.createIndex('bySeen', ['firstSeenAt', 'id']);
  articles.createIndex('byOutletAndStory', ['outletId', 'storyId']);
  const stories = db.createObjectStore('stories', { keyPath: 'id' });
  stories.createIndex('byUpdated', 'updatedAt');
  stories.createIndex('byMergedInto', 'mergedInto');
  db.createObjectStore('feeds', { keyPath: 'url' });
  const separations = db.createObjectStore('separations', { keyPath: ['articleId', 'storyId'] });
  separations.createIndex('byStory', 'storyId');
  db.createObjectStore('packs', { keyPath: ['kind', 'id'] });
  db.createObjectStore('meta');
  db.createObjectStore('snapshots');
}

/** For server mode: cached answers, the ledger of requests, and the stories that articles were separated from. */
function addServerStores(db: IDBPDatabase): void {
  const has = (name: string) => db.objectStoreNames.contains(name);
  if (!has('answers')) db.createObjectStore('answers', { keyPath: 'key' }).createIndex('byAge', ['askedAt', 'size']);
  if (!has('ledger'))
    db.createObjectStore('ledger', { keyPath: 'id', autoIncrement: true }).createIndex('byKind', 'kind');
  if (!has('remoteSeparations')) db.createObjectStore('remoteSeparations', { keyPath: ['articleId', 'storyId'] });
}

/** Articles that ids of stories once stood for. */
function addFormerPlaces(db: IDBPDatabase): void {
  const has = db.objectStoreNames.contains('formerPlaces');
  if (!has) db.createObjectStore('formerPlaces', { keyPath: ['storyId', 'articleId'] });
}

/** What the engine has processed since its snapshot. */
function addJournal(db: IDBPDatabase): void {
  if (!db.objectStoreNames.contains('journal')) db.createObjectStore('journal', { keyPath: 'revision' });
}
