// Feeds in the database, on both kinds: which process may poll which feed now, and what a poll stores.
import { describe, expect, it } from 'vitest';
import { FeedState } from '../../engine/feed/feed-state.ts';
import type { FeedSource } from '../../engine/feed/poll-outcome.ts';
import { OutletId } from '../../engine/ids.ts';
import type { Database } from '../../server/store/database.ts';
import {
  addFeed,
  claimFeeds,
  listFeeds,
  readFeedChoices,
  releaseFeed,
  removeFeed,
  repairSchedules,
  switchFeed,
  writePolled,
  writeRegistryFeeds,
} from '../../server/store/feeds.ts';
import { TEST_DATABASES, useDatabase } from '../support/server/test-databases.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const CLAIM = { now: NOW, limit: 10, hostRestMs: 30_000, leaseMs: 80_000, onUnreadable() {} };

const feed = (url: string): FeedSource => ({ url, outletId: OutletId.parse('harbour'), lang: 'en', format: 'feed' });

describe.each(TEST_DATABASES)('feeds on $kind', (kind) => {
  const database = useDatabase(kind);

  async function openWith(...urls: string[]): Promise<Database> {
    await database.query('delete from feeds');
    await writeRegistryFeeds(database, urls.map(feed));
    return database;
  }

  const claimUrls = async (db: Database, claim: Partial<typeof CLAIM> = {}) =>
    (await claimFeeds(db, { ...CLAIM, ...claim })).map(({ source }) => source.url).toSorted();

  it('gives each due feed once, one a host, until its lease ends', async () => {
    const db = await openWith('https://a.test/1', 'https://a.test/2', 'https://b.test/1');
    expect(await claimUrls(db)).toEqual(['https://a.test/1', 'https://b.test/1']);
    expect(await claimUrls(db)).toEqual([]);
    expect(await claimUrls(db, { now: NOW + 79_999 })).toEqual([]);
    expect(await claimUrls(db, { now: NOW + 80_000 })).toEqual(['https://a.test/1', 'https://b.test/1']);
  });

  it('never gives a feed or a host to two who claim at once', async () => {
    const urls = Array.from({ length: 40 }, (_, n) => `https://host${n % 20}.test/${n}`);
    const db = await openWith(...urls);
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimUrls(db, { limit: 5 })));
    const hosts = claims.flat().map((url) => new URL(url).host);
    expect(hosts).toHaveLength(20);
    expect(new Set(hosts).size).toBe(20);
  });

  it('reaches other hosts behind many feeds of one that rests', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `https://a.test/${String(n).padStart(3, '0')}`);
    const db = await openWith(...many, 'https://z.test/1');
    expect(await claimUrls(db, { limit: 1 })).toEqual(['https://a.test/000']);
    expect(await claimUrls(db, { limit: 1 })).toEqual(['https://z.test/1']);
  });

  it('stores what a poll left, and lets the host rest', async () => {
    const db = await openWith('https://a.test/1', 'https://a.test/2');
    const [claimed] = await claimFeeds(db, CLAIM);
    if (claimed === undefined) throw new Error('a feed is due');
    const state = { ...claimed.state, etag: '"1"', lastAttemptAt: NOW + 1_000, nextPollAt: NOW + 900_000 };
    await writePolled(db, { state, leaseUntil: claimed.leaseUntil });
    expect((await listFeeds(db)).find(({ source }) => source.url === state.url)?.state).toEqual(state);
    expect(await claimUrls(db, { now: NOW + 30_999 })).toEqual([]);
    expect(await claimUrls(db, { now: NOW + 31_000 })).toEqual(['https://a.test/2']);
    expect(await claimUrls(db, { now: NOW + 899_999 })).toEqual(['https://a.test/2']);
  });

  it('tells what an admin decided, and nothing else', async () => {
    const db = await openWith('https://a.test/1', 'https://b.test/1');
    expect(await readFeedChoices(db)).toEqual([]);
    await switchFeed(db, { url: 'https://b.test/1', isOn: false });
    await addFeed(db, feed('https://c.test/1'));
    await addFeed(db, feed('https://d.test/1'));
    await switchFeed(db, { url: 'https://d.test/1', isOn: false });
    const choices = (await readFeedChoices(db)).map(({ url, outletId, isOn }) => [url, outletId, isOn]);
    expect(choices.toSorted()).toEqual([
      ['https://b.test/1', 'harbour', false],
      ['https://c.test/1', 'harbour', true],
      ['https://d.test/1', 'harbour', false],
    ]);
  });

  it.each([
    [429, 600_000, 600_000],
    [429, 86_400_000, 3_600_000],
    [503, 600_000, 30_000],
  ])(
    'after a %i and a pause of %i ms asks no other feed of the host for %i ms',
    async (lastStatus, pauseMs, restMs) => {
      const db = await openWith('https://a.test/1', 'https://a.test/2');
      const [claimed] = await claimFeeds(db, CLAIM);
      if (claimed === undefined) throw new Error('nothing was due');
      const state = { ...claimed.state, lastAttemptAt: NOW, nextPollAt: NOW + pauseMs, lastStatus };
      await writePolled(db, { ...claimed, state });
      expect(await claimUrls(db, { now: NOW + restMs - 1 })).toEqual([]);
      expect(await claimUrls(db, { now: NOW + restMs })).toContain('https://a.test/2');
    },
  );

  it('lets the host rest that a feed has moved to', async () => {
    const db = await openWith('https://a.test/1', 'https://b.test/1');
    const [claimed] = await claimFeeds(db, { ...CLAIM, limit: 1 });
    if (claimed === undefined) throw new Error('a feed is due');
    const state = {
      ...claimed.state,
      currentUrl: 'https://b.test/moved',
      lastAttemptAt: NOW,
      nextPollAt: NOW + 900_000,
    };
    await writePolled(db, { state, leaseUntil: claimed.leaseUntil });
    expect(await claimUrls(db, { now: NOW + 1_000 })).toEqual([]);
  });

  it('takes nothing from a poll whose lease was lost', async () => {
    const db = await openWith('https://a.test/1');
    const [late] = await claimFeeds(db, CLAIM);
    if (late === undefined) throw new Error('a feed is due');
    const [next] = await claimFeeds(db, { ...CLAIM, now: NOW + 100_000 });
    await writePolled(db, { state: { ...late.state, etag: '"late"' }, leaseUntil: late.leaseUntil });
    expect((await listFeeds(db))[0]?.state.etag).toBeNull();
    if (next !== undefined) await releaseFeed(db, next);
    expect(await claimUrls(db, { now: NOW + 100_001 })).toEqual(['https://a.test/1']);
  });

  it('does not trust a schedule of a wrong clock, nor a damaged state', async () => {
    const db = await openWith('https://a.test/1');
    const [claimed] = await claimFeeds(db, CLAIM);
    if (claimed === undefined) throw new Error('a feed is due');
    const state = FeedState.parse({ ...claimed.state, nextPollAt: NOW + 90_000_000, lastAttemptAt: NOW + 70_000 });
    await writePolled(db, { state, leaseUntil: claimed.leaseUntil });
    expect(await claimUrls(db)).toEqual([]);
    const right = { attemptedAt: NOW + 70_000, nextPollAt: NOW + 90_000_000, leaseUntil: NOW };
    await repairSchedules(db, right);
    expect(await claimUrls(db)).toEqual([]);
    await repairSchedules(db, { ...right, nextPollAt: NOW + 89_999_999 });
    expect(await claimUrls(db)).toEqual(['https://a.test/1']);
    await writePolled(db, { state, leaseUntil: NOW + CLAIM.leaseMs });
    expect(await claimUrls(db)).toEqual([]);
    await repairSchedules(db, { ...right, attemptedAt: NOW + 69_999 });
    expect(await claimUrls(db)).toEqual(['https://a.test/1']);
    await db.query(`update feeds set state = '{"url":5}', lease_until = 0`);
    expect((await listFeeds(db))[0]?.state).toMatchObject({ url: 'https://a.test/1', lastAttemptAt: null });
  });

  it('takes back a feed that was claimed under a wrong clock by a process that has ended', async () => {
    const db = await openWith('https://a.test/1');
    const ahead = 90_000_000;
    expect(await claimUrls(db, { now: NOW + ahead })).toEqual(['https://a.test/1']);
    expect(await claimUrls(db)).toEqual([]);
    const right = { attemptedAt: NOW, nextPollAt: NOW, leaseUntil: NOW + CLAIM.leaseMs + ahead };
    await repairSchedules(db, right);
    expect(await claimUrls(db)).toEqual([]);
    await repairSchedules(db, { ...right, leaseUntil: NOW + CLAIM.leaseMs });
    expect(await claimUrls(db)).toEqual(['https://a.test/1']);
  });

  it('follows the registry, and keeps what an admin decided', async () => {
    const db = await openWith('https://a.test/1', 'https://b.test/1');
    await addFeed(db, feed('https://own.test/1'));
    await switchFeed(db, { url: 'https://a.test/1', isOn: false });
    await writeRegistryFeeds(db, [feed('https://a.test/1'), feed('https://c.test/1')]);
    const listed = (await listFeeds(db)).map(({ source, origin, isOn }) => [source.url, origin, isOn]);
    expect(listed).toEqual([
      ['https://a.test/1', 'registry', false],
      ['https://c.test/1', 'registry', true],
      ['https://own.test/1', 'admin', true],
    ]);
    expect(await claimUrls(db)).toEqual(['https://c.test/1', 'https://own.test/1']);
    expect(await removeFeed(db, 'https://own.test/1')).toBe(true);
    expect(await removeFeed(db, 'https://own.test/1')).toBe(false);
  });

  it('a feed that was switched off stays off when the registry had it not for a while', async () => {
    const db = await openWith('https://a.test/1', 'https://b.test/1');
    await switchFeed(db, { url: 'https://a.test/1', isOn: false });
    await writeRegistryFeeds(db, [feed('https://b.test/1')]); // like a start with other EDITIONS
    await writeRegistryFeeds(db, [feed('https://a.test/1'), feed('https://b.test/1')]);
    expect(await claimUrls(db)).toEqual(['https://b.test/1']);
    expect(await removeFeed(db, 'https://a.test/1')).toBe(true);
  });

  it('keeps a feed of the registry as an admin added it, also when the registry has it no more', async () => {
    const db = await openWith('https://a.test/1', 'https://b.test/1');
    await addFeed(db, { ...feed('https://a.test/1'), lang: 'fr' });
    await addFeed(db, feed('https://b.test/1')); // equal to the registry's feed
    await writeRegistryFeeds(db, [feed('https://a.test/1'), feed('https://c.test/1')]);
    const listed = (await listFeeds(db)).map(({ source, origin }) => [source.url, source.lang, origin]);
    expect(listed).toEqual([
      ['https://a.test/1', 'fr', 'admin'],
      ['https://b.test/1', 'en', 'admin'],
      ['https://c.test/1', 'en', 'registry'],
    ]);
  });
});
