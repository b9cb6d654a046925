// What leaves the browser in server mode, what is stored of it, and what is shown if the server does not answer.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hashUrl, OutletId, StoryId } from '../../../../../engine/ids.ts';
import { ok } from '../../../../../engine/result.ts';
import type { Coverage, StorySummary } from '../../../../../engine/schema.ts';
import { answerPage } from '../../../../../utils/coverage/answer-page.ts';
import { toUrlArticleId } from '../../../../../utils/coverage/article-id-of-url.ts';
import type { AnySource, CoverageDeskDeps } from '../../../../../utils/coverage/choose-source.ts';
import { SHOWN_OLD_MAX_MS } from '../../../../../utils/coverage/remote/cached-questions.ts';
import { clearWholeLedger, listLedger } from '../../../../../utils/coverage/remote/list-ledger.ts';
import { createStore, type Store } from '../../../../../utils/store/database.ts';
import { coverageOf } from '../../../../support/coverage-fixtures.ts';
import { problem, SERVER_BASE } from '../../../../support/fake-api.ts';
import {
  fetchedFeed,
  HOUR,
  NOW,
  neverAborted,
  probeOf,
  startFreshProfile,
  startWorker,
  succeed,
  urlOf,
} from '../../../../support/on-device-fixtures.ts';
import {
  answeredBy,
  openRemoteFixture,
  type RemoteFixture,
  SERVER_SETTINGS,
  sourceOf,
} from '../../../../support/remote-fixtures.ts';

const BRIDGE = urlOf('one.test', 'bridge closed');
const UNKNOWN = probeOf('three.test', 'bridge closed too');

/** 120 articles on as many events, two of them on the bridge: enough for one bit of a hash. */
async function openFixture(changes: Partial<CoverageDeskDeps> = {}): Promise<RemoteFixture> {
  const { source, store } = startWorker();
  const others = Array.from({ length: 118 }, (_, index) => ({ title: `event-${index} happened` }));
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }, ...others])));
  await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge reopened' }])));
  const fixture = openRemoteFixture({ source, store }, changes);
  fixture.api.meta = { lookupBits: 1, lookupCrowd: 52 };
  return fixture;
}

const lookup = (fixture: RemoteFixture, url = BRIDGE) => sourceOf(fixture).lookup([url], neverAborted());
const pathsOf = ({ api }: RemoteFixture) => api.asked.map(({ path }) => path);
const storyOf = async (fixture: RemoteFixture): Promise<StoryId> => {
  const id = (await succeed(lookup(fixture))).get(BRIDGE)?.id;
  if (id === undefined) throw new Error('the bridge is not known');
  return id;
};
const ledgerOf = async ({ store }: RemoteFixture) => (await listLedger(store, { kind: null, limit: 50 })).entries;
const diskOf = ({ store }: RemoteFixture) =>
  succeed(
    store.run(async (db) => ({
      answers: await db.getAll('answers'),
      ledger: await db.getAll('ledger'),
      separations: await db.getAll('remoteSeparations'),
    })),
  );

beforeEach(() => {
  fakeBrowser.reset();
  startFreshProfile();
});

