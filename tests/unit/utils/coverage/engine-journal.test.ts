// A new worker restores the engine from the last snapshot and the calls that were recorded since.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { StoryId, toArticleId } from '../../../../engine/ids.ts';
import type { StoryClusterer } from '../../../../engine/ports.ts';
import { ENGINE_VERSION } from '../../../../engine/version.ts';
import type { OnDeviceDeps } from '../../../../utils/coverage/on-device-deps.ts';
import { createStore } from '../../../../utils/store/database.ts';
import type { JournalEntry, StoredArticle } from '../../../../utils/store/records.ts';
import {
  DAY,
  type Fixture,
  fetchedFeed,
  HOUR,
  NOW,
  neverAborted,
  probeOf,
  readDatabase,
  startFreshProfile,
  startWorker,
  succeed,
  TOPICS,
  urlOf,
} from '../../../support/on-device-fixtures.ts';

beforeEach(startFreshProfile);

const ENDINGS = ['', ', officials say', ' as talks go on', ' amid protest', ', for now'];

type Engines = { readonly created: StoryClusterer[]; readonly opened: StoryClusterer[] };
type Watched = Fixture & Engines;

/** A worker with the real engine that records how the engine was opened. */
function startWatched(changes: Partial<OnDeviceDeps> = {}): Watched {
  const engines: Engines = { created: [], opened: [] };
  const worker = startWorker({
    engineVersion: ENGINE_VERSION,
    loadClustering: async () => ({
      createStoryClusterer() {
        const clusterer = createStoryClusterer();
        engines.created.push(clusterer);
        return clusterer;
      },
      openStoryClusterer(snapshot) {
        const clusterer = openStoryClusterer(snapshot);
        if (clusterer !== null) engines.opened.push(clusterer);
        return clusterer;
      },
    }),
    ...changes,
  });
  return { ...worker, ...engines };
}

async function take({ source }: Fixture, outlet: number, titles: readonly string[] = TOPICS): Promise<void> {
  const ending = ENDINGS[outlet % ENDINGS.length] ?? '';
  const headlines = titles.map((title, topic) => ({
    title: title + ending,
    publishedAt: NOW - ((outlet * 7 + topic) % 20) * HOUR,
  }));
  await succeed(source.ingest(fetchedFeed(`outlet-${outlet}.test`, headlines, NOW + outlet)));
}

const load = ({ source }: Fixture) => succeed(source.match(probeOf('page.test', TOPICS[0] ?? ''), neverAborted()));

async function startWithSnapshot(): Promise<Watched> {
  const worker = startWatched();
  for (const outlet of [0, 1, 2]) await take(worker, outlet);
  await succeed(worker.source.endCycle(NOW));
  return worker;
}

const readJournal = () => succeed(createStore().run((db) => db.getAll('journal')));
const writeEntry = (entry: JournalEntry) => succeed(createStore().run((db) => db.put('journal', entry)));
const readSnapshotRevision = async () =>
  (await succeed(createStore().run((db) => db.get('snapshots', 'engine'))))?.revision;

describe('a worker that was stopped in a round', () => {
  it('is followed by one with the same engine', async () => {
    const first = await startWithSnapshot();
    await take(first, 3);
    await take(first, 4, ['Brandt fined by tax court for villa in Westmark', 'Orlen dam shows crack above Westmark']);
    const { articles } = await readDatabase();
    const [told] = articles as StoredArticle[];
    if (told === undefined) throw new Error('an article');
    const pair = await succeed(first.source.separate({ articleId: told.id, storyId: told.storyId }));
    await take(first, 5);
    await succeed(first.source.unseparate(pair));
    const page = toArticleId(urlOf('page.test', 'a page'));
    await succeed(first.source.separate({ articleId: page, storyId: told.storyId }));
    await succeed(first.source.endCycle(NOW + 13.5 * DAY)); // some are too old by then
    await take(first, 6);
    expect((await readJournal()).length).toBeGreaterThan(7);

    const second = startWatched();
    await load(second);
    expect([second.created, second.opened].map(({ length }) => length)).toEqual([0, 1]);
    const engine = first.created[0];
    expect(second.opened[0]?.snapshot().data).toEqual(engine?.snapshot().data);
  });

  it('leaves only what was stored', async () => {
    const first = await startWithSnapshot();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'journal') throw new DOMException('refused', 'UnknownError');
      return put.apply(this, args);
    });
    const feed = fetchedFeed('late.test', [{ title: 'Orlen dam shows crack' }]);
    expect(await first.source.ingest(feed)).toMatchObject({ ok: false });
    vi.restoreAllMocks();
    expect((await readDatabase()).articles).toHaveLength(12);
    const second = startWatched();
    expect(await succeed(second.source.ingest(feed))).toMatchObject({ added: 1 });
    expect(second.created).toEqual([]);
  });
});

