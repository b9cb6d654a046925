// Poll cycles with a fake fetch and a fixed clock: which feeds are polled, how many at once, and the state after an abort.
import { describe, expect, it } from 'vitest';
import { createFeedState, type FeedState } from '../../../../engine/feed/feed-state.ts';
import type { FeedSource, PollOutcome } from '../../../../engine/feed/poll-outcome.ts';
import { OutletId } from '../../../../engine/ids.ts';
import { type PollCycle, runPollCycle } from '../../../../utils/feeds/poll-cycle.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const RSS = '<rss><channel><title>Example</title><item><title>Two hurt</title><link>/a</link></item></channel></rss>';

const source = (url: string): FeedSource => ({ url, outletId: OutletId.parse('example'), lang: null, format: 'feed' });
const hosts = (count: number) => Array.from({ length: count }, (_, n) => `https://host${n}.test/feed`);

function createCycle(urls: readonly string[], changes: Partial<PollCycle> = {}) {
  const states = new Map<string, FeedState>();
  const outcomes: PollOutcome[] = [];
  const asked: string[] = [];
  const time = { now: NOW };
  const stop = new AbortController();
  const cycle: PollCycle = {
    feeds: urls.map(source),
    readState: async (url) => states.get(url) ?? null,
    isAllowed: () => true,
    onOutcome: async (outcome) => {
      outcomes.push(outcome);
      states.set(outcome.state.url, outcome.state);
    },
    fetch: async (input) => {
      asked.push(String(input));
      return new Response(RSS);
    },
    clock: () => time.now,
    random: () => 0.5,
    isOnline: () => true,
    signal: stop.signal,
    pollIntervalMs: 1_200_000,
    startTimeout: () => new AbortController().signal,
    ...changes,
  };
  return { cycle, states, outcomes, asked, time, stop };
}

