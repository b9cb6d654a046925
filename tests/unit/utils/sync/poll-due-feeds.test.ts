// One poll cycle in the worker, with a database that is unreadable or full, and with hosts that do not answer.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OutletId } from '../../../../engine/ids.ts';
import { err, ok } from '../../../../engine/result.ts';
import { browser } from '../../../../utils/browser.ts';
import { type DuePolling, pollDueFeeds } from '../../../../utils/sync/poll-due-feeds.ts';

const FEED = {
  url: 'https://herald.test/rss',
  outletId: OutletId.parse('herald'),
  lang: null,
  format: 'feed',
} as const;

const polling = (readStates: DuePolling['readStates']): DuePolling => ({
  feeds: [FEED],
  isAllowed: async () => true,
  pollIntervalMs: 1_200_000,
  isAsked: false,
  signal: new AbortController().signal,
  onTotal: () => {},
  onResult: async () => {},
  readStates,
  ingest: async () => ok(null),
});

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('polls nothing if the feeds’ states cannot be read', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError());
  const failure = { reason: 'storage-failed', cause: 'invented' } as const;
  await expect(pollDueFeeds(polling(async () => err(failure)))).rejects.toThrow('could not be read');
  expect(fetch).not.toHaveBeenCalled();
  await pollDueFeeds(polling(async () => ok(new Map())));
  expect(fetch).toHaveBeenCalledTimes(1);
});

it.each([
  ['is finished within a minute', ok(null), true],
  [
    'waits for the next round where there is no room to note who was asked',
    err({ reason: 'storage-full' } as const),
    false,
  ],
])('a host of two feeds %s', async (_, stored, hasResting) => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(null, { status: 304 }));
  const feeds = [FEED, { ...FEED, url: 'https://herald.test/world' }];
  const polled = pollDueFeeds({ ...polling(async () => ok(new Map())), feeds, ingest: async () => stored });
  expect(await polled).toMatchObject({ hasResting });
});

it('checks for a network a minute later, and polls nothing before: the next round may be long after', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const fetch = vi.spyOn(globalThis, 'fetch');
  expect(await pollDueFeeds(polling(async () => ok(new Map())))).toMatchObject({ hasResting: true });
  expect(fetch).not.toHaveBeenCalled();
});

it('keeps the worker awake while no host answers: a stopped worker would poll the same ones again each minute', async () => {
  vi.useFakeTimers();
  const asked = vi.spyOn(browser.runtime, 'getPlatformInfo').mockResolvedValue({ os: 'linux', arch: 'x86-64' });
  let giveUp = () => {};
  const fetch = vi.spyOn(globalThis, 'fetch').mockReturnValue(
    new Promise((_, reject) => {
      giveUp = () => reject(new TypeError());
    }),
  );
  const polled = pollDueFeeds(polling(async () => ok(new Map())));
  await vi.advanceTimersByTimeAsync(29_999);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalled();
  giveUp();
  await polled;
  expect(vi.getTimerCount()).toBe(0);
});
