// The stored states of feeds after the worker was stopped, and of feeds that are no longer polled.
import { beforeEach, expect, it } from 'vitest';
import { createFeedState } from '../../../../engine/feed/feed-state.ts';
import { OutletId } from '../../../../engine/ids.ts';
import { runPollCycle } from '../../../../utils/feeds/poll-cycle.ts';
import { createStore } from '../../../../utils/store/database.ts';
import { forgetUnchosenFeeds, readFeedStates } from '../../../../utils/store/feed-states.ts';
import { readWith, writeWith } from '../../../../utils/store/transaction.ts';
import {
  DAY,
  HOUR,
  NOW,
  neverAborted,
  startFreshProfile,
  startWorker,
  succeed,
} from '../../../support/on-device-fixtures.ts';

beforeEach(startFreshProfile);

const urlOf = (name: string) => `https://${name}.test/rss`;

it('is forgotten after a month, once and for all, and never that of a chosen feed', async () => {
  const store = createStore();
  const stateOf = (name: string, daysAgo: number) => ({
    ...createFeedState(urlOf(name)),
    lastAttemptAt: NOW - daysAgo * DAY,
  });
  const states = [stateOf('chosen', 400), stateOf('tried', 29), stateOf('left', 31), createFeedState(urlOf('unasked'))];
  await succeed(
    store.run(
      writeWith(['feeds'], async (t) => {
        for (const state of states) await t.objectStore('feeds').put(state);
        await t.objectStore('feeds').put({ url: urlOf('damaged'), lastAttemptAt: 'often' } as never);
      }),
    ),
  );
  const forget = () =>
    succeed(
      store.run(
        writeWith(['feeds'], async (t) => {
          await forgetUnchosenFeeds(t, { chosen: [{ url: urlOf('chosen') }], now: NOW });
          return await t.objectStore('feeds').getAllKeys();
        }),
      ),
    );
  expect(await forget()).toEqual([urlOf('chosen'), urlOf('tried')]);
  expect(await forget()).toEqual([urlOf('chosen'), urlOf('tried')]);
});

it.each([
  ['429 for an hour', 429, '3600', HOUR],
  ['503 until a time', 503, new Date(NOW + 2 * HOUR).toUTCString(), 2 * HOUR],
  ['429 for a month: a day', 429, '2592000', DAY],
])(
  'a pause that a feed asks for holds in a worker that was started anew: %s',
  async (_, status, retryAfter, pauseMs) => {
    const source = { url: urlOf('busy'), outletId: OutletId.parse('busy'), lang: null, format: 'feed' } as const;
    async function pollAt(now: number): Promise<number> {
      const worker = startWorker();
      const states = await succeed(worker.store.run(readWith(['feeds'], readFeedStates)));
      const { polled } = await runPollCycle({
        feeds: [source],
        readState: async (url) => states.find((state) => state.url === url) ?? null,
        isAllowed: () => true,
        onOutcome: async (outcome) => void (await succeed(worker.source.ingest(outcome))),
        fetch: async () => new Response(null, { status, headers: { 'retry-after': retryAfter } }),
        clock: () => now,
        random: () => 0.5,
        isOnline: () => true,
        signal: neverAborted(),
        pollIntervalMs: 20 * 60_000,
        isAsked: true,
      });
      worker.store.close();
      return polled;
    }
    expect(await pollAt(NOW)).toBe(1);
    expect(await pollAt(NOW + pauseMs - 1)).toBe(0);
    expect(await pollAt(NOW + pauseMs)).toBe(1);
  },
);
