// The database opens, is upgraded, reopens after it was closed, and reports what failed.
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type Store } from '../../../../utils/store/database.ts';
import { MIGRATIONS, type Migration } from '../../../../utils/store/migrations.ts';
import { readWith, writeWith } from '../../../../utils/store/transaction.ts';
import { fetchedFeed, startFreshProfile, startWorker, succeed } from '../../../support/on-device-fixtures.ts';

beforeEach(startFreshProfile);

const STORE_NAMES = [
  'answers',
  'articles',
  'feeds',
  'formerPlaces',
  'journal',
  'ledger',
  'meta',
  'packs',
  'remoteSeparations',
  'separations',
  'snapshots',
  'stories',
];

/** The article as version 1 stored it. */
async function fillVersion1(): Promise<void> {
  const { source, store } = startWorker();
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
  const articles = await succeed(store.run((db) => db.getAll('articles')));
  store.close();
  startFreshProfile();
  const old = createStore({ migrations: MIGRATIONS.slice(0, 1) });
  await succeed(old.run((db) => Promise.all(articles.map((article) => db.put('articles', article)))));
  old.close();
}

it('is opened once for all who ask', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  const store = createStore();
  const [one, other] = await Promise.all([1, 2].map(() => succeed(store.run(async (db) => db))));
  expect(await succeed(store.run(async (db) => db))).toBe(one);
  expect(other).toBe(one);
  expect(open).toHaveBeenCalledOnce();
});

describe('the schema', () => {
  it('has its object stores in a new profile', async () => {
    const store = createStore();
    expect(await succeed(store.run(async (db) => [...db.objectStoreNames]))).toEqual(STORE_NAMES);
  });

  it('keeps what version 1 held when a step is added, and runs only the new step', async () => {
    await fillVersion1();

    const steps: number[] = [];
    const addIndex: Migration = (_db, transaction) => {
      steps.push(transaction.db.version);
      transaction.objectStore('articles').createIndex('byLang', 'lang');
    };
    const store = createStore({ migrations: [...MIGRATIONS.slice(0, 1), addIndex] });
    const titles = await succeed(store.run(async (db) => (await db.getAll('articles')).map(({ title }) => title)));
    expect(titles).toEqual(['bridge closed']);
    expect(steps).toEqual([2]);
    expect(await succeed(store.run(async (db) => [...db.transaction('articles').store.indexNames]))).toContain(
      'byLang',
    );
  });

  it('adds the stores of server mode to a profile from before them, and again where they are there already', async () => {
    await fillVersion1();
    const again = MIGRATIONS.slice(1);
    const store = createStore({ migrations: [...MIGRATIONS, ...again] });
    expect(await succeed(store.run(async (db) => [...db.objectStoreNames]))).toEqual(STORE_NAMES);
    expect(await succeed(store.run((db) => db.count('articles')))).toBe(1);
  });

  it('leaves the old version as it was when a step fails', async () => {
    const first = createStore({ migrations: MIGRATIONS.slice(0, 1) });
    await succeed(first.run(async () => undefined));
    first.close();
    const fail: Migration = (db) => {
      db.createObjectStore('half');
      throw new DOMException('no', 'DataError');
    };
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failed = await createStore({ migrations: [...MIGRATIONS.slice(0, 1), fail] }).run(async () => undefined);
    expect(failed).toMatchObject({ ok: false, error: { reason: 'storage-failed' } });
    const again = createStore({ migrations: MIGRATIONS.slice(0, 1) });
    const before = ['articles', 'feeds', 'meta', 'packs', 'separations', 'snapshots', 'stories'];
    expect(await succeed(again.run(async (db) => [...db.objectStoreNames]))).toEqual(before);
  });
});