describe('what is sent', () => {
  test('is the first bits of the hash of an address, never the address, its hash or its outlet', async () => {
    const fixture = await openFixture();
    expect((await succeed(lookup(fixture))).get(BRIDGE)).toMatchObject({ articles: 2 });
    const bit = Number.parseInt(hashUrl(BRIDGE).slice(0, 1), 16) >= 8 ? '1' : '0';
    expect(pathsOf(fixture)).toEqual(['v1/meta', `v1/lookup/${bit}`]);
    const sent = JSON.stringify(fixture.api.asked.map((asked) => ({ ...asked, headers: [...asked.headers] })));
    expect(sent).not.toMatch(/one\.test|bridge|cookie|referer/i);
    expect(sent).not.toContain(String(toUrlArticleId(BRIDGE)).slice(0, 4));
  });

  test('hides among as many articles as the user is told', async () => {
    const fixture = await openFixture();
    const note = await answeredBy(fixture, (source) => source.lookup([BRIDGE], neverAborted()));
    expect(note).toMatchObject({ by: 'server', host: 'parallax.test', hasSentHeadline: false, staleFor: null });
    expect(note.by === 'server' && (note.crowd ?? 0)).toBeGreaterThanOrEqual(50);
  });

  test('tells the story where it is asked for by its name, and the user that it was', async () => {
    const fixture = await openFixture();
    const page = {
      url: BRIDGE,
      title: 'Bridge',
      kind: 'report',
      outletId: OutletId.parse('one.test'),
      publishedAt: null,
    } as const;
    const answer = (isCoverageWanted: boolean) =>
      answeredBy(fixture, (source) =>
        answerPage({ source, page, isCoverageWanted, signal: neverAborted(), readProbe: () => expect.fail('known') }),
      );
    expect(await answer(false)).toMatchObject({ by: 'server', hasNamedStory: false });
    expect(pathsOf(fixture).filter((path) => path.startsWith('v1/stories/'))).toEqual([]);
    expect(await answer(true)).toMatchObject({ by: 'server', hasNamedStory: true, hasSentHeadline: false });
    expect(pathsOf(fixture).filter((path) => path.startsWith('v1/stories/'))).toHaveLength(1);
  });

  test.each([
    ['fewer articles than promised share a prefix', { lookupBits: 1, lookupCrowd: 49 }],
    ['there are too many prefixes for the articles there are', { lookupBits: 2, lookupCrowd: 50 }],
  ])('is nothing at all where %s', async (_, meta) => {
    const fixture = await openFixture();
    fixture.api.meta = meta;
    expect(await lookup(fixture)).toMatchObject({ ok: false, error: { reason: 'server', problem: 'no-crowd' } });
    expect(pathsOf(fixture)).toEqual(['v1/meta']);
  });

  test('reveals nothing about the page if the whole index is small enough', async () => {
    const fixture = await openFixture();
    fixture.api.meta = { lookupBits: 0, lookupCrowd: 120 };
    await succeed(lookup(fixture));
    expect(pathsOf(fixture)).toEqual(['v1/meta', 'v1/lookup/all']);
  });

  test('has no words of a page unless the user switched that on', async () => {
    const fixture = await openFixture();
    fixture.settings = { ...SERVER_SETTINGS, maySendHeadline: false };
    expect(await succeed(sourceOf(fixture).match(UNKNOWN, neverAborted()))).toBeNull();
    expect(fixture.api.asked.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('has headline, lead, language, kind and time of an unknown page where it is on, and no more', async () => {
    const fixture = await openFixture();
    const match = await succeed(sourceOf(fixture).match({ ...UNKNOWN, credit: 'Wire' }, neverAborted()));
    expect(match?.storyId).toBe(await storyOf(fixture));
    const [sent] = fixture.api.asked.filter(({ method }) => method === 'POST');
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      title: UNKNOWN.title,
      lead: '',
      lang: 'en',
      kind: 'report',
      publishedAt: NOW,
    });
  });

  test('has no words of a page that is known by its address', async () => {
    const fixture = await openFixture();
    const probe = { ...UNKNOWN, url: BRIDGE };
    const match = await succeed(sourceOf(fixture).match(probe, neverAborted()));
    expect(match).toMatchObject({ confidence: 1, reasons: [{ kind: 'same-url' }] });
    expect(fixture.api.asked.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('has no story while the popup is closed, not even for a page that names a known article as its source', async () => {
    const fixture = await openFixture();
    const probe = { ...UNKNOWN, sourceUrl: BRIDGE };
    const source = sourceOf(fixture);
    const question = { source, page: probe, readProbe: async () => probe, signal: neverAborted() };
    const answer = await succeed(answerPage({ ...question, isCoverageWanted: false }));
    expect(answer).toMatchObject({ status: 'covered', coverage: { story: { articles: 2 }, articles: [] } });
    expect(pathsOf(fixture).filter((path) => !/^v1\/(?:meta|lookup\/[01])$/.test(path))).toEqual([]);
    const opened = await succeed(answerPage({ ...question, isCoverageWanted: true }));
    expect(opened).toMatchObject({ status: 'covered', coverage: { articles: [{}, {}] } });
  });

  test('has the token where there is one', async () => {
    const fixture = await openFixture();
    fixture.settings = { ...SERVER_SETTINGS, server: { ...SERVER_SETTINGS.server, token: 'secret' } as never };
    await lookup(fixture);
    expect(fixture.api.asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer secret',
      'Bearer secret',
    ]);
  });
});

test('a server’s blindspots are shown if they meet the user’s own thresholds too', async () => {
  const { source, store } = startWorker();
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
  const blindspot = { side: 'left', outlets: 0, rated: 8, baseline: 0.4, probability: 0.0168 } as const;
  const claim = (story: StorySummary) => ({ ...story, blindspots: [blindspot] });
  const claiming = {
    ...source,
    lookup: async (...asked: Parameters<typeof source.lookup>) =>
      ok(new Map([...(await succeed(source.lookup(...asked)))].map(([url, story]) => [url, claim(story)]))),
    story: async (...asked: Parameters<typeof source.story>) => {
      const coverage = await succeed(source.story(...asked));
      return ok(coverage && { ...coverage, story: claim(coverage.story) });
    },
    stories: async (...asked: Parameters<typeof source.stories>) =>
      ok((await succeed(source.stories(...asked))).map(claim)),
  };
  const fixture = openRemoteFixture({ source: claiming, store });
  fixture.api.meta = { lookupBits: 0, lookupCrowd: 52 };
  const id = await storyOf(fixture);
  const named = async () => {
    const asked = sourceOf(fixture);
    const listed = await succeed(asked.stories({ limit: 1 }, neverAborted()));
    const stories = [
      (await succeed(asked.lookup([BRIDGE], neverAborted()))).get(BRIDGE),
      (await succeed(asked.story(id, neverAborted())))?.story,
      listed[0],
    ];
    return stories.map((story) => story?.blindspots);
  };
  expect(await named()).toEqual([[blindspot], [blindspot], [blindspot]]);
  fixture.thresholds = { ...fixture.thresholds, minRated: 9 };
  expect(await named()).toEqual([[], [], []]);
});

describe('an answer is kept', () => {
  test('as long as the server allows: shown, then shown and asked again, then asked first', async () => {
    const fixture = await openFixture();
    await lookup(fixture);
    await lookup(fixture);
    expect(fixture.api.asked).toHaveLength(2);
    fixture.now = NOW + 61_000;
    await lookup(fixture);
    await expect.poll(() => fixture.api.asked.length).toBe(4);
    await lookup(fixture);
    expect(fixture.api.asked).toHaveLength(4);
    expect(fixture.refreshed).toBe(0);
  });

  test('without its ETag, by which a server would know the reader again', async () => {
    const fixture = await openFixture();
    fixture.api.headers = { ...fixture.api.headers, etag: '"reader-1"', 'last-modified': 'reader 1' };
    await lookup(fixture);
    expect(JSON.stringify(await diskOf(fixture))).not.toContain('reader');
    fixture.now = NOW + 24 * HOUR;
    await lookup(fixture);
    await succeed(sourceOf(fixture, true).lookup([BRIDGE], neverAborted()));
    fixture.now = NOW + 48 * HOUR;
    await succeed(sourceOf(fixture, true).lookup([BRIDGE], neverAborted()));
    const names = fixture.api.asked.flatMap(({ headers }) => [...headers.keys()]);
    expect([...new Set(names)]).toEqual(['accept']);
    expect(pathsOf(fixture)).toHaveLength(6);
  });

  test('and asked for once by those who ask at the same time', async () => {
    const fixture = await openFixture();
    await Promise.all([lookup(fixture), lookup(fixture), sourceOf(fixture).lookup([BRIDGE], neverAborted())]);
    expect(pathsOf(fixture)).toHaveLength(2);
    const controller = new AbortController();
    fixture.now = NOW + 24 * HOUR;
    const [given, kept] = [sourceOf(fixture).lookup([BRIDGE], controller.signal), lookup(fixture)];
    controller.abort();
    expect(await given).toEqual({ ok: false, error: { reason: 'aborted' } });
    expect(await kept).toMatchObject({ ok: true });
  });

  test('and a refresh that brings something new says so', async () => {
    const fixture = await openFixture();
    const id = await storyOf(fixture);
    const coverage = await succeed(sourceOf(fixture).story(id, neverAborted()));
    fixture.now = NOW + 130_000;
    fixture.api.override = (path) =>
      path.startsWith('v1/stories/')
        ? Response.json({ ...coverage, engineVersion: 99 }, { headers: fixture.api.headers })
        : undefined;
    expect(await succeed(sourceOf(fixture).story(id, neverAborted()))).toEqual(coverage);
    await expect.poll(() => fixture.refreshed).toBe(1);
    expect(await succeed(sourceOf(fixture).story(id, neverAborted()))).toMatchObject({ engineVersion: 99 });
  });

  describe('no longer than the server knows it', () => {
    /** A story whose cached answer is shown while it is requested again in the background. */
    async function openStale(isPrivate = false) {
      const fixture = await openFixture();
      const id = await storyOf(fixture);
      const read = () => succeed(sourceOf(fixture, isPrivate).story(id, neverAborted()));
      const coverage = await read();
      fixture.now = NOW + 130_000;
      const answerStory = (answer: () => Response) => {
        fixture.api.override = (path) => (path.startsWith('v1/stories/') ? answer() : undefined);
      };
      const settle = () => expect.poll(() => pathsOf(fixture).filter((path) => path.startsWith('v1/stories/')).length);
      return { fixture, coverage, read, answerStory, settle };
    }

    test.each([
      ['', false],
      [' in a private window', true],
    ])('and a story that is gone is told once, and gone%s', async (_, isPrivate) => {
      const { fixture, coverage, read, answerStory, settle } = await openStale(isPrivate);
      answerStory(() => problem(404, 'not-found'));
      expect(await read()).toEqual(coverage);
      await settle().toBe(2);
      await expect.poll(() => fixture.refreshed).toBe(1);
      expect(await read()).toBeNull();
      expect(fixture.refreshed).toBe(1);
    });

    test('and is deleted in a private window even if a normal window still has it on disk', async () => {
      const { read, answerStory, settle, fixture } = await openStale();
      const privately = sourceOf(fixture, true);
      const id = (await read())?.story.id;
      await settle().toBe(2);
      fixture.now += 130_000;
      answerStory(() => problem(404, 'not-found'));
      if (id !== undefined) await succeed(privately.story(id, neverAborted()));
      await expect.poll(() => fixture.refreshed).toBe(1);
      expect(id && (await succeed(privately.story(id, neverAborted())))).toBeNull();
      expect((await diskOf(fixture)).answers.filter(({ key }) => key.includes('stories'))).toHaveLength(1);
    });

    test('and an expired story is announced once', async () => {
      const { fixture, coverage, read, answerStory, settle } = await openStale();
      answerStory(() =>
        Response.json({ ...coverage, engineVersion: 99 }, { headers: { 'cache-control': 'no-store' } }),
      );
      expect(await read()).toEqual(coverage);
      await settle().toBe(2);
      await expect.poll(() => fixture.refreshed).toBe(1);
      expect(await read()).toMatchObject({ engineVersion: 99 });
      expect(fixture.refreshed).toBe(1);
    });

    test('and is not announced as changed if it cannot be stored: it would be requested without end', async () => {
      const { fixture, coverage, read, answerStory } = await openStale();
      answerStory(() => Response.json({ ...coverage, engineVersion: 99 }, { headers: fixture.api.headers }));
      const complain = vi.spyOn(console, 'error').mockReturnValue(); // of the ledger's line
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('disk', 'UnknownError');
      });
      expect(await read()).toEqual(coverage);
      await expect
        .poll(() => put.mock.contexts.filter((at) => at instanceof IDBObjectStore && at.name === 'answers').length)
        .toBe(1);
      expect(await read()).toEqual(coverage); // read after the failed write
      expect(fixture.refreshed).toBe(0);
      complain.mockRestore();
    });
  });

  test('not at all where the server forbids it', async () => {
    const fixture = await openFixture();
    fixture.api.headers = { 'cache-control': 'no-store' };
    await lookup(fixture);
    expect((await diskOf(fixture)).answers).toEqual([]);
  });

  test('and shown with its age when the server cannot be reached, up to a day', async () => {
    const fixture = await openFixture();
    await lookup(fixture);
    fixture.now = NOW + 2 * HOUR;
    fixture.isOnline = false;
    const note = await answeredBy(fixture, async (source) => succeed(source.lookup([BRIDGE], neverAborted())));
    expect(note).toMatchObject({ by: 'server', askedAt: NOW, staleFor: 'offline' });
    fixture.now = NOW + SHOWN_OLD_MAX_MS + 1;
    expect(await lookup(fixture)).toEqual({ ok: false, error: { reason: 'offline' } });
  });

  test('and shown with its age when the server cannot show the story at the moment', async () => {
    const fixture = await openFixture();
    const id = await storyOf(fixture);
    const read = (source: AnySource) => succeed(source.story(id, neverAborted()));
    await answeredBy(fixture, read);
    fixture.now = NOW + 2 * HOUR;
    fixture.api.override = (path) => (path.startsWith('v1/stories/') ? problem(500, 'withheld') : undefined);
    expect(await answeredBy(fixture, read)).toMatchObject({ askedAt: NOW, staleFor: 'server-withheld' });
  });
});

describe('answers are forgotten', () => {
  const forget = ({ desk }: RemoteFixture) => succeed(desk.forgetAnswers());

  test.each([
    ['on disk', false],
    ['in memory', true],
  ])('%s: what is asked after it is asked of the server', async (_, isPrivate) => {
    const fixture = await openFixture();
    const read = () => succeed(sourceOf(fixture, isPrivate).lookup([BRIDGE], neverAborted()));
    await read();
    await forget(fixture);
    expect((await diskOf(fixture)).answers).toEqual([]);
    await read();
    expect(pathsOf(fixture)).toHaveLength(4);
  });

  test.each([
    ['on disk', false],
    ['in memory', true],
  ])('%s, those too that were on their way: they are shown and not kept', async (_, isPrivate) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const fixture: RemoteFixture = await openFixture({
      fetch: async (input, init) => {
        const response = await fixture.api.fetch(input, init);
        if (fixture.api.asked.length <= 2) await held;
        return response;
      },
    });
    const read = () => succeed(sourceOf(fixture, isPrivate).lookup([BRIDGE], neverAborted()));
    const early = read();
    await expect.poll(() => pathsOf(fixture)).toEqual(['v1/meta']);
    await forget(fixture);
    release();
    expect((await early).size).toBe(1);
    expect((await diskOf(fixture)).answers).toEqual([]);
    await read();
    expect(pathsOf(fixture)).toHaveLength(4);
  });
});

