// The poller with a fake web: what is stored together, back-pressure, failures of our own code, and how it stops.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OutletId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { err, ok } from '../../../../engine/result.ts';
import type { Article } from '../../../../engine/schema.ts';
import { type PollerDeps, pollFeeds } from '../../../../server/ingest/poll-feeds.ts';
import type { SafeFetch } from '../../../../server/ingest/safe-fetch.ts';
import { createLog, type Log } from '../../../../server/log.ts';
import { listFeeds, writeRegistryFeeds } from '../../../../server/store/feeds.ts';
import { EMBEDDED, useDatabase } from '../../../support/server/test-databases.ts';
import { until } from '../../../support/until.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const rss = (...titles: string[]) =>
  `<rss><channel><title>Invented</title>${titles
    .map((title, n) => `<item><title>${title}</title><link>/article-${n}</link></item>`)
    .join('')}</channel></rss>`;

const answering =
  (body: string, headers: Record<string, string> = {}): SafeFetch['fetch'] =>
  async ({ url }) =>
    ok({
      status: 200,
      headers: { get: (name) => headers[name] ?? null },
      finalUrl: url,
      body: new TextEncoder().encode(body),
    });

const database = useDatabase(EMBEDDED);
beforeEach(() => database.query('delete from feeds'));

async function startPoller(urls: readonly string[], fetch: SafeFetch['fetch'], deps: Partial<PollerDeps> = {}) {
  await writeRegistryFeeds(
    database,
    urls.map((url) => ({ url, outletId: OutletId.parse('harbour'), lang: 'en', format: 'feed' })),
  );
  const taken: Article[] = [];
  const stop = new AbortController();
  const given: PollerDeps = {
    database,
    safeFetch: { fetch, close: async () => undefined },
    directory: createOutletDirectory([]),
    identifyLanguage: () => ({ lang: 'en', isReliable: true }),
    take: async (_queries, { articles }) => {
      taken.push(...articles);
      return { added: articles.length };
    },
    countWaiting: async () => 0,
    now: () => NOW,
    random: () => 0,
    log: createLog({ level: 'silent', role: 'test' }),
    limits: { pollIntervalMs: 1_200_000, atOnce: 4, waitingMax: 100 },
    ...deps,
  };
  const running = pollFeeds(given, stop.signal);
  return {
    taken,
    deps: given,
    stop: async () => {
      stop.abort();
      await running;
    },
  };
}

const states = async () => (await listFeeds(database)).map(({ state }) => state);

describe('a feed whose addresses differ with each answer', () => {
  it('brings each article once', async () => {
    let answers = 0;
    const fetch: SafeFetch['fetch'] = (request) => {
      answers += 1;
      const item = `<item><title>Bridge closed</title><link>/a?s=${answers}</link><pubDate>Sun, 03 May 2026 09:00:00 GMT</pubDate></item>`;
      return answering(`<rss><channel><title>Invented</title>${item}</channel></rss>`)(request);
    };
    const first = await startPoller(['https://harbour.test/rss'], fetch);
    await until(() => expect(first.taken).toHaveLength(1));
    await until(async () => expect(await states()).toMatchObject([{ articlesSeen: 1 }]));
    await first.stop();
    const later = NOW + 3_600_000;
    const second = await startPoller(['https://harbour.test/rss'], fetch, { now: () => later });
    await until(async () => expect(await states()).toMatchObject([{ lastSuccessAt: later }]));
    await second.stop();
    expect(answers).toBe(2);
    expect(second.taken).toEqual([]);
  });
});