describe('a snapshot', () => {
  it('is taken again only once the journal is long', async () => {
    const worker = await startWithSnapshot();
    const taken = await readSnapshotRevision();
    await take(worker, 3);
    await succeed(worker.source.endCycle(NOW));
    expect(await readSnapshotRevision()).toBe(taken);
    const headlines = Array.from({ length: 120 }, (_, no) => `Day ${no} of the trial of ${no} dairies in Vennholm`);
    await take(worker, 4, headlines);
    await succeed(worker.source.endCycle(NOW));
    expect(await readSnapshotRevision()).toBeGreaterThan(taken ?? Number.NaN);
    expect(await readJournal()).toEqual([]);
    await take(worker, 5);
    expect(await readJournal()).toHaveLength(1);
  });

  it('ends a round, after which nothing is left to do', async () => {
    const worker = await startWithSnapshot();
    await take(worker, 3);
    await succeed(worker.source.endCycle(NOW));
    const loadClustering = async () => {
      throw new Error('the engine must not be loaded for this');
    };
    expect(await succeed(startWorker({ loadClustering }).source.endCycle(NOW))).toMatchObject({ expiredStories: 0 });
  });
});

describe('a journal that does not lead to the stored state', () => {
  beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));

  const elsewhere = { storyId: StoryId.parse('s-elsewhere') };
  it.each<{ name: string; spoil: (entry: JournalEntry) => Promise<unknown> }>([
    {
      name: 'a part is missing',
      spoil: ({ revision }) => succeed(createStore().run((db) => db.delete('journal', revision))),
    },
    { name: 'a part is damaged', spoil: (entry) => writeEntry({ ...entry, calls: [{ name: 'forget' }] as never }) },
    {
      name: 'the engine answers otherwise',
      spoil: ({ revision, calls }) =>
        writeEntry({
          revision,
          calls: calls.map((call) =>
            call.name === 'add' ? { ...call, placement: { ...call.placement, ...elsewhere } } : call,
          ),
        }),
    },
    {
      name: 'the engine had moved something',
      spoil: ({ revision, calls }) =>
        writeEntry({
          revision,
          calls: calls.map((call) => {
            if (call.name !== 'maintain') return call;
            const articleId = toArticleId(urlOf('outlet-3.test', TOPICS[0] ?? ''));
            const [move] = calls.flatMap((one) => (one.name === 'add' ? [one.placement] : []));
            return move === undefined ? call : { ...call, moves: [...call.moves, { articleId, ...move }] };
          }),
        }),
    },
  ])('is not believed: $name', async ({ spoil }) => {
    await take(await startWithSnapshot(), 3);
    const [entry] = await readJournal();
    if (entry === undefined) throw new Error('an entry');
    await spoil(entry);
    const stored = await readDatabase();
    const worker = startWatched();
    expect(await load(worker)).not.toBeNull();
    expect(worker.created).toHaveLength(1);
    expect(await readDatabase()).toEqual(stored);

    await take(worker, 4);
    await succeed(worker.source.endCycle(NOW));
    const next = startWatched();
    await load(next);
    expect([next.created, next.opened].map(({ length }) => length)).toEqual([0, 1]);
  });

  it('nor is one on which the engine fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await take(await startWithSnapshot(), 3);
    const fail = () => {
      throw new TypeError('a bug');
    };
    const worker = startWatched({
      loadClustering: async () => ({
        createStoryClusterer,
        openStoryClusterer: (snapshot) => {
          const clusterer = openStoryClusterer(snapshot);
          return clusterer && { ...clusterer, add: fail };
        },
      }),
    });
    expect(await load(worker)).not.toBeNull();
    expect(console.error).toHaveBeenCalledOnce();
  });
});
