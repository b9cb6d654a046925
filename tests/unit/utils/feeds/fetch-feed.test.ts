// One request for one feed: what is sent, and the name of every outcome.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createFeedState } from '../../../../engine/feed/feed-state.ts';
import { type FeedRequest, fetchFeed } from '../../../../utils/feeds/fetch-feed.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const URL_OF_FEED = 'https://example.test/feed';
const RSS = '<rss><channel><title>Example</title><item><title>Two hurt</title><link>/a</link></item></channel></rss>';

function ask(answer: typeof fetch, request: Partial<FeedRequest> = {}) {
  return fetchFeed({
    state: createFeedState(URL_OF_FEED),
    fetch: answer,
    now: NOW,
    signal: new AbortController().signal,
    isOnline: () => true,
    startTimeout: () => new AbortController().signal,
    ...request,
  });
}

const answering =
  (body: BodyInit | null, init: ResponseInit = {}): typeof fetch =>
  async () =>
    new Response(body, init);

const hanging: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    const signal = init?.signal;
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

describe('fetchFeed', () => {
  it('sends no cookies or referrer, bypasses the cache, and uses its own validators', async () => {
    const requests: Request[] = [];
    const inits: (RequestInit | undefined)[] = [];
    const state = { ...createFeedState(URL_OF_FEED), etag: '"1"', lastModified: 'Sun, 03 May 2026 11:00:00 GMT' };
    await ask(
      async (input, init) => {
        requests.push(new Request(input, init));
        inits.push(init);
        return new Response(null, { status: 304 });
      },
      { state },
    );
    expect(inits[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
    expect(requests[0]?.url).toBe(URL_OF_FEED);
    expect(requests[0]?.headers.get('if-none-match')).toBe('"1"');
    expect(requests[0]?.headers.get('if-modified-since')).toBe('Sun, 03 May 2026 11:00:00 GMT');
  });

  it('gives a feed with its validators', async () => {
    const headers = { etag: '"2"', 'last-modified': 'x', 'cache-control': 'public, max-age=600' };
    expect(await ask(answering(RSS, { headers }))).toMatchObject({
      kind: 'fetched',
      finalUrl: URL_OF_FEED,
      etag: '"2"',
      lastModified: 'x',
      maxAgeMs: 600_000,
      feed: { title: 'Example', items: [{ url: 'https://example.test/a' }] },
    });
  });

  it('returns the final address, against which relative links are resolved', async () => {
    const moved = Object.defineProperty(new Response(RSS), 'url', { value: 'https://moved.test/feed' });
    expect(await ask(async () => moved)).toMatchObject({
      finalUrl: 'https://moved.test/feed',
      feed: { items: [{ url: 'https://moved.test/a' }] },
    });
  });

  it('keeps the validators with a 304 that brings none', async () => {
    const state = { ...createFeedState(URL_OF_FEED), etag: '"1"' };
    expect(await ask(answering(null, { status: 304 }), { state })).toMatchObject({ kind: 'unchanged', etag: '"1"' });
  });

  it('reads feeds in other encodings and in a .gz file', async () => {
    const bytes = Uint8Array.from(RSS.replace('Two', 'Zw\xf6'), (char) => char.charCodeAt(0));
    const headers = { 'content-type': 'text/xml; charset=iso-8859-1' };
    expect(await ask(answering(bytes, { headers }))).toMatchObject({ feed: { items: [{ title: 'Zwö hurt' }] } });
    expect(await ask(answering(gzipSync(RSS)))).toMatchObject({ feed: { items: [{ title: 'Two hurt' }] } });
  });

  it.each<[string, typeof fetch, object]>([
    ['404', answering('no', { status: 404 }), { problem: 'http-error', status: 404, retryAfterMs: null }],
    ['410', answering('no', { status: 410 }), { problem: 'gone', status: 410 }],
    [
      '429',
      answering('', { status: 429, headers: { 'retry-after': '120' } }),
      { problem: 'busy', retryAfterMs: 120_000 },
    ],
    [
      '503 with a date',
      answering('', { status: 503, headers: { 'retry-after': 'Sun, 03 May 2026 13:00:00 GMT' } }),
      { problem: 'busy', retryAfterMs: 3_600_000 },
    ],
    [
      '503 with a past date',
      answering('', { status: 503, headers: { 'retry-after': 'Sun, 03 May 2026 11:00:00 GMT' } }),
      { problem: 'busy', retryAfterMs: null },
    ],
    ['a page', answering('<!doctype html><html></html>'), { problem: 'not-a-feed' }],
    ['nothing', answering(''), { problem: 'empty' }],
    ['broken JSON', answering('{'), { problem: 'malformed' }],
    ['no connection', async () => Promise.reject(new TypeError('Failed to fetch')), { problem: 'network' }],
  ])('%s', async (_, answer, outcome) => {
    expect(await ask(answer)).toMatchObject({ kind: 'failed', ...outcome });
  });

  it('distinguishes being offline from a host that does not answer', async () => {
    const unreachable: typeof fetch = async () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await ask(unreachable, { isOnline: () => false })).toMatchObject({ kind: 'failed', problem: 'offline' });
  });

  it('stops at the timeout and at an abort, and tells them apart', async () => {
    const timeouts: number[] = [];
    const startTimeout = (ms: number) => {
      timeouts.push(ms);
      return AbortSignal.abort();
    };
    expect(await ask(hanging, { startTimeout })).toMatchObject({ kind: 'failed', problem: 'timeout' });
    expect(timeouts).toEqual([20_000]);
    const stop = new AbortController();
    const outcome = ask(hanging, { signal: stop.signal });
    stop.abort();
    expect(await outcome).toEqual({ kind: 'aborted' });
  });

  it('reads no further than the limit, however the body comes', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const limits = { timeoutMs: 30_000, bytesMax: 10 * 1024 };
    expect(await ask(answering(endless), { limits })).toMatchObject({ kind: 'failed', problem: 'too-large' });
    expect(pulled).toBeLessThan(20);
    const bomb = gzipSync(RSS + ' '.repeat(1_000_000));
    expect(await ask(answering(bomb), { limits })).toMatchObject({ kind: 'failed', problem: 'too-large' });
    const exact = RSS + ' '.repeat(10 * 1024 - RSS.length);
    expect(await ask(answering(exact), { limits })).toMatchObject({ kind: 'fetched' });
    expect(await ask(answering(`${exact} `), { limits })).toMatchObject({ problem: 'too-large' });
  });
});