describe('pollFeeds', () => {
  it('stores the articles and the state of each feed', async () => {
    const urls = Array.from({ length: 6 }, (_, n) => `https://host${n}.test/feed`);
    const poller = await startPoller(urls, answering(rss('A bridge opens', 'A bridge closes'), { etag: '"1"' }));
    await until(() => expect(poller.taken).toHaveLength(12));
    await poller.stop();
    expect(poller.taken[0]).toMatchObject({ outletId: 'harbour', firstSeenAt: NOW });
    for (const state of await states()) {
      expect(state).toMatchObject({ etag: '"1"', lastSuccessAt: NOW, articlesSeen: 2, nextPollAt: NOW + 1_200_000 });
    }
  });

  it('fetches a feed in full again if it was last polled under a clock that was ahead', async () => {
    const validators: (string | undefined)[] = [];
    const fetch: SafeFetch['fetch'] = async (request) => {
      validators.push(request.headers?.['if-none-match']);
      return await answering(rss('A bridge opens'), { etag: '"1"' })(request);
    };
    for (const now of [NOW + 30 * 86_400_000, NOW, NOW + 3_600_000]) {
      const before = validators.length;
      const poller = await startPoller(['https://host.test/feed'], fetch, { now: () => now });
      await until(() => expect(validators).toHaveLength(before + 1));
      await poller.stop();
    }
    expect(validators).toEqual([undefined, undefined, '"1"']);
  });

  it('treats articles that the feed listed without a date before as expired', async () => {
    const listed = rss('A bridge opens', 'A bridge closes').replace(
      '</link></item>',
      '</link><pubDate>Sun, 03 May 2026 11:00:00 GMT</pubDate></item>',
    );
    const said: boolean[][] = [];
    const take: PollerDeps['take'] = async (_queries, { articles, isExpired = () => false, saidBy }) => {
      expect(saidBy).toBe('harbour');
      said.push(articles.map(isExpired));
      return { added: 0 };
    };
    for (const expected of [
      [false, false],
      [false, true],
    ]) {
      const poller = await startPoller(['https://host.test/feed'], answering(listed), { take });
      await until(() => expect(said.at(-1)).toEqual(expected));
      await poller.stop();
      await database.query('update feeds set next_poll_at = 0, attempted_at = 0');
    }
    expect(said).toHaveLength(2);
  });

  it('leaves a feed untouched when its articles could not be stored', async () => {
    let tries = 0;
    const poller = await startPoller(['https://host.test/feed'], answering(rss('A bridge opens'), { etag: '"1"' }), {
      take: async ({ query }) => {
        tries += 1;
        await query(`insert into shards (id, languages) values ('left-over', '{xx}')`);
        throw new Error('no room');
      },
    });
    await until(() => expect(tries).toBe(1));
    await poller.stop();
    expect(await states()).toMatchObject([{ etag: null, lastAttemptAt: null }]);
    expect(await database.query(`select id from shards where id = 'left-over'`)).toEqual([]);
  });

  it.each([
    [
      'our reader fails',
      {
        identifyLanguage: () => {
          throw new TypeError('words of an article');
        },
      },
    ],
    [
      'the database refuses what it says',
      { take: () => Promise.reject(Object.assign(new Error('words of an article'), { code: '22021' })) },
    ],
  ] satisfies [string, Partial<PollerDeps>][])(
    'leaves a feed alone over which %s, as one that is malformed',
    async (_, deps) => {
      const errors: unknown[] = [];
      const log: Log = { info() {}, warn() {}, error: (event, { cause }) => errors.push(event, String(cause)) };
      const feed = rss('A bridge opens').replace('</item>', '<description>Its deck is wide.</description></item>');
      const poller = await startPoller(['https://host.test/feed'], answering(feed), { log, ...deps });
      await until(async () => expect(await states()).toMatchObject([{ failures: 1, lastProblem: 'malformed' }]));
      await poller.stop();
      expect((await states())[0]?.nextPollAt).toBeGreaterThanOrEqual(NOW + 1_200_000);
      expect(errors[0]).toBe('a feed could not be taken');
      expect(errors.join()).not.toContain('words of an article');
    },
  );

  it('passes over a row that cannot be read, and asks all others', async () => {
    const urls = ['https://a.test/feed', 'https://b.test/feed'];
    const told: unknown[] = [];
    const log = { info() {}, error() {}, warn: (event: string, facts?: unknown) => told.push(event, facts) };
    const fetch = answering(rss('A bridge opens'));
    const first = await startPoller(urls, fetch, { countWaiting: async () => 101 });
    await database.query(`update feeds set format = 'of another version' where url = $1`, [urls[0]]);
    await first.stop();
    const stop = new AbortController();
    const taken: unknown[] = [];
    const running = pollFeeds(
      {
        ...first.deps,
        log,
        countWaiting: async () => 0,
        take: async (_queries, { articles }) => ({ added: taken.push(...articles) }),
      },
      stop.signal,
    );
    await until(() => expect(taken).toHaveLength(1));
    stop.abort();
    await running;
    expect(told).toEqual(['a row of the table feeds cannot be read', { feed: urls[0] }]);
    expect(await database.query('select next_poll_at from feeds where url = $1', [urls[0]])).toEqual([
      { next_poll_at: NOW + 86_400_000 },
    ]);
  });

  it('pauses while too much waits, and goes on after that', async () => {
    let waiting = 101;
    let counted = 0;
    const poller = await startPoller(['https://host.test/feed'], answering(rss('A bridge opens')), {
      countWaiting: async () => {
        counted += 1;
        return waiting;
      },
    });
    await until(() => expect(counted).toBe(1));
    expect(poller.taken).toEqual([]);
    waiting = 100;
    await until(() => expect(poller.taken).toHaveLength(1));
    await poller.stop();
  });

  it('blames no feed when nobody can be reached', async () => {
    const urls = Array.from({ length: 30 }, (_, n) => `https://host${n}.test/feed`);
    let asked = 0;
    const poller = await startPoller(urls, async () => {
      asked += 1;
      return err({ reason: 'network' });
    });
    await until(() => expect(asked).toBeGreaterThanOrEqual(13));
    await poller.stop();
    const blamed = (await states()).filter(({ failures }) => failures > 0);
    expect(blamed).toHaveLength(11);
    expect(asked).toBeLessThan(20);
  });

  it('does not mistake a few permanently dead hosts for a failure of its own network', async () => {
    let now = NOW;
    const fetch = vi.fn<SafeFetch['fetch']>(async () => err({ reason: 'network' }));
    const poller = await startPoller(['https://a.test/feed', 'https://b.test/feed'], fetch, {
      now: () => (now += 86_400_000),
      limits: { pollIntervalMs: 1_200_000, atOnce: 1, waitingMax: 100 },
    });
    await until(() => expect(fetch.mock.calls.length).toBeGreaterThanOrEqual(15));
    await poller.stop();
    expect((await states()).map(({ lastProblem }) => lastProblem)).toEqual(['network', 'network']);
  });

  it.each([
    ['days', 3 * 86_400_000],
    ['hours', 9 * 3_600_000],
  ])('polls on after the clock has gone back by %s', async (_, ahead) => {
    let now = NOW + ahead;
    const fetch = vi.fn(answering(rss('One')));
    const poller = await startPoller(['https://a.test/feed'], fetch, { now: () => now });
    await until(async () => expect((await states())[0]?.lastSuccessAt).toBe(now));
    now = NOW;
    await until(async () => expect((await states())[0]?.lastSuccessAt).toBe(NOW));
    await poller.stop();
  });

  it('polls a feed that a process was polling when it was killed, hours before the clock went back', async () => {
    const first = await startPoller(['https://a.test/feed'], answering(rss('One')), { countWaiting: async () => 101 });
    await first.stop();
    await database.query('update feeds set lease_until = $1', [NOW + 9 * 3_600_000]);
    const second = await startPoller(['https://a.test/feed'], answering(rss('One')));
    await until(async () => expect((await states())[0]?.lastSuccessAt).toBe(NOW));
    await second.stop();
  });

  it('gives feeds back that were being asked when it stopped', async () => {
    const hanging: SafeFetch['fetch'] = ({ signal }) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(err({ reason: 'aborted' }))));
    const poller = await startPoller(['https://host.test/feed'], hanging);
    const leased = () => database.query('select url from feeds where lease_until > 0');
    await until(async () => expect(await leased()).toHaveLength(1));
    await poller.stop();
    expect(await leased()).toEqual([]);
  });
});