describe('the connection', () => {
  it('closes for a newer version in another page, and fails when the older one opens it again', async () => {
    const older = createStore({ migrations: MIGRATIONS.slice(0, 1) });
    await succeed(older.run(async () => undefined));
    const newer = createStore({ migrations: [...MIGRATIONS.slice(0, 1), () => undefined] });
    expect(await succeed(newer.run(async (db) => db.version))).toBe(2);
    expect(await older.run(async () => undefined)).toEqual({ ok: false, error: { reason: 'storage-newer' } });
  });

  it('times out when a page that does not close its connection blocks it', async () => {
    const stubborn = await openDB('parallax', 1);
    const blocked = createStore({ migrations: [...MIGRATIONS, () => undefined], blockedMs: 1 });
    expect(await blocked.run(async () => undefined)).toMatchObject({ ok: false, error: { reason: 'storage-failed' } });
    stubborn.close();
  });

  it('is opened again after the browser has closed it', async () => {
    const store = createStore();
    await succeed(
      store.run(async (db) => {
        db.close();
      }),
    );
    expect(await succeed(store.run(readWith(['feeds'], (tx) => tx.objectStore('feeds').count())))).toBe(0);
  });

  it('reports that the browser has no database, and works once there is one', async () => {
    const store = createStore();
    vi.stubGlobal('indexedDB', undefined);
    expect(await store.run(async () => 1)).toEqual({ ok: false, error: { reason: 'storage-forbidden' } });
    expect(await store.discard()).toEqual({ ok: false, error: { reason: 'storage-forbidden' } });
    vi.unstubAllGlobals();
    startFreshProfile();
    expect(await succeed(store.run(async () => 1))).toBe(1);
  });

  it('reports that Firefox never remembers history and may not open it', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    const store = createStore();
    const refused = { ok: false, error: { reason: 'storage-forbidden' } };
    expect(await store.run(async () => 1)).toEqual(refused);
    expect(await store.discard()).toEqual(refused);
  });
});

describe('a deleted database', () => {
  const newer = () => createStore({ migrations: [...MIGRATIONS, () => undefined] });
  const fill = (store: Store) => succeed(store.run((db) => db.put('feeds', fetchedFeed('one.test', []).state)));
  const count = (store: Store) => succeed(store.run((db) => db.count('feeds')));

  it('is empty the next time it is opened', async () => {
    const store = createStore();
    await fill(store);
    await succeed(store.discard());
    expect(await count(store)).toBe(0);
  });

  it('may be of a later version, which cannot be opened', async () => {
    await fill(newer());
    const store = createStore();
    expect(await store.run(async () => 1)).toEqual({ ok: false, error: { reason: 'storage-newer' } });
    await succeed(store.discard());
    expect(await count(store)).toBe(0);
  });

  it('stays while another page holds a connection, and that is reported', async () => {
    const stubborn = await openDB('parallax', 1);
    const store = createStore({ blockedMs: 1 });
    expect(await store.discard()).toMatchObject({ ok: false, error: { reason: 'storage-failed' } });
    stubborn.close();
  });
});

describe('a transaction', () => {
  const feed = { ...fetchedFeed('one.test', []).state };

  it('rolls back everything when its work throws, and passes a bug’s exception on', async () => {
    const store = createStore();
    const broken = store.run(
      writeWith(['feeds'], async (tx) => {
        await tx.objectStore('feeds').put(feed);
        throw new TypeError('a bug');
      }),
    );
    await expect(broken).rejects.toThrow('a bug');
    expect(await succeed(store.run((db) => db.count('feeds')))).toBe(0);
  });

  it('tells a full disk from other failures', async () => {
    const store = createStore();
    const failWith = (name: string) =>
      store.run(
        writeWith(['feeds'], async () => {
          throw new DOMException('no', name);
        }),
      );
    expect(await failWith('QuotaExceededError')).toEqual({ ok: false, error: { reason: 'storage-full' } });
    expect(await failWith('AbortError')).toMatchObject({ ok: false, error: { reason: 'storage-failed' } });
  });
});