describe('a private window', () => {
  const readPrivately = async (fixture: RemoteFixture) => {
    const source = sourceOf(fixture, true);
    const found = await succeed(source.lookup([BRIDGE], neverAborted()));
    const id = found.get(BRIDGE)?.id;
    if (id !== undefined) await succeed(source.story(id, neverAborted()));
    await succeed(source.match(UNKNOWN, neverAborted()));
    await source.lookup([BRIDGE], neverAborted());
  };

  test('is answered and leaves nothing on disk; its requests are in the ledger of memory', async () => {
    const fixture = await openFixture();
    await readPrivately(fixture);
    expect(await diskOf(fixture)).toEqual({ answers: [], ledger: [], separations: [] });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    const entries = await ledgerOf(fixture);
    expect(entries).toHaveLength(fixture.api.asked.length);
    expect(entries.every(({ isInMemory }) => isInMemory)).toBe(true);
  });

  test('is answered even if the browser has no memory left for the ledger’s line', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fixture = await openFixture();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota'));
    expect((await succeed(sourceOf(fixture, true).lookup([BRIDGE], neverAborted()))).size).toBe(1);
    expect(reported).toHaveBeenCalled();
  });

  test('keeps its answers in memory', async () => {
    const fixture = await openFixture();
    await readPrivately(fixture);
    expect(pathsOf(fixture).filter((path) => path.startsWith('v1/lookup'))).toHaveLength(2); // for two pages
  });

  test('and so does every window under a policy that nothing is stored', async () => {
    const fixture = await openFixture();
    fixture.settings = { ...SERVER_SETTINGS, keepsNothing: true };
    await lookup(fixture);
    expect(await diskOf(fixture)).toEqual({ answers: [], ledger: [], separations: [] });
    expect(await ledgerOf(fixture)).toHaveLength(2);
  });
});

