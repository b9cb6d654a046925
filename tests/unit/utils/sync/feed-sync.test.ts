// Poll cycles as the popup sees them: one at a time, progress, offline, storage full, first round.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BLINDSPOT_THRESHOLDS } from '../../../../engine/coverage/blindspot.ts';
import { err, ok } from '../../../../engine/result.ts';
import type { Settings } from '../../../../utils/settings.ts';
import { createFeedSync, type FeedResult, type FeedSyncDeps, nextRecord } from '../../../../utils/sync/feed-sync.ts';
import type { SyncRecord } from '../../../../utils/sync/sync-record.ts';
import { startTabRenewals } from '../../../../utils/sync/tab-renewals.ts';
import type { SyncState } from '../../../../utils/sync-state.ts';
import { until } from '../../../support/until.ts';

const NOW = 1_700_000_000_000;
const NEVER: SyncRecord = { hasEndedCycle: false, lastSuccessAt: null, offlineSince: null, storageFull: false };
const FEEDS = ['https://one.test/rss', 'https://two.test/rss', 'https://three.test/rss'].map((url) => ({ url }));
const SETTINGS: Settings = {
  readingMode: 'on-click',
  chosenSites: [],
  sitesOff: [],
  editions: ['us'],
  feedLimit: 120,
  feedsAdded: [],
  feedsRemoved: [],
  pollMinutes: 20,
  isPollingOn: true,
  keepDays: 14,
  ratingPacksOff: [],
  ownBias: {},
  blindspotThresholds: BLINDSPOT_THRESHOLDS,
  badgeDensity: 'all',
  badgeSites: {},
  badgeMinimum: 3,
  isOnboarded: true,
  sourceMode: 'on-device',
  serverAddress: '',
  serverToken: '',
  isHeadlineSent: false,
  isLinkLookupOn: false,
  isFallBackOn: false,
};

function setUp({
  results = ['fetched', 'unchanged', 'failed'],
  ...changes
}: Partial<FeedSyncDeps<{ url: string }>> & { results?: FeedResult[] } = {}) {
  const published: SyncState[] = [];
  const log: string[] = [];
  let record = NEVER;
  let now = NOW;
  const sync = createFeedSync<{ url: string }>({
    listFeeds: async () => FEEDS,
    readAllowed: async () => () => true,
    readSettings: async () => SETTINGS,
    arePolled: async () => true,
    pollFeeds: async ({ onResult }) => {
      log.push('poll');
      for (const result of results) {
        now += 6_000;
        await onResult(result);
      }
      return { hasResting: false, clockErrorMs: 0 };
    },
    maintain: async () => {
      log.push('maintain');
      return ok(null);
    },
    count: async () => ok({ articles: 5, stories: 2 }),
    readPauses: async () => ({ failing: 1, pausedUntil: null }),
    readRecord: async () => record,
    writeRecord: async (next) => {
      record = next;
      log.push('record');
    },
    publish: async (state) => {
      published.push(state);
    },
    renewTabs: async () => {
      log.push('renew');
    },
    guard: {
      set: async () => {
        log.push('guard');
      },
      clear: async () => {
        log.push('unguard');
      },
    },
    now: () => now,
    ...changes,
  });
  return { sync, published, log, record: () => record };
}

test('a cycle publishes its progress, records, maintains, and ends its guard last', async () => {
  const { sync, published, log } = setUp();
  await sync.run();
  expect(published.map(({ running }) => running?.done ?? null)).toEqual([0, 1, 2, 3, null]);
  expect(log).toEqual(['guard', 'poll', 'record', 'maintain', 'renew', 'unguard']);
});