describe('runPollCycle', () => {
  it('polls feeds that were never polled and passes on articles with their feed’s state', async () => {
    const { cycle, outcomes } = createCycle(['https://a.test/feed']);
    expect(await runPollCycle(cycle)).toEqual({
      ended: 'done',
      polled: 1,
      resting: 0,
      clockErrorMs: 0,
    });
    expect(outcomes).toMatchObject([
      {
        kind: 'fetched',
        source: source('https://a.test/feed'),
        fetchedAt: NOW,
        feed: { items: [{ url: 'https://a.test/a' }] },
        state: { lastAttemptAt: NOW, lastSuccessAt: NOW, articlesSeen: 1 },
      },
    ]);
  });

  it('finds out from the servers that the clock is a month ahead, and dates articles by them', async () => {
    const headers = { date: new Date(NOW - 30 * 86_400_000).toUTCString() };
    const fetch = async () => new Response(RSS, { headers });
    const { cycle, outcomes } = createCycle(hosts(3), { fetch });
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 3, clockErrorMs: 30 * 86_400_000 });
    // The schedule uses the device's own clock, which also decides when a feed is due.
    const told = { fetchedAt: NOW - 30 * 86_400_000, state: { lastAttemptAt: NOW } };
    expect(outcomes).toMatchObject([told, told, told]);
  });

  it.each([
    ['alone', 1],
    ['before others', 4],
  ])('believes no server, asked %s, that says another day than it is', async (_, count) => {
    const clocks = [NOW + 40 * 365 * 86_400_000, NOW, NOW, NOW];
    const fetch = async () => new Response(RSS, { headers: { date: new Date(clocks.shift() ?? NOW).toUTCString() } });
    const { cycle, outcomes } = createCycle(hosts(count), { fetch });
    expect(await runPollCycle(cycle)).toMatchObject({ polled: count, clockErrorMs: 0 });
    expect(outcomes).toMatchObject(Array.from({ length: count }, () => ({ fetchedAt: NOW })));
  });

  it('fetches a feed in full again if it was last polled under a clock that was ahead', async () => {
    const validators: (string | null)[] = [];
    const fetch: typeof globalThis.fetch = async (_, init) => {
      validators.push(new Headers(init?.headers).get('if-none-match'));
      return new Response(RSS, { headers: { etag: '"1"' } });
    };
    const { cycle, time } = createCycle(['https://a.test/feed'], { fetch });
    time.now = NOW + 30 * 86_400_000;
    await runPollCycle(cycle);
    time.now = NOW;
    await runPollCycle(cycle);
    time.now = NOW + 3_600_000;
    await runPollCycle(cycle);
    expect(validators).toEqual([null, null, '"1"']);
  });

  it('asks again only when a feed is due', async () => {
    const { cycle, asked, time } = createCycle(['https://a.test/feed']);
    await runPollCycle(cycle);
    time.now += 60_000;
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 0 });
    time.now = NOW + 1_200_000;
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 1 });
    expect(asked).toHaveLength(2);
  });

  it('asks before a feed is due when the user wants it and the host rested for a minute', async () => {
    const { cycle, asked, time } = createCycle(['https://a.test/feed']);
    const wanted = { ...cycle, isAsked: true };
    await runPollCycle(cycle);
    time.now += 59_999;
    expect(await runPollCycle(wanted)).toMatchObject({ polled: 0, resting: 0 });
    time.now += 1;
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 0 });
    expect(await runPollCycle(wanted)).toMatchObject({ polled: 1, resting: 0 });
    expect(asked).toHaveLength(2);
  });

  it('asks the feeds of one host in turn when the user wants them, one a minute', async () => {
    const { cycle, asked, time } = createCycle(['https://a.test/1', 'https://a.test/2']);
    await runPollCycle(cycle);
    time.now += 30_000;
    await runPollCycle(cycle);
    for (const _ of [1, 2]) {
      time.now += 60_000;
      expect(await runPollCycle({ ...cycle, isAsked: true })).toMatchObject({ polled: 1 });
    }
    expect(asked.map((url) => url.at(-1))).toEqual(['1', '2', '1', '2']);
  });

  it.each([
    ['failed', { lastProblem: 'http-error', lastStatus: 500 }],
    ['asked to be left alone', { lastProblem: 'busy', lastStatus: 503 }],
  ] as const)('leaves a feed that %s until it is due, also when the user wants it', async (_, problem) => {
    const { cycle, states, asked, time } = createCycle(['https://a.test/feed']);
    const state = { ...createFeedState('https://a.test/feed'), ...problem, failures: 1, lastAttemptAt: NOW - 600_000 };
    states.set(state.url, { ...state, nextPollAt: NOW + 600_000 });
    expect(await runPollCycle({ ...cycle, isAsked: true })).toMatchObject({ polled: 0, resting: 0 });
    time.now += 600_000;
    expect(await runPollCycle({ ...cycle, isAsked: true })).toMatchObject({ polled: 1 });
    expect(asked).toHaveLength(1);
  });

  it.each(['network', 'timeout', 'offline'] as const)(
    'asks a feed whose last problem was %s before it is due when the user wants it',
    async (lastProblem) => {
      const { cycle, states } = createCycle(['https://a.test/feed']);
      const state = {
        ...createFeedState('https://a.test/feed'),
        lastProblem,
        failures: 3,
        lastAttemptAt: NOW - 60_000,
      };
      states.set(state.url, { ...state, nextPollAt: NOW + 600_000 });
      expect(await runPollCycle(cycle)).toMatchObject({ polled: 0 });
      expect(await runPollCycle({ ...cycle, isAsked: true })).toMatchObject({ polled: 1 });
    },
  );

  it('does not trust a schedule of a wrong clock', async () => {
    const { cycle, states } = createCycle(['https://a.test/feed']);
    states.set('https://a.test/feed', { ...createFeedState('https://a.test/feed'), nextPollAt: NOW + 90_000_000 });
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 1 });
  });

  it('lets a host rest 30 s between requests, also over restarts', async () => {
    const { cycle, asked, time } = createCycle(['https://a.test/1', 'https://a.test/2', 'https://b.test/1']);
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 2, resting: 1 });
    expect(asked).toEqual(['https://a.test/1', 'https://b.test/1']);
    time.now += 29_999;
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 0, resting: 1 });
    time.now += 1;
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 1, resting: 0 });
    expect(asked[2]).toBe('https://a.test/2');
  });

  it('has at most six requests in flight, and all of them at the end', async () => {
    let inFlight = 0;
    let most = 0;
    const { cycle, outcomes } = createCycle(hosts(20), {
      fetch: async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await Promise.resolve();
        await Promise.resolve();
        inFlight -= 1;
        return new Response(RSS);
      },
    });
    await runPollCycle(cycle);
    expect(most).toBe(6);
    expect(outcomes).toHaveLength(20);
  });

  it('asks a feed where it has moved to', async () => {
    const { cycle, asked, states } = createCycle(['https://a.test/feed']);
    const moved = { ...createFeedState('https://a.test/feed'), currentUrl: 'https://elsewhere.test/feed' };
    states.set('https://a.test/feed', moved);
    await runPollCycle(cycle);
    expect(asked).toEqual(['https://elsewhere.test/feed']);
  });

  it('asks no host without permission', async () => {
    const { cycle, asked, states } = createCycle(['https://a.test/feed', 'https://b.test/feed'], {
      isAllowed: async (url) => url.startsWith('https://b.test/'),
    });
    const moved = { ...createFeedState('https://b.test/feed'), currentUrl: 'https://elsewhere.test/feed' };
    states.set('https://b.test/feed', moved);
    await runPollCycle(cycle);
    expect(asked).toEqual(['https://b.test/feed']);
  });

  it('asks nobody while offline', async () => {
    const { cycle, asked, outcomes } = createCycle(hosts(2), { isOnline: () => false });
    expect(await runPollCycle(cycle)).toMatchObject({ ended: 'offline', polled: 0 });
    expect([asked, outcomes]).toEqual([[], []]);
  });

  it('goes on after a feed that fails', async () => {
    const { cycle, outcomes } = createCycle(['https://a.test/feed', 'https://b.test/feed'], {
      fetch: async (input) => (String(input).includes('a.test') ? Promise.reject(new TypeError()) : new Response(RSS)),
    });
    expect(await runPollCycle(cycle)).toMatchObject({ ended: 'done', polled: 2 });
    expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['failed', 'fetched']);
  });

  it('reports the number of feeds before polling the first, and ends when all outcomes are stored', async () => {
    const order: string[] = [];
    const { cycle } = createCycle(hosts(2), {
      fetch: async () => {
        order.push('asked');
        return new Response(RSS);
      },
      onOutcome: async () => {
        await Promise.resolve();
        order.push('stored');
      },
      onTotal: (total) => order.push(`${total} in all`),
    });
    await runPollCycle(cycle);
    expect(order).toEqual(['2 in all', 'asked', 'asked', 'stored', 'stored']);
  });

  it('can be aborted: interrupted feeds count as not polled, and the next cycle polls them', async () => {
    const urls = hosts(10);
    const test = createCycle(urls);
    const { stop, outcomes, states } = test;
    let answers = 0;
    const cutShort: typeof fetch = async (_, init) => {
      answers += 1;
      if (answers <= 3) return new Response(RSS);
      stop.abort();
      throw init?.signal?.reason;
    };
    const { ended, polled, resting } = await runPollCycle({ ...test.cycle, fetch: cutShort });
    expect(ended).toBe('aborted');
    expect(resting, 'left for a cycle soon after').toBe(10 - polled);
    const stored = outcomes.map((outcome) => outcome.source.url);
    expect(stored.length).toBeLessThanOrEqual(3);
    expect([...states.keys()]).toEqual(stored);

    const again = { ...test.cycle, signal: new AbortController().signal };
    expect(await runPollCycle(again)).toMatchObject({ ended: 'done', polled: 10 - stored.length });
    expect(outcomes.map((outcome) => outcome.source.url).toSorted()).toEqual(urls.toSorted());
  });

  it('ends with the error of a store that fails, and asks nobody else', async () => {
    const { cycle, asked } = createCycle(hosts(20), {
      onOutcome: async () => Promise.reject(new Error('no room')),
    });
    await expect(runPollCycle(cycle)).rejects.toThrow('no room');
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});