describe('the ledger', () => {
  const refusing = (store: Store): Store => ({
    run: async () => ({ ok: false, error: { reason: 'storage-full' } }),
    discard: store.discard,
    close: store.close,
  });

  test('is in memory where the disk takes no line', async () => {
    const fixture = await openFixture({ store: refusing(createStore()) });
    await lookup(fixture);
    const entries = await ledgerOf(fixture);
    expect(entries.map(({ isInMemory }) => isInMemory)).toEqual(fixture.api.asked.map(() => true));
  });

  test('shows what is in memory, and says so, where the disk cannot be read', async () => {
    const fixture = await openFixture();
    await succeed(sourceOf(fixture, true).lookup([BRIDGE], neverAborted()));
    const shown = await listLedger(refusing(fixture.store), { kind: null, limit: 50 });
    expect(shown).toMatchObject({ total: fixture.api.asked.length, isDiskRead: false });
    expect(await listLedger(fixture.store, { kind: null, limit: 50 })).toMatchObject({ isDiskRead: true });
  });

  test.each([
    ['of a private window', true],
    ['of any other', false],
  ])('has the line of a request whose worker died before the answer: %s', async (_, isPrivate) => {
    const fixture = await openFixture();
    let reached = () => {};
    const isSent = new Promise<void>((resolve) => {
      reached = resolve;
    });
    fixture.api.override = () => {
      reached();
      return new Promise(() => {});
    };
    void sourceOf(fixture, isPrivate).lookup([BRIDGE], neverAborted());
    await isSent;
    expect(await ledgerOf(fixture)).toMatchObject([
      { kind: 'meta', receivedBytes: 0, outcome: { type: 'failed', reason: 'aborted' }, isInMemory: isPrivate },
    ]);
  });

  test('is cleared where the browser forbids storage: all lines are in memory', async () => {
    const fixture = await openFixture();
    await succeed(sourceOf(fixture, true).lookup([BRIDGE], neverAborted()));
    const run: Store['run'] = async () => ({ ok: false, error: { reason: 'storage-forbidden' } });
    await clearWholeLedger({ ...fixture.store, run });
    expect(await ledgerOf(fixture)).toEqual([]);
    await expect(clearWholeLedger(refusing(fixture.store))).rejects.toThrow('storage-full');
  });

  test('stays empty if it is cleared while a request is under way', async () => {
    const fixture = await openFixture();
    fixture.api.override = async () => {
      await clearWholeLedger(fixture.store);
      return problem(500, 'internal');
    };
    for (const isPrivate of [true, false]) await sourceOf(fixture, isPrivate).lookup([BRIDGE], neverAborted());
    expect(await ledgerOf(fixture)).toEqual([]);
  });

  test('from before is deleted once an organisation forbids storage', async () => {
    const fixture = await openFixture();
    await lookup(fixture);
    await succeed(fixture.desk.forgetAnswers());
    expect(await ledgerOf(fixture)).not.toEqual([]);
    fixture.settings = { ...SERVER_SETTINGS, keepsNothing: true };
    await succeed(fixture.desk.forgetAnswers());
    expect(await ledgerOf(fixture)).toEqual([]);
  });

  test('from before, and answers, are deleted by the next round if the worker died before it could', async () => {
    const fixture = await openFixture();
    await lookup(fixture);
    await succeed(fixture.desk.forgetUnkept());
    const kept = await diskOf(fixture);
    expect([kept.answers, kept.ledger].map((rows) => rows.length)).toEqual([expect.any(Number), 2]);
    fixture.settings = { ...SERVER_SETTINGS, keepsNothing: true };
    await succeed(fixture.desk.forgetUnkept());
    expect(await diskOf(fixture)).toEqual({ answers: [], ledger: [], separations: [] });
  });

  test('from before is not reported as deleted if the disk refuses', async () => {
    let runs = 0;
    const store = createStore();
    const run: Store['run'] = (work) => (runs++ === 0 ? store.run(work) : refusing(store).run(work));
    const fixture = await openFixture({ store: { ...store, run } });
    fixture.settings = { ...SERVER_SETTINGS, keepsNothing: true };
    expect(await fixture.desk.forgetAnswers()).toMatchObject({ ok: false, error: { reason: 'storage-full' } });
  });

  test('has a line for each request, with what was in it and neither address nor words', async () => {
    const fixture = await openFixture();
    await succeed(sourceOf(fixture).story(await storyOf(fixture), neverAborted()));
    await succeed(sourceOf(fixture).match(UNKNOWN, neverAborted()));
    const entries = await ledgerOf(fixture);
    expect(entries).toHaveLength(fixture.api.asked.length);
    expect(entries.map(({ kind, contained }) => [kind, contained])).toEqual(
      expect.arrayContaining([
        ['meta', { type: 'nothing' }],
        ['lookup', { type: 'hash-bits', bits: 1 }],
        ['story', { type: 'story-id' }],
        ['match', { type: 'headline', characters: UNKNOWN.title.length }],
      ]),
    );
    expect(entries.every(({ outcome }) => outcome.type === 'answered' && outcome.status === 200)).toBe(true);
    expect(entries.every(({ receivedBytes, sentBytes }) => receivedBytes > 0 && sentBytes > 0)).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/bridge|one\.test/);
  });

  test('has those that failed too, with the reason', async () => {
    const fixture = await openFixture();
    fixture.api.override = () => {
      throw new TypeError('Failed to fetch');
    };
    await lookup(fixture);
    expect(await ledgerOf(fixture)).toMatchObject([{ outcome: { type: 'failed', reason: 'unreachable' } }]);
  });
});

