// The firehose and hubs on both kinds of database: what arrives is stored once, and what is missing is requested again.
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFeedState } from '../../engine/feed/feed-state.ts';
import type { FeedHub } from '../../engine/feed/find-hub.ts';
import { OutletId } from '../../engine/ids.ts';
import { createOutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { followFirehose } from '../../server/ingest/firehose/follow-firehose.ts';
import { takeMinute } from '../../server/ingest/firehose/take-minute.ts';
import type { Jobs } from '../../server/ingest/jobs.ts';
import { pollFeeds } from '../../server/ingest/poll-feeds.ts';
import { createSafeFetch, type SafeFetch } from '../../server/ingest/safe-fetch.ts';
import { createTakeInto } from '../../server/ingest/take-into.ts';
import { answerHub } from '../../server/ingest/websub/callback.ts';
import { subscribeToHubs } from '../../server/ingest/websub/subscribe.ts';
import { createLog } from '../../server/log.ts';
import { createPushAllowance } from '../../server/roles/admit-hubs.ts';
import { countWaiting } from '../../server/store/count-waiting.ts';
import { addFeed, listFeeds, switchFeed, writeHub, writeRegistryFeeds } from '../../server/store/feeds.ts';
import { planMinutes, writeMinuteMissed } from '../../server/store/firehose-minutes.ts';
import { startLocalWeb } from '../support/local-web.ts';
import { createFakeFetch, type FakeAnswer } from '../support/server/fake-fetch.ts';
import { TEST_DATABASES, useDatabase } from '../support/server/test-databases.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 4, 3, 12);
const SOURCE = 'https://firehose.test/gal';
const FEED = 'https://harbour.test/feed';
const never = new AbortController().signal;

describe.each(TEST_DATABASES)('sources on $kind', (kind) => {
  const database = useDatabase(kind);
  beforeEach(async () => {
    for (const table of ['intake', 'articles', 'feeds', 'firehose_minutes'])
      await database.query(`delete from ${table}`);
  });

  const parts = () => ({
    database,
    directory: createOutletDirectory([]),
    identifyLanguage: () => ({ lang: 'en', isReliable: true }),
    take: createTakeInto({ now: () => NOW, keepMs: 14 * 24 * 60 * MINUTE }),
    now: () => NOW,
    log: createLog({ level: 'silent', role: 'test' }),
  });
  const titles = async () =>
    (await database.query('select title from articles order by title')).map(({ title }) => title);

  describe('firehose', () => {
    const plan = (now = NOW) =>
      planMinutes(database, { source: SOURCE, from: NOW - 3 * MINUTE, to: NOW - MINUTE, now, limit: 10 });
    const take = (answer: FakeAnswer, minute = NOW - MINUTE) =>
      takeMinute({ ...parts(), safeFetch: createFakeFetch(() => answer), source: SOURCE }, { minute, signal: never });
    const lines = (...given: readonly object[]) => gzipSync(given.map((line) => JSON.stringify(line)).join('\n'));
    const article = (n: number) => ({ url: `https://harbour.test/news/${n}`, title: `A bridge opens, part ${n}` });

    it('plans missing minutes, newest first, and none that is done', async () => {
      expect(await plan()).toEqual([NOW - MINUTE, NOW - 2 * MINUTE, NOW - 3 * MINUTE]);
      await take({ status: 200, body: lines(article(1)) });
      expect(await plan()).toEqual([NOW - 2 * MINUTE, NOW - 3 * MINUTE]);
    });

    it('requests no minute that was planned under a clock that was ahead', async () => {
      const ahead = NOW + 60 * MINUTE;
      await planMinutes(database, { source: SOURCE, from: NOW, to: ahead, now: ahead, limit: 10 });
      expect(await plan()).toEqual([NOW - MINUTE, NOW - 2 * MINUTE, NOW - 3 * MINUTE]);
    });

    it('retries a minute within half an hour, even one that failed under a clock hours ahead', async () => {
      await plan();
      const write = (now: number) => writeMinuteMissed(database, { source: SOURCE, minute: NOW - MINUTE, now });
      for (let tries = 0; tries < 7; tries += 1) await write(NOW);
      expect(await plan()).toEqual([NOW - 2 * MINUTE, NOW - 3 * MINUTE]);
      expect(await plan(NOW + 30 * MINUTE)).toContain(NOW - MINUTE);
      await write(NOW + 9 * 60 * MINUTE);
      expect(await plan()).toContain(NOW - MINUTE);
    });

    it('takes in each line, counts the bad ones, and asks once', async () => {
      await plan();
      const many = Array.from({ length: 1_100 }, (_, n) => article(n));
      await take({ status: 200, body: lines(...many, { url: 'x' }, { title: 'no address' }) });
      expect(await titles()).toHaveLength(1_100);
      expect(
        await database.query(`select articles, bad_lines, state from firehose_minutes where state = 'done'`),
      ).toEqual([{ articles: 1_100, bad_lines: 2, state: 'done' }]);
      expect(await countWaiting(database, 500)).toBe(500);
      expect(await countWaiting(database, 5_000)).toBe(1_100);
      const again = createFakeFetch(() => ({ status: 200 }));
      await takeMinute({ ...parts(), safeFetch: again, source: SOURCE }, { minute: NOW - MINUTE, signal: never });
      expect(again.asked).toEqual([]);
    });

    it('stores the other articles if our own reader fails on a line', async () => {
      await plan();
      let read = 0;
      const identifyLanguage = () => {
        read += 1;
        if (read === 2) throw new TypeError('words of an article');
        return { lang: 'en', isReliable: true };
      };
      const words = { desc: 'The bridge was opened after years of work, and its deck is wide.' };
      const body = lines(...[1, 2, 3].map((n) => ({ ...article(n), ...words })));
      const safeFetch = createFakeFetch(() => ({ status: 200, body }));
      await takeMinute(
        { ...parts(), identifyLanguage, safeFetch, source: SOURCE },
        { minute: NOW - MINUTE, signal: never },
      );
      expect(await titles()).toEqual(['A bridge opens, part 1', 'A bridge opens, part 3']);
      expect(await database.query(`select bad_lines from firehose_minutes where state = 'done'`)).toEqual([
        { bad_lines: 1 },
      ]);
    });

    it.each<[string, FakeAnswer]>([
      ['is not there yet', { status: 404 }],
      ['cannot be reached', 'network'],
      ['is no gzip', { status: 200, body: '<html>' }],
      ['is cut off', { status: 200, body: gzipSync('x\n'.repeat(10_000)).subarray(0, 40) }],
    ])('asks again later for a minute that %s', async (_, answer) => {
      await plan();
      await take(answer);
      expect(await plan()).not.toContain(NOW - MINUTE);
      expect(await plan(NOW + MINUTE)).toContain(NOW - MINUTE);
      await take(answer);
      await take(answer);
      expect(await plan(NOW + 3 * MINUTE)).not.toContain(NOW - MINUTE);
      expect(await plan(NOW + 4 * MINUTE)).toContain(NOW - MINUTE);
    });

    it('asks again for a minute that is cut off and was compressed as an answer, not as a file', async () => {
      const whole = lines(...Array.from({ length: 2_000 }, (_, n) => article(n)));
      const body = whole.subarray(0, whole.length / 2);
      const web = await startLocalWeb(() => ({ headers: { 'content-encoding': 'gzip' }, body }));
      const safeFetch = createSafeFetch({ userAgent: 'test', ports: [web.port], isAddressAllowed: () => true });
      const minute = NOW - MINUTE;
      const source = `http://127.0.0.1:${web.port}`;
      await planMinutes(database, { source, from: minute, to: minute, now: NOW, limit: 10 });
      await takeMinute({ ...parts(), safeFetch, source }, { minute, signal: never });
      await safeFetch.close();
      await web.close();
      expect(await titles()).toEqual([]);
      expect(await database.query('select state, tries from firehose_minutes')).toEqual([
        { state: 'missing', tries: 1 },
      ]);
    });

    it('plans, takes and fills gaps as jobs, and holds back while too much waits', async () => {
      const runs = new Map<string, (key: string) => Promise<void>>();
      const sent: string[] = [];
      const jobs: Jobs = {
        schedule: async ({ name, run }) => void runs.set(name, run),
        work: async ({ name, run }) => void runs.set(name, run),
        send: async (_, keys) => void sent.push(...keys),
        stop: async () => undefined,
      };
      let isThere = false;
      const safeFetch = createFakeFetch(({ url }) => {
        if (!isThere) return { status: 404 };
        return { status: 200, body: lines(article(Number(url.match(/\d{14}/)?.[0]))) };
      });
      let time = NOW;
      const now = () => time;
      const following = { ...parts(), now, safeFetch, source: SOURCE, jobs, hours: 1, waitingMax: 50, signal: never };
      await followFirehose(following);
      const turn = async () => {
        await runs.get('firehose-plan')?.('');
        for (const key of sent.splice(0)) await runs.get('firehose-minute')?.(key);
      };
      await turn();
      expect(safeFetch.asked).toHaveLength(30); // newest first; the rest of the hour follows a minute later
      isThere = true;
      for (let minutes = 0; minutes < 6; minutes += 1) {
        time += MINUTE;
        await turn();
      }
      const done = await database.query(`select count(*) as minutes from firehose_minutes where state = 'done'`);
      expect(done).toEqual([{ minutes: 51 }]); // one more than the limit of waiting articles
      await database.query('delete from intake');
      time += MINUTE;
      await turn();
      expect(await titles()).toHaveLength(61); // every minute of the hour before, both ends included
    });

    it('forgets minutes that are too old to be filled', async () => {
      await plan();
      await planMinutes(database, { source: SOURCE, from: NOW - MINUTE, to: NOW - MINUTE, now: NOW, limit: 10 });
      expect(await database.query('select minute from firehose_minutes')).toEqual([{ minute: NOW - MINUTE }]);
    });
  });

  describe('hubs', () => {
    type Subscribing = { readonly url?: string; readonly answer?: FakeAnswer };
    async function subscribe({ url = FEED, answer = { status: 202 } }: Subscribing = {}) {
      await addFeed(database, { url, outletId: OutletId.parse('harbour'), lang: 'en', format: 'feed' });
      await writeHub(database, { url, hub: { hub: 'https://hub.test/', topic: `${FEED}?topic` } });
      const safeFetch = createFakeFetch(() => answer);
      await subscribeToHubs({ ...parts(), safeFetch, callbackUrl: 'https://server.test' }, never);
      const form = safeFetch.asked[0]?.form ?? {};
      return { asked: safeFetch.asked, callback: form['hub.callback'] ?? '', secret: form['hub.secret'] ?? '', form };
    }
    let isFull = false;
    let ticks = 0;
    const allowPush = createPushAllowance(() => ticks);
    const call = async (url: string, init?: RequestInit) =>
      answerHub({ ...parts(), isFull: async () => isFull, allowPush }, new Request(url, init));
    const verify = (callback: string, topic = `${FEED}?topic`) =>
      call(
        `${callback}?hub.mode=subscribe&hub.topic=${encodeURIComponent(topic)}&hub.challenge=c4&hub.lease_seconds=864000`,
      );
    const rss =
      '<rss><channel><item><title>A bridge opens</title><link>https://harbour.test/a</link></item></channel></rss>';
    const push = (callback: string, signature: string) => post(callback, { body: rss, signature });
    const post = (callback: string, { body, signature }: { readonly body: string; readonly signature: string }) =>
      call(callback, { method: 'POST', body, headers: { 'x-hub-signature': signature } });
    const postSigned = (callback: string, { body, secret }: { readonly body: string; readonly secret: string }) =>
      post(callback, { body, signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` });
    const sign = (method: string, key: string) => `${method}=${createHmac(method, key).update(rss).digest('hex')}`;

    it('asks each hub once, and again before the subscription ends', async () => {
      const { asked, form, callback } = await subscribe();
      expect(asked).toHaveLength(1);
      expect(form).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': `${FEED}?topic` });
      const later = createFakeFetch(() => ({ status: 202 }));
      const askAt = (now: number) =>
        subscribeToHubs({ ...parts(), now: () => now, safeFetch: later, callbackUrl: 'https://server.test' }, never);
      await askAt(NOW + MINUTE);
      expect(later.asked).toHaveLength(0);
      await verify(callback);
      await askAt(NOW + 8 * 24 * 60 * MINUTE);
      expect(later.asked).toHaveLength(0);
      await askAt(NOW + 9 * 24 * 60 * MINUTE + 1);
      expect(later.asked[0]?.form?.['hub.callback']).toBe(callback);
    });

    it.each<[string, FakeAnswer]>([
      ['this server was stopped before it had answered', 'aborted'],
      ['the network was away', 'network'],
      ['it was too slow', 'timeout'],
    ])('asks a hub again after an hour if %s', async (_, answer) => {
      const { asked } = await subscribe({ answer });
      const later = createFakeFetch(() => ({ status: 202 }));
      const askAt = (now: number) =>
        subscribeToHubs({ ...parts(), now: () => now, safeFetch: later, callbackUrl: 'https://server.test' }, never);
      await askAt(NOW + 59 * MINUTE);
      expect(later.asked).toHaveLength(0);
      await askAt(NOW + 61 * MINUTE);
      expect(later.asked.map(({ form }) => form)).toEqual(asked.map(({ form }) => form));
      await askAt(NOW + 12 * 60 * MINUTE);
      expect(later.asked).toHaveLength(1); // it has answered, and has until the thirteenth hour to verify
    });

    it('asks the hubs of 200 feeds in one run, ten at once, so that a new address is soon known to all', async () => {
      const urls = Array.from({ length: 205 }, (_, n) => `${FEED}/${n}`);
      const outletId = OutletId.parse('harbour');
      await writeRegistryFeeds(
        database,
        urls.map((url) => ({ url, outletId, lang: 'en', format: 'feed' as const })),
      );
      await database.query(`update feeds set hub = 'https://hub.test/', topic = url`);
      const topics: (string | undefined)[] = [];
      let expected = 10;
      let held: (() => void)[] = [];
      const answering = createFakeFetch(() => ({ status: 202 }));
      const fetch: SafeFetch['fetch'] = async (request) => {
        topics.push(request.form?.['hub.topic']);
        await new Promise<void>((resolve) => {
          held.push(resolve);
          if (held.length < expected) return;
          for (const goOn of held) goOn();
          held = [];
        });
        return await answering.fetch(request);
      };
      const run = () =>
        subscribeToHubs({ ...parts(), safeFetch: { ...answering, fetch }, callbackUrl: 'https://server.test' }, never);
      await run();
      expect(topics).toHaveLength(200);
      expected = 5;
      await run();
      expect(topics.toSorted()).toEqual(urls.toSorted());
    });

    it('renews once a subscription that was requested under a clock a year ahead', async () => {
      const { callback } = await subscribe();
      await verify(callback);
      const later = createFakeFetch(() => ({ status: 202 }));
      const now = () => NOW - 365 * 24 * 60 * MINUTE;
      for (let times = 0; times < 2; times += 1) {
        await subscribeToHubs({ ...parts(), now, safeFetch: later, callbackUrl: 'https://server.test' }, never);
      }
      expect(later.asked.map(({ form }) => form?.['hub.callback'])).toEqual([callback]);
    });

    it('subscribes again under a new address of this server, until the hub has granted it', async () => {
      const { callback } = await subscribe();
      await verify(callback);
      const moved = createFakeFetch(() => ({ status: 202 }));
      const askAt = (now: number) =>
        subscribeToHubs({ ...parts(), now: () => now, safeFetch: moved, callbackUrl: 'https://moved.test' }, never);
      const hours = (n: number) => NOW + n * 60 * MINUTE;
      await askAt(hours(1));
      expect(moved.asked.map(({ form }) => form?.['hub.callback'])).toEqual([
        callback.replace('https://server.test', 'https://moved.test'),
      ]);
      await askAt(hours(2));
      expect(moved.asked).toHaveLength(1); // the hub is not asked for a while
      await askAt(hours(14));
      expect(moved.asked).toHaveLength(2);
      await verify(callback);
      await askAt(hours(30));
      expect(moved.asked).toHaveLength(2);
    });

    it.each<[string, FeedHub]>([
      ['hub', { hub: 'https://other-hub.test/', topic: `${FEED}?topic` }],
      ['topic', { hub: 'https://hub.test/', topic: `${FEED}?other` }],
    ])('a former hub knows nothing of the subscription for another %s, and pushes nothing', async (_, hub) => {
      const former = await subscribe();
      await verify(former.callback);
      const pushed = async () => (await push(former.callback, sign('sha256', former.secret)))?.status;
      await writeHub(database, { url: FEED, hub });
      expect(await pushed()).toBe(404);
      expect((await verify(former.callback))?.status).toBe(404);
      const safeFetch = createFakeFetch(() => ({ status: 202 }));
      await subscribeToHubs({ ...parts(), safeFetch, callbackUrl: 'https://server.test' }, never);
      const form = safeFetch.asked[0]?.form ?? {};
      const { 'hub.callback': callback = '', 'hub.secret': secret = '' } = form;
      expect(form['hub.topic']).toBe(hub.topic);
      expect([callback, secret]).not.toContain(former.callback);
      expect([callback, secret]).not.toContain(former.secret);
      expect(await pushed()).toBe(404);
      expect((await push(callback, sign('sha256', former.secret)))?.status).toBe(202);
      expect(await titles()).toEqual([]);
      expect((await verify(callback, hub.topic))?.status).toBe(200);
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(202);
      expect(await titles()).toEqual(['A bridge opens']);
    });

    it('takes nothing from the hub of a feed that names none any more', async () => {
      const { callback, secret } = await subscribe();
      await verify(callback);
      await writeHub(database, { url: FEED, hub: null });
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(404);
      expect((await verify(callback))?.status).toBe(404);
      expect(await titles()).toEqual([]);
    });

    it('confirms what it asked for, and nothing else', async () => {
      const { callback } = await subscribe();
      expect(await (await verify(callback))?.text()).toBe('c4');
      expect((await verify(callback, 'https://other.test/feed'))?.status).toBe(404);
      expect((await call(`${callback}?hub.mode=unsubscribe&hub.topic=${FEED}?topic&hub.challenge=c`))?.status).toBe(
        404,
      );
      expect((await verify('https://server.test/websub/00000000000000000000000000000000'))?.status).toBe(404);
      expect((await call(callback, { method: 'PUT' }))?.status).toBe(405);
      expect(await call('https://server.test/v1/meta')).toBeNull();
    });

    it('stores what the hub signed, and nothing that others send', async () => {
      const { callback, secret } = await subscribe();
      const forged = ['', 'sha256=', `sha256=${'0'.repeat(64)}`, sign('sha256', 'guess'), sign('md5', secret)];
      for (const signature of forged) {
        expect((await push(callback, signature))?.status).toBe(202);
      }
      expect(await titles()).toEqual([]);
      ticks += MINUTE;
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(202);
      expect((await push(callback, sign('sha1', secret)))?.status).toBe(202);
      expect(await titles()).toEqual(['A bridge opens']);
    });

    it('leaves what is pushed to the hub while too many articles wait for their story', async () => {
      const { callback, secret } = await subscribe();
      isFull = true;
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(503);
      expect((await verify(callback))?.status).toBe(200);
      isFull = false;
      expect(await titles()).toEqual([]);
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(202);
      expect(await titles()).toEqual(['A bridge opens']);
    });

    it('takes a few pushes of one feed at once, then two a minute, and meanwhile those of other feeds', async () => {
      const { callback, secret } = await subscribe();
      const pushed = async () => {
        const answer = await push(callback, sign('sha256', secret));
        return [answer?.status, answer?.headers.get('retry-after')];
      };
      const answers = [];
      for (let n = 0; n < 10; n += 1) answers.push(await pushed());
      expect(answers).toEqual([...Array(5).fill([202, null]), ...Array(5).fill([429, '30'])]);
      const unread = new Request(callback, { method: 'POST', body: rss });
      await answerHub({ ...parts(), isFull: async () => isFull, allowPush }, unread);
      expect(unread.bodyUsed).toBe(false);
      expect((await verify(callback))?.status).toBe(200);
      const other = await subscribe({ url: `${FEED}/other` });
      expect((await push(other.callback, sign('sha256', other.secret)))?.status).toBe(202);
      ticks += MINUTE / 2;
      expect(await pushed()).toEqual([202, null]);
    });

    it('treats articles that the last poll listed without a date as expired', async () => {
      const { callback, secret } = await subscribe();
      await push(callback, sign('sha256', secret));
      const [listed] = await database.query('delete from articles returning id'); // as if it had expired
      const state = { ...createFeedState(FEED), undated: [listed?.id] };
      await database.query('update feeds set state = $1::jsonb', [JSON.stringify(state)]);
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(202);
      expect(await titles()).toEqual([]);
    });

    it('adds no article again of a feed whose addresses differ with each answer, pushed or polled', async () => {
      const { callback, secret } = await subscribe();
      let answers = 0;
      const answer = (...headlines: readonly string[]) => {
        answers += 1;
        const items = headlines.map(
          (headline, n) =>
            `<item><title>${headline}</title><link>/${n}?s=${answers}</link><pubDate>Sun, 03 May 2026 09:00:00 GMT</pubDate></item>`,
        );
        const links = `<link rel="hub" href="https://hub.test/"/><link rel="self" href="${FEED}?topic"/>`;
        return `<rss><channel><title>Invented</title>${links}${items.join('')}</channel></rss>`;
      };
      const poll = async (now: number, ...headlines: readonly string[]) => {
        const stop = new AbortController();
        const safeFetch = createFakeFetch(() => ({ status: 200, body: answer(...headlines) }));
        const limits = { pollIntervalMs: MINUTE, atOnce: 1, waitingMax: 100 };
        const running = pollFeeds(
          { ...parts(), safeFetch, now: () => now, countWaiting: async () => 0, random: () => 0, limits },
          stop.signal,
        );
        await until(async () => expect((await listFeeds(database))[0]?.state.lastSuccessAt).toBe(now));
        stop.abort();
        await running;
        return (await titles()).length;
      };
      const pushed = async (...headlines: readonly string[]) => {
        expect((await postSigned(callback, { body: answer(...headlines), secret }))?.status).toBe(202);
        return (await titles()).length;
      };
      expect(await poll(NOW, 'One', 'Two', 'Three')).toBe(3);
      expect(await poll(NOW + 60 * MINUTE, 'One', 'Two', 'Three')).toBe(3);
      expect(await pushed('One', 'Two', 'Three')).toBe(3);
      expect(await pushed('Four', 'One')).toBe(4);
      expect(await pushed('Four')).toBe(4);
      expect(await pushed('Two', 'Three')).toBe(4);
      expect(await poll(NOW + 120 * MINUTE, 'Four', 'One', 'Two', 'Three')).toBe(4);
    });

    it('remembers what was pushed of a feed that was never polled', async () => {
      const { callback, secret } = await subscribe();
      const body = rss.replace('</link>', '</link><pubDate>Sun, 03 May 2026 09:00:00 GMT</pubDate>');
      await postSigned(callback, { body, secret });
      await postSigned(callback, { body: body.replace('/a<', '/b<'), secret });
      expect(await titles()).toEqual(['A bridge opens']);
    });

    it('has nothing to do with a feed that was switched off, until it is on again', async () => {
      const { callback, secret } = await subscribe();
      await switchFeed(database, { url: FEED, isOn: false });
      expect((await verify(callback))?.status).toBe(404);
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(404);
      expect(await titles()).toEqual([]);
      await switchFeed(database, { url: FEED, isOn: true });
      expect((await push(callback, sign('sha256', secret)))?.status).toBe(202);
      expect(await titles()).toEqual(['A bridge opens']);
    });
  });
});
