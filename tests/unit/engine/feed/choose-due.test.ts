// Which feeds are polled after their host refused another feed or the clock was set back, and when none can be.
import { describe, expect, it } from 'vitest';
import { chooseDue, findPauseEnd, type KnownFeed, REST_LIMITS } from '../../../../engine/feed/choose-due.ts';
import { createFeedState, type FeedState } from '../../../../engine/feed/feed-state.ts';
import { OutletId } from '../../../../engine/ids.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const MINUTE = 60_000;

function known(url: string, changes: Partial<FeedState> = {}): KnownFeed {
  const source = { url, outletId: OutletId.parse('example'), lang: null, format: 'feed' } as const;
  return { source, state: { ...createFeedState(url), ...changes } };
}

async function choose(feeds: readonly KnownFeed[], { now = NOW, isAsked = false } = {}) {
  const asked = { known: feeds, now, pollIntervalMs: 20 * MINUTE, isAsked, isAllowed: () => true, limits: REST_LIMITS };
  const { due, ...rest } = await chooseDue(asked);
  return { ...rest, due: due.map(({ source }) => source.url) };
}

describe('a host that answered one of its feeds with 429', () => {
  const busy = (minutes: number) =>
    known('https://a.test/1', {
      lastProblem: 'busy',
      lastStatus: 429,
      failures: 1,
      lastAttemptAt: NOW,
      nextPollAt: NOW + minutes * MINUTE,
    });
  const others = [known('https://a.test/2'), known('https://b.test/1')];

  it.each([false, true])('is left alone, with all its feeds (asked for by the user: %s)', async (isAsked) => {
    const feeds = [busy(30), ...others];
    for (const minutes of [1, 29]) {
      const chosen = await choose(feeds, { now: NOW + minutes * MINUTE, isAsked });
      // No feed counts as resting: this is not what the alarm is for that starts a round each minute.
      expect(chosen).toEqual({ due: ['https://b.test/1'], resting: 0 });
    }
    const after = await choose(feeds, { now: NOW + 30 * MINUTE });
    expect(after).toMatchObject({ due: ['https://a.test/2', 'https://b.test/1'], resting: 1 });
  });

  it('is left alone for an hour at most: one feed may be refused for a day', async () => {
    const feeds = [busy(24 * 60), ...others];
    expect((await choose(feeds, { now: NOW + 60 * MINUTE - 1 })).due).toEqual(['https://b.test/1']);
    expect((await choose(feeds, { now: NOW + 60 * MINUTE })).due).toEqual(['https://a.test/2', 'https://b.test/1']);
  });

  it('is asked all the same after 503, which may be the trouble of one page', async () => {
    const state = { ...busy(30).state, lastStatus: 503 };
    const feeds = [{ ...busy(30), state }, ...others];
    expect((await choose(feeds, { now: NOW + MINUTE })).due).toEqual(['https://a.test/2', 'https://b.test/1']);
  });
});

it('a host that was just asked rests, whichever of its feeds that was for', async () => {
  const justAsked = known('https://a.test/1', { lastAttemptAt: NOW - 10_000, nextPollAt: NOW + 20 * MINUTE });
  const due = known('https://a.test/2', { lastAttemptAt: NOW - 30 * MINUTE, nextPollAt: NOW });
  const resting = { due: [], resting: 1 };
  for (const feeds of [
    [justAsked, due],
    [due, justAsked],
  ])
    expect(await choose(feeds)).toEqual(resting);
});

it('a feed that was asked in the future, by a clock set back since, is due now', async () => {
  const ahead = { lastAttemptAt: NOW + 180 * MINUTE, nextPollAt: NOW + 200 * MINUTE };
  expect((await choose([known('https://a.test/1', ahead)])).due).toEqual(['https://a.test/1']);
});

describe('when none can be polled, even at the user’s request', () => {
  const failed = (url: string, lastStatus: number, minutes: number) =>
    known(url, {
      failures: 1,
      lastProblem: 'busy',
      lastStatus,
      lastAttemptAt: NOW,
      nextPollAt: NOW + minutes * MINUTE,
    });
  const refused = failed('https://a.test/1', 429, 90);
  const broken = failed('https://b.test/1', 503, 40);
  const waiting = { lastAttemptAt: NOW, nextPollAt: NOW + 20 * MINUTE };

  it.each<[string, KnownFeed[], number | null]>([
    ['there is no feed', [], null],
    ['all failed: the first that is due again', [refused, broken], 40],
    ['their host refused: an hour at most', [refused, known('https://a.test/2', waiting)], 60],
    ['one can be asked', [refused, broken, known('https://c.test/1', waiting)], null],
    ['one was never asked', [refused, known('https://c.test/1')], null],
    [
      'one had no network',
      [refused, known('https://c.test/1', { ...waiting, failures: 1, lastProblem: 'network' })],
      null,
    ],
  ])('%s', async (_, feeds, minutes) => {
    const now = NOW + 2 * MINUTE;
    const end = minutes === null ? null : NOW + minutes * MINUTE;
    const states = feeds.map(({ state }) => state);
    expect(findPauseEnd(states, now)).toBe(end);
    const isOneAsked = async (at: number) => (await choose(feeds, { now: at, isAsked: true })).due.length > 0;
    expect(await isOneAsked(now)).toBe(end === null && feeds.length > 0);
    if (end !== null) expect([await isOneAsked(end - 1), await isOneAsked(end)]).toEqual([false, true]);
  });
});