describe('while a feed keeps the cycle waiting', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test.each([
    ['a second after news in the first', NEVER, 1_000],
    ['five seconds after news in a later one', { ...NEVER, hasEndedCycle: true }, 5_000],
  ])('open tabs are answered again %s', async (_, before, afterMs) => {
    const renewTabs = vi.fn(async () => undefined);
    const renewals = () => renewTabs.mock.calls.length;
    let answer: (result: FeedResult) => Promise<void> = async () => undefined;
    let end: (found: { hasResting: boolean; clockErrorMs: number }) => void = () => undefined;
    const { sync } = setUp({
      renewTabs,
      readRecord: async () => before,
      pollFeeds: ({ onResult }) => {
        answer = onResult;
        return new Promise((resolve) => {
          end = resolve;
        });
      },
    });
    const cycle = sync.run();
    await vi.advanceTimersByTimeAsync(0);
    await answer('unchanged');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(renewals()).toBe(0);
    await answer('fetched');
    await answer('fetched');
    await vi.advanceTimersByTimeAsync(afterMs - 1);
    expect(renewals()).toBe(0);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(renewals()).toBe(1);
    await answer('fetched');
    end({ hasResting: false, clockErrorMs: 0 });
    await cycle;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(renewals(), 'at the end, and not once more').toBe(2);
  });

  test('a change during a renewal gets a renewal of its own', async () => {
    let release: () => void = () => undefined;
    const renewTabs = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    const renewals = startTabRenewals(renewTabs, 1_000);
    renewals.note();
    await vi.advanceTimersByTimeAsync(1_000);
    renewals.note();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(renewTabs).toHaveBeenCalledOnce();
    release();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(renewTabs).toHaveBeenCalledTimes(2);
    let hasStopped = false;
    const stopped = renewals.stop().then(() => {
      hasStopped = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(hasStopped).toBe(false);
    release();
    await stopped;
  });
});

test('the first sync is over when one whole cycle has ended', async () => {
  const { sync, published } = setUp();
  await sync.run();
  expect(published[0]?.isFirst).toBe(true);
  expect(published.at(-1)).toMatchObject({ isFirst: false, feedsAllowed: 3, feedsChosen: 3, articles: 5, stories: 2 });
});

test.each([
  ['as often as a feed is read in the first', NEVER, 5],
  ['at the beginning and the end of a later one', { ...NEVER, hasEndedCycle: true }, 2],
])('what is stored is counted %s', async (_, before, times) => {
  const count = vi.fn(async () => ok({ articles: 60_000, stories: 20_000 }));
  const readPauses = vi.fn(async () => ({ failing: 0, pausedUntil: null }));
  const { sync, published } = setUp({ count, readPauses, readRecord: async () => before });
  await sync.run();
  expect(published).toHaveLength(5);
  expect([count, readPauses].map(({ mock }) => mock.calls.length)).toEqual([times, times]);
});

test('between two cycles, stored data are counted on request', async () => {
  const counts = [5, 6].map((articles) => ok({ articles, stories: 2 }));
  const count = async () => counts.shift() ?? ok({ articles: 7, stories: 2 });
  const { sync } = setUp({ count, readRecord: async () => ({ ...NEVER, hasEndedCycle: true }) });
  expect([(await sync.state()).articles, (await sync.state()).articles]).toEqual([5, 6]);
});

test('a feed that may no longer be polled does not count as failing', async () => {
  const { sync } = setUp({
    readAllowed: async () => (url) => url !== 'https://two.test/rss',
    readPauses: async (feeds) => ({ failing: feeds.length, pausedUntil: 7 }),
  });
  expect(await sync.state()).toMatchObject({ feedsAllowed: 2, feedsChosen: 3, failing: 2, pausedUntil: 7 });
});

test('feeds are due as often as the user chose', async () => {
  let intervalMs = 0;
  const { sync } = setUp({
    pollFeeds: async ({ pollIntervalMs }) => {
      intervalMs = pollIntervalMs;
      return { hasResting: false, clockErrorMs: 0 };
    },
  });
  await sync.run();
  expect(intervalMs).toBe(20 * 60_000);
});

test('feeds that wait for their host keep the guard, which wakes the next cycle', async () => {
  const { sync, log } = setUp({ pollFeeds: async () => ({ hasResting: true, clockErrorMs: 0 }) });
  await sync.run();
  expect(log).not.toContain('unguard');
});

test('calls during a cycle are followed by one more cycle, after it', async () => {
  const { sync, log } = setUp();
  await Promise.all([sync.run(), sync.run(), sync.run()]);
  expect(log.filter((step) => step === 'poll' || step === 'record')).toEqual(['poll', 'record', 'poll', 'record']);
});

test('an alarm during a cycle is not followed by another cycle, which would never end without a network', async () => {
  const { sync, log } = setUp();
  const polls = () => log.filter((step) => step === 'poll').length;
  await Promise.all([sync.run(), sync.wake(), sync.wake()]);
  expect(polls()).toBe(1);
  await sync.wake();
  expect(polls()).toBe(2);
});

test('a pause breaks the running cycle off, and those who wait for a cycle get theirs after it', async () => {
  const steps: string[] = [];
  const { sync, log } = setUp({
    pollFeeds: async ({ signal }) => {
      steps.push('poll');
      if (steps.length > 1) return { hasResting: false, clockErrorMs: 0 };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      steps.push('broken off');
      return { hasResting: false, clockErrorMs: 0 };
    },
  });
  const [running, waiting] = [sync.run(), sync.run()];
  await until(() => expect(steps).toEqual(['poll']));
  await sync.pauseFor(async () => {
    steps.push('work');
    await new Promise((resolve) => setTimeout(resolve)); // gives a cycle that does not wait the time to start
    steps.push('worked');
  });
  await Promise.all([running, waiting]);
  expect(steps).toEqual(['poll', 'broken off', 'work', 'worked', 'poll']);
  expect(log).toEqual(['guard', 'guard', 'maintain', 'renew', 'unguard']);
});

test('work that fails in a pause is reported to its caller and blocks nothing', async () => {
  const { sync, log } = setUp();
  await expect(sync.pauseFor(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  await sync.run();
  expect(log).toContain('poll');
});

test.each([
  ['asked during a cycle, for all who wait', [false, true, false], [false, true]],
  ['asked during an asked cycle', [true, true], [true, true]],
  ['asked by nobody', [false, false], [false, false]],
])('a cycle knows whether the user asked for it: %s', async (_, wishes, expected) => {
  const cycles: boolean[] = [];
  const { sync } = setUp({
    pollFeeds: async ({ isAsked }) => {
      cycles.push(isAsked);
      return { hasResting: false, clockErrorMs: 0 };
    },
  });
  await Promise.all(wishes.map((isAsked) => sync.run({ isAsked })));
  await sync.run();
  expect(cycles).toEqual([...expected, false]);
});

test('stored articles expire by the servers’ clocks, if they differ from the device’s', async () => {
  const errors: number[] = [];
  const { sync } = setUp({
    pollFeeds: async () => ({ hasResting: false, clockErrorMs: 30 * 86_400_000 }),
    maintain: async ({ clockErrorMs }) => {
      errors.push(clockErrorMs);
      return ok(null);
    },
  });
  await sync.run();
  expect(errors).toEqual([30 * 86_400_000]);
});

test.each([true, false])('what is kept is for all feeds that are chosen, polled (%s) or not', async (isPollingOn) => {
  const maintain = vi.fn(async () => ok(null));
  const readAllowed = async () => (url: string) => url === FEEDS[0]?.url;
  const { sync } = setUp({ maintain, readAllowed, readSettings: async () => ({ ...SETTINGS, isPollingOn }) });
  await sync.run();
  expect(maintain.mock.calls).toEqual([[{ clockErrorMs: 0, feeds: FEEDS }]]);
});

test('polling that is off does not keep the user from asking', async () => {
  const { sync, log } = setUp({ readSettings: async () => ({ ...SETTINGS, isPollingOn: false }) });
  await sync.run({ isAsked: true });
  expect(log).toContain('poll');
});

test.each([
  [{ reason: 'storage-newer' } as const, 'storage-newer'],
  [{ reason: 'storage-forbidden' } as const, 'storage-forbidden'],
  [{ reason: 'storage-failed', cause: 'invented' } as const, 'storage-failed'],
])('what is stored and cannot be counted is not said to be nothing: %j', async (failure, unreadable) => {
  expect(await setUp().sync.state()).toMatchObject({ unreadable: null });
  expect(await setUp({ count: async () => err(failure) }).sync.state()).toMatchObject({ unreadable });
});

test('the browser is asked for permissions at the beginning and the end of a cycle, however many feeds there are', async () => {
  let asked = 0;
  const { sync, published } = setUp({
    readAllowed: async () => {
      asked += 1;
      return (url) => url !== 'https://two.test/rss';
    },
  });
  await sync.run();
  expect(asked).toBe(2);
  expect(published.map(({ feedsAllowed }) => feedsAllowed)).toEqual([2, 2, 2, 2, 2]);
});

test.each([
  ['there is room', ok(null), false],
  ['there is none', err({ reason: 'storage-full' } as const), true],
  ['nothing is known of it', err({ reason: 'storage-failed', cause: 'invented' } as const), true],
])('where nothing is polled any more, what was said of full storage is true: %s', async (_, ended, isFull) => {
  vi.spyOn(console, 'error').mockReturnValue();
  const { sync, published } = setUp({
    results: ['storage-full'],
    readSettings: async () => ({ ...SETTINGS, isPollingOn: published.length === 0 }),
    maintain: async () => ended,
  });
  await sync.run();
  expect(published.at(-1)?.storageFull).toBe(true);
  await sync.run();
  expect(published.at(-1)?.storageFull).toBe(isFull);
  vi.restoreAllMocks();
});

test.each([
  [{ reason: 'storage-full' } as const, true, 0],
  [{ reason: 'storage-failed', cause: 'invented' } as const, false, 1],
])('maintenance that ends with %j', async (failure, storageFull, complaints) => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  const { sync, published, record } = setUp({ maintain: async () => err(failure) });
  await sync.run();
  expect(record()).toMatchObject({ hasEndedCycle: true, storageFull });
  expect(published.at(-1)?.storageFull).toBe(storageFull);
  expect(complain).toHaveBeenCalledTimes(complaints);
  complain.mockRestore();
});

test('a cycle that threw does not block the next, and is not shown as running', async () => {
  let tries = 0;
  const { sync, published } = setUp({
    pollFeeds: async () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is gone');
      return { hasResting: false, clockErrorMs: 0 };
    },
  });
  await expect(sync.run()).rejects.toThrow('the database is gone');
  expect(published.at(-1)?.running).toBeNull();
  await sync.run();
  expect(tries).toBe(2);
  expect((await sync.state()).running).toBeNull();
});

describe('memory of the browser that is full', () => {
  const refuse = async () => {
    throw new Error('Session storage quota bytes exceeded. Values were not stored.');
  };

  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  test.each(['publish', 'renewTabs'] as const)('keeps no feed from being polled: %s', async (part) => {
    const { sync, log, record } = setUp({ [part]: refuse });
    await sync.run();
    expect(log.filter((step) => step !== 'renew')).toEqual(['guard', 'poll', 'record', 'maintain', 'unguard']);
    expect(record().lastSuccessAt).toBe(NOW + 18_000);
  });

  test('renews open tabs even if the end of the cycle cannot be recorded', async () => {
    const { sync, log } = setUp({ writeRecord: refuse });
    await sync.run();
    expect(log.slice(-2)).toEqual(['renew', 'unguard']);
  });
});

test('a cycle that threw leaves no alarm that would poll the same outlets again each minute', async () => {
  const { sync, log } = setUp({ pollFeeds: () => Promise.reject(new Error('the database is gone')) });
  await expect(sync.run()).rejects.toThrow('the database is gone');
  expect(log).toEqual(['guard', 'unguard']);
});

test.each([
  ['nothing is allowed', { readAllowed: async () => () => false }],
  ['polling is off', { readSettings: async () => ({ ...SETTINGS, isPollingOn: false }) }],
  ['a server answers', { arePolled: async () => false }],
] satisfies [string, Partial<FeedSyncDeps<{ url: string }>>][])(
  'nothing is polled, no alarm is left to try again, and old stories go all the same, when %s',
  async (_, changes) => {
    const { sync, log, published } = setUp(changes);
    await sync.run();
    expect(log).toEqual(['guard', 'maintain', 'unguard']);
    expect(published.at(-1)).toMatchObject({ running: null, isFirst: true });
  },
);

describe('what is remembered after a cycle', () => {
  const remembered = (results: FeedResult[], before = NEVER) =>
    nextRecord(before, { results: new Set(results), now: NOW });

  test.each([
    ['no feed was due', [], NEVER],
    ['one had news', ['fetched', 'failed'], { ...NEVER, hasEndedCycle: true, lastSuccessAt: NOW }],
    ['none had news', ['unchanged'], { ...NEVER, hasEndedCycle: true, lastSuccessAt: NOW }],
    ['all failed', ['failed'], { ...NEVER, hasEndedCycle: true }],
    ['all were offline', ['offline'], { ...NEVER, offlineSince: NOW }],
    ['one was offline, one not', ['offline', 'failed'], { ...NEVER, hasEndedCycle: true }],
    ['there was no room', ['storage-full'], { ...NEVER, hasEndedCycle: true, storageFull: true }],
  ] satisfies [string, FeedResult[], SyncRecord][])('%s', (_, results, expected) => {
    expect(remembered(results)).toEqual(expected);
  });

  test('offline keeps the time it began', () => {
    const before = { ...NEVER, offlineSince: NOW - 1000 };
    expect(remembered(['offline'], before).offlineSince).toBe(NOW - 1000);
  });

  test.each([true, false])('a storage that was full (%s) stays so until the maintenance', (storageFull) => {
    expect(remembered(['fetched'], { ...NEVER, storageFull }).storageFull).toBe(storageFull);
  });
});

test('what polling found is remembered if the worker dies in the maintenance, and open tabs are renewed by the next', async () => {
  let record = NEVER;
  const kept = {
    readRecord: async () => record,
    writeRecord: async (next: SyncRecord) => {
      record = next;
    },
  };
  let reached = () => {};
  const inMaintenance = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const dying = () => {
    reached();
    return new Promise<never>(() => {});
  };
  void setUp({ ...kept, maintain: dying }).sync.run();
  await inMaintenance;
  const next = setUp({ ...kept, results: [] });
  await next.sync.wake();
  expect(record.hasEndedCycle).toBe(true);
  expect(next.log).toContain('renew');
});

test('a cycle that has not yet found its feeds is resumed already, should the worker die', async () => {
  const { sync, log } = setUp({ listFeeds: () => new Promise(() => {}) });
  void sync.run();
  await until(() => expect(log).toEqual(['guard']));
});

test('while a server answers no feed is polled, not even when the user asks for news', async () => {
  const { sync, log } = setUp({ arePolled: async () => false });
  await sync.run();
  await sync.run({ isAsked: true });
  expect(log).not.toContain('poll');
});