describe('an outage of the user’s own network that the browser does not report', () => {
  const fail = async () => Promise.reject(new TypeError());

  it('is not a failure of the feeds: all stay due, and are reported as offline', async () => {
    const { cycle, outcomes, states } = createCycle([...hosts(10), 'https://host0.test/second'], { fetch: fail });
    expect(await runPollCycle(cycle)).toMatchObject({ ended: 'done', polled: 10, resting: 0 });
    expect(outcomes).toHaveLength(10);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'failed', problem: 'offline' });
    for (const state of states.values()) expect(state).toMatchObject({ failures: 0, nextPollAt: 0 });
  });

  it('is recognised by timeouts, too', async () => {
    const stop = new AbortController();
    stop.abort();
    const problemsOf = async (count: number) => {
      const { cycle, outcomes } = createCycle(hosts(count), { fetch: fail, startTimeout: () => stop.signal });
      await runPollCycle(cycle);
      return outcomes.map(({ state }) => state.lastProblem);
    };
    expect(await problemsOf(2)).toEqual(['timeout', 'timeout']);
    expect(await problemsOf(3)).toEqual(['offline', 'offline', 'offline']);
  });

  it('is not assumed if fewer than three hosts were polled', async () => {
    const { cycle, outcomes } = createCycle(hosts(2), { fetch: fail });
    await runPollCycle(cycle);
    expect(outcomes).toMatchObject([{ problem: 'network' }, { problem: 'network' }]);
  });

  it.each([
    ['first', 0],
    ['last', 19],
  ])('is none when one host answers, whatever it says: the %s', async (_, answering) => {
    const { cycle, outcomes } = createCycle(hosts(20), {
      fetch: async (input) =>
        String(input).includes(`host${answering}.`)
          ? new Response(null, { status: 500 })
          : Promise.reject(new TypeError()),
    });
    expect(await runPollCycle(cycle)).toMatchObject({ polled: 20 });
    expect(outcomes.filter(({ state }) => state.lastProblem === 'network')).toHaveLength(19);
    expect(outcomes.filter(({ state }) => state.failures === 1)).toHaveLength(20);
  });

  it('that lasts longer than a cycle may is reported too', async () => {
    const test = createCycle(hosts(20));
    let asked = 0;
    const fetch: typeof globalThis.fetch = async (_, init) => {
      asked += 1;
      if (asked <= 6) throw new TypeError();
      test.stop.abort();
      throw init?.signal?.reason;
    };
    expect(await runPollCycle({ ...test.cycle, fetch })).toMatchObject({ ended: 'aborted', polled: 6, resting: 0 });
    expect(test.outcomes.map(({ state }) => state.lastProblem)).toEqual(Array(6).fill('offline'));
  });
});