describe('a server that does not answer as it should', () => {
  const failWith = async (answer: () => Response, changes: Partial<CoverageDeskDeps> = {}) => {
    const fixture = await openFixture(changes);
    fixture.api.override = (path) => (path === 'v1/meta' ? answer() : undefined);
    const result = await lookup(fixture);
    return { fixture, error: result.ok ? null : result.error };
  };
  const unfetchable = () => {
    throw new TypeError('Failed to fetch');
  };

  test.each([
    ['unreachable', unfetchable, 0],
    ['token-refused', () => problem(401, 'unauthorized'), 401],
    ['busy', () => problem(429, 'rate-limited'), 429],
    ['busy', () => problem(503, 'not-ready'), 503],
    ['failing', () => problem(500, 'internal'), 500],
    ['withheld', () => problem(500, 'withheld'), 500],
    ['unreadable', () => new Response('<html>'), 200],
    ['unreadable', () => Response.json({ api: 'v2' }), 200],
    ['unreadable', () => new Response('nothing here', { status: 404 }), 404],
    ['unreadable', () => new Response('x'.repeat(300_000)), 200],
  ])('is said to be %s', async (expected, answer, status) => {
    expect((await failWith(answer)).error).toEqual({ reason: 'server', problem: expected, status });
  });

  test('is told from a browser that is offline, which asks nobody', async () => {
    const fixture = await openFixture();
    fixture.isOnline = false;
    expect(await lookup(fixture)).toEqual({ ok: false, error: { reason: 'offline' } });
    expect(fixture.api.asked).toEqual([]);
  });

  test('is distinguished from a user who does not allow it, or no longer: nothing is sent', async () => {
    const fixture = await openFixture({ isAllowed: async () => false });
    expect(await lookup(fixture)).toMatchObject({ ok: false, error: { problem: 'not-allowed' } });
    expect(fixture.api.asked).toEqual([]);
    expect(await ledgerOf(fixture)).toEqual([]);
  });

  describe('that an organisation chose', () => {
    const { server } = SERVER_SETTINGS;
    const managed = {
      isAllowed: async () => false,
      readSettings: async () => ({ ...SERVER_SETTINGS, server: server && { ...server, isManaged: true } }),
    };

    test('may answer without a permission', async () => {
      expect(await lookup(await openFixture(managed))).toMatchObject({ ok: true });
    });

    test('may not: that is said', async () => {
      expect((await failWith(unfetchable, managed)).error).toMatchObject({ problem: 'not-allowed' });
    });
  });

  test.each([
    ['is told from one that sends the question elsewhere', 'url', 'https://elsewhere.test/v1/meta'],
    ['is told from one that wants to', 'type', 'opaqueredirect'],
  ])('%s', async (_, property, value) => {
    const moved = () => Object.defineProperty(Response.json({}), property, { value });
    expect((await failWith(moved)).error).toMatchObject({ problem: 'unreadable' });
  });

  test('gets no requests for as long as it asks', async () => {
    const { fixture } = await failWith(() => problem(429, 'rate-limited', { 'retry-after': '60' }));
    fixture.api.override = null;
    fixture.now = NOW + 59_000;
    expect(await lookup(fixture)).toMatchObject({ ok: false, error: { problem: 'busy' } });
    expect(fixture.api.asked).toHaveLength(1);
    fixture.now = NOW + 61_000;
    expect(await lookup(fixture)).toMatchObject({ ok: true });
  });

  test('may have changed the length of prefixes: the lookup is repeated once', async () => {
    const fixture = await openFixture();
    await lookup(fixture);
    fixture.api.meta = { lookupBits: 0, lookupCrowd: 120 };
    fixture.api.override = (path) => (/lookup\/[01]$/.test(path) ? problem(400, 'prefix-length') : undefined);
    fixture.now = NOW + 59 * 60_000;
    fixture.api.asked.length = 0;
    await succeed(lookup(fixture));
    expect(pathsOf(fixture).at(-1)).toBe('v1/lookup/all');
  });

  test('is asked no more than ten pages of a list that never ends', async () => {
    const fixture = await openFixture();
    fixture.api.override = (path) =>
      path.startsWith('v1/stories?') ? Response.json({ stories: [], nextCursor: 'more' }) : undefined;
    expect(await succeed(sourceOf(fixture).stories({ limit: 5 }, neverAborted()))).toEqual([]);
    expect(fixture.api.asked.length).toBeLessThanOrEqual(10);
  });

  test('may know of no least number of outlets: what it lists beside is left out', async () => {
    const fixture = await openFixture();
    const stories = await succeed(sourceOf(fixture).stories({ limit: 100 }, neverAborted()));
    expect(stories.map(({ outlets }) => outlets)).toContain(1);
    fixture.api.override = (path) =>
      path.startsWith('v1/stories?') ? Response.json({ stories, nextCursor: null }) : undefined;
    const listed = await succeed(sourceOf(fixture).stories({ limit: 100, outletsMin: 2 }, neverAborted()));
    expect(listed).toEqual(stories.filter(({ outlets }) => outlets > 1));
    expect(listed).not.toEqual([]);
  });

  test('is told from one that was given no address', async () => {
    const fixture = await openFixture();
    fixture.settings = { ...SERVER_SETTINGS, server: null };
    expect(await lookup(fixture)).toMatchObject({ ok: false, error: { problem: 'unreadable' } });
    expect(fixture.api.asked).toEqual([]);
  });

  test('is not asked by a reader who chose none', async () => {
    const fixture = await openFixture();
    fixture.settings = { mode: 'on-device' };
    expect(await answeredBy(fixture, (source) => source.lookup([BRIDGE], neverAborted()))).toEqual({ by: 'device' });
    expect(fixture.api.asked).toEqual([]);
  });

  test('is replaced by the device if the user wants that', async () => {
    const { fixture } = await failWith(unfetchable);
    fixture.settings = { ...SERVER_SETTINGS, doesFallBack: true };
    const note = await answeredBy(fixture, async () => undefined);
    expect(note).toMatchObject({ by: 'server' });
    const answer = await fixture.desk.ask({ isPrivate: false }, (source) => source.lookup([BRIDGE], neverAborted()));
    expect(answer.result).toMatchObject({ ok: true });
    expect(answer.answeredBy).toEqual({ by: 'device-instead', host: 'parallax.test', reason: 'server-unreachable' });
  });

  describe('and one story, which only one of server and device may know', () => {
    const find = (fixture: RemoteFixture, id: StoryId) =>
      fixture.desk.findStory({ isPrivate: false }, (source) => source.story(id, neverAborted()));
    const found = async (fixture: RemoteFixture, id: StoryId) => {
      const { result, by } = await find(fixture, id);
      return [by, await succeed(Promise.resolve(result))];
    };
    const coverage = coverageOf({ outlets: ['one.test', 'two.test'] });
    const device = (known: Coverage | null) => ({ story: async () => ok(known) }) as Partial<AnySource> as AnySource;
    const FALL_BACK = { ...SERVER_SETTINGS, doesFallBack: true };
    const OWN = StoryId.parse('of-the-device');

    test('is the device’s where the server does not know it', async () => {
      const fixture = await openFixture({ device: device(coverage) });
      fixture.settings = FALL_BACK;
      expect(await found(fixture, OWN)).toEqual(['device', coverage]);
    });

    test('is the device’s where the server does not answer', async () => {
      const fixture = await openFixture({ device: device(coverage) });
      fixture.settings = FALL_BACK;
      fixture.api.override = unfetchable;
      expect(await found(fixture, OWN)).toEqual(['device', coverage]);
    });

    test('is not missing where the device does not know it and the server does not answer', async () => {
      const fixture = await openFixture({ device: device(null) });
      fixture.settings = FALL_BACK;
      fixture.api.override = unfetchable;
      expect(await find(fixture, OWN)).toMatchObject({
        by: 'server',
        result: { ok: false, error: { problem: 'unreachable' } },
      });
    });

    test('is missing where neither knows it', async () => {
      const fixture = await openFixture({ device: device(null) });
      fixture.settings = FALL_BACK;
      expect(await found(fixture, OWN)).toEqual(['server', null]);
    });

    test('is the server’s where it knows it, and not asked of a device that has no index', async () => {
      const untouched = { story: () => Promise.reject(new Error('must not be asked')) };
      const fixture = await openFixture({ device: untouched as Partial<AnySource> as AnySource });
      expect(await found(fixture, await storyOf(fixture))).toMatchObject(['server', { story: { articles: 2 } }]);
      expect(await found(fixture, OWN)).toEqual(['server', null]);
    });

    test('is the server’s where it knows it, whatever the device knows', async () => {
      const fixture = await openFixture({ device: device(coverage) });
      fixture.settings = FALL_BACK;
      expect(await found(fixture, await storyOf(fixture))).toMatchObject(['server', { story: { articles: 2 } }]);
    });

    test('is the device’s alone without a server', async () => {
      const fixture = await openFixture({ device: device(coverage) });
      fixture.settings = { mode: 'on-device' };
      expect(await found(fixture, OWN)).toEqual(['device', coverage]);
      expect(fixture.api.asked).toEqual([]);
    });
  });

  test('shows no match that the user separated, and gets no words instead', async () => {
    const separated: StoryId[] = [];
    const fixture = await openFixture({ findSeparated: async () => separated });
    separated.push(await storyOf(fixture));
    const source = sourceOf(fixture);
    expect(await succeed(source.match({ ...UNKNOWN, url: BRIDGE }, neverAborted()))).toBeNull();
    expect(fixture.api.asked.every(({ method }) => method === 'GET')).toBe(true);
    expect(await succeed(source.match(UNKNOWN, neverAborted()))).toBeNull();
    expect([...(await succeed(source.lookup([BRIDGE], neverAborted()))).keys()]).toEqual([]);
  });

  test('cannot count other articles for the crowd than those that share the prefix', async () => {
    const fixture = await openFixture();
    const found = await succeed(lookup(fixture));
    const own = toUrlArticleId(BRIDGE) ?? '';
    const digit = Number.parseInt(own.charAt(0), 16) >= 8 ? '0' : 'f';
    const far = Array.from({ length: 60 }, (_, index) => `${digit}${index}`.padEnd(20, '0'));
    fixture.now = NOW + 24 * HOUR;
    fixture.api.override = (path) =>
      path.startsWith('v1/lookup')
        ? Response.json({
            articles: [own, ...far].map((id) => ({ id, story: 0 })),
            stories: [...found.values()],
          })
        : undefined;
    const note = await answeredBy(fixture, (source) => source.lookup([BRIDGE], neverAborted()));
    expect(note).toMatchObject({ crowd: 1 });
  });
});

test('requests go to the fake server’s own address', () => {
  expect(SERVER_SETTINGS.server?.base).toBe(SERVER_BASE);
});
