// The fetcher with a local web: 127.0.0.1 stands for the public internet, every other address is private.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createSafeFetch, type SafeRequest } from '../../../../server/ingest/safe-fetch.ts';
import { type LocalWeb, startLocalWeb, type WebAnswer } from '../../../support/local-web.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'outlet.test': ['127.0.0.1'],
  'other.test': ['127.0.0.1'],
  'inside.test': ['127.0.0.2'],
  'mixed.test': ['127.0.0.1', '127.0.0.2'],
};

async function startWeb(answers: Readonly<Record<string, WebAnswer | ((web: LocalWeb) => WebAnswer)>>) {
  const web: LocalWeb = await startLocalWeb((request) => {
    const found = answers[request.url ?? ''];
    return typeof found === 'function' ? found(web) : (found ?? { status: 404 });
  });
  const fetcher = createSafeFetch({
    userAgent: 'Parallax/test (+https://example.test/)',
    ports: [web.port],
    isAddressAllowed: (address) => address === '127.0.0.1',
    resolve: async (name) => (NAMES[name] ?? []).map((address) => ({ address, family: 4 })),
  });
  open.push(fetcher, web);
  const get = (path: string, request: Partial<SafeRequest> = {}) =>
    fetcher.fetch({
      url: `http://outlet.test:${web.port}${path}`,
      signal: new AbortController().signal,
      timeoutMs: 30_000,
      bytesMax: 10_000,
      ...request,
    });
  return { web, get };
}

const textOf = (body: Uint8Array) => new TextDecoder().decode(body);

describe('what is asked', () => {
  it('gives status, headers, final address and body, and says who is asking', async () => {
    const { web, get } = await startWeb({ '/feed': { headers: { etag: '"1"', 'set-cookie': 'a=1' }, body: 'news' } });
    const answer = await get('/feed', { headers: { 'if-none-match': '"0"' } });
    if (!answer.ok) throw new Error(answer.error.reason);
    expect(answer.value).toMatchObject({ status: 200, finalUrl: `http://outlet.test:${web.port}/feed` });
    expect([answer.value.headers.get('etag'), answer.value.headers.get('x-none')]).toEqual(['"1"', null]);
    expect(textOf(answer.value.body)).toBe('news');
    await get('/feed');
    expect(web.requests[0]?.headers).toMatchObject({
      'user-agent': 'Parallax/test (+https://example.test/)',
      'if-none-match': '"0"',
    });
    expect(web.requests[1]?.headers.cookie).toBeUndefined();
  });

  it.each([
    ['another protocol', 'file:///etc/passwd', 'bad-address'],
    ['no address', 'nonsense', 'bad-address'],
    ['a password', 'http://:word@outlet.test/', 'bad-address'],
    ['a user name', 'http://user@outlet.test/', 'bad-address'],
    ['another port', 'http://outlet.test:6379/', 'bad-address'],
    ['a private number', 'http://10.0.0.1/', 'forbidden-address'],
    ['loopback as one number', 'http://2130706434/', 'forbidden-address'],
    ['loopback in hexadecimal', 'http://0x7f.2/', 'forbidden-address'],
    ['an IPv6 number', 'http://[::1]/', 'forbidden-address'],
    ['mapped IPv4', 'http://[::ffff:7f00:2]/', 'forbidden-address'],
  ])('refuses %s', async (_, url, reason) => {
    const { web, get } = await startWeb({});
    expect(await get('', { url })).toEqual({ ok: false, error: { reason } });
    expect(web.asked).toEqual([]);
  });

  it.each(['inside.test', 'mixed.test', 'unknown.test'])('asks nothing of %s, which resolves inside', async (host) => {
    const { web, get } = await startWeb({ '/': { body: 'secret' } });
    const answer = await get('/', { url: `http://${host}:${web.port}/` });
    expect(answer).toEqual({ ok: false, error: { reason: 'forbidden-address' } });
    expect(web.asked).toEqual([]);
  });
});

describe('redirects', () => {
  it('follows five, and tells where they ended', async () => {
    const hop = (n: number): WebAnswer => ({ status: 302, headers: { location: n === 5 ? '/end' : `/${n + 1}` } });
    const { web, get } = await startWeb({
      '/1': hop(1),
      '/2': hop(2),
      '/3': hop(3),
      '/4': hop(4),
      '/5': hop(5),
      '/end': { body: 'here' },
      '/0': { status: 301, headers: { location: '/1' } },
    });
    expect(await get('/1')).toMatchObject({ ok: true, value: { finalUrl: `http://outlet.test:${web.port}/end` } });
    expect(await get('/0')).toEqual({ ok: false, error: { reason: 'too-many-redirects' } });
  });

  it.each([
    ['a private name', (web: LocalWeb) => `http://inside.test:${web.port}/`, 'forbidden-address'],
    ['a private number', (web: LocalWeb) => `http://127.0.0.2:${web.port}/`, 'forbidden-address'],
    ['metadata', () => 'http://169.254.169.254/latest/meta-data/', 'forbidden-address'],
    ['another protocol', () => 'file:///etc/passwd', 'bad-address'],
    ['another port', () => 'http://outlet.test:22/', 'bad-address'],
  ])('does not follow to %s', async (_, location, reason) => {
    const { web, get } = await startWeb({
      '/': { body: 'secret' },
      '/feed': (self) => ({ status: 302, headers: { location: location(self) } }),
    });
    expect(await get('/feed')).toEqual({ ok: false, error: { reason } });
    expect(web.asked).toEqual(['outlet.test/feed']);
  });

  it('follows to an address with letters of another alphabet, as bytes of UTF-8', async () => {
    const location = Buffer.from('/новости', 'utf8').toString('latin1');
    const { web, get } = await startWeb({
      '/feed': { status: 301, headers: { location } },
      [new URL('/новости', 'http://outlet.test').pathname]: { body: 'moved' },
    });
    expect(await get('/feed')).toMatchObject({ ok: true, value: { status: 200 } });
    expect(web.asked.at(-1)).toBe(`outlet.test${encodeURI('/новости')}`);
  });

  it('does not send a form’s data to the address that it is redirected to', async () => {
    const { web, get } = await startWeb({ '/hub': { status: 307, headers: { location: '/elsewhere' } } });
    const form = { 'hub.mode': 'subscribe' };
    expect(await get('/hub', { form })).toMatchObject({ ok: true, value: { status: 307 } });
    expect(web.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /hub']);
  });

  it('goes to another public host', async () => {
    const { web, get } = await startWeb({
      '/feed': (self) => ({ status: 308, headers: { location: `http://other.test:${self.port}/new` } }),
      '/new': { body: 'moved' },
    });
    expect(await get('/feed')).toMatchObject({ ok: true, value: { status: 200 } });
    expect(web.asked).toEqual(['outlet.test/feed', 'other.test/new']);
  });
});

describe('limits', () => {
  const text = 'x'.repeat(10_000);
  const lines = Array.from({ length: 2000 }, (_, n) => (n * 7919) % 1000).join(' ');

  it.each<[string, string, Buffer]>([
    ['gzip', 'gzip', gzipSync(text)],
    ['brotli', 'br', brotliCompressSync(text)],
    ['deflate', 'deflate', deflateSync(text)],
    ['deflate without a header', 'deflate', deflateRawSync(text)],
    ['nothing', 'identity', Buffer.from(text)],
    ['what is no encoding', 'UTF-8', Buffer.from(text)],
  ])('undoes %s up to the limit', async (_, encoding, body) => {
    const { get } = await startWeb({ '/': { headers: { 'content-encoding': encoding }, body } });
    const answer = await get('/');
    expect(answer.ok && textOf(answer.value.body)).toBe(text);
    expect(await get('/', { bytesMax: 9_999 })).toEqual({ ok: false, error: { reason: 'too-large' } });
  });

  it.each([
    ['gzip', gzipSync(lines)],
    ['br', brotliCompressSync(lines)],
    ['deflate', deflateSync(lines)],
  ])('reads what is cut off as far as it goes: %s', async (encoding, whole) => {
    const body = whole.subarray(0, whole.length - 200);
    const { get } = await startWeb({ '/': { headers: { 'content-encoding': encoding }, body } });
    const answer = await get('/');
    const read = answer.ok ? textOf(answer.value.body) : '';
    expect(read.length).toBeGreaterThan(1000);
    expect(lines.startsWith(read)).toBe(true);
  });

  it('stops at a decompression bomb without making room for it', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const { get } = await startWeb({ '/': { headers: { 'content-encoding': 'gzip' }, body: bomb } });
    const before = process.memoryUsage().arrayBuffers;
    expect(await get('/', { bytesMax: 1_000_000 })).toEqual({ ok: false, error: { reason: 'too-large' } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it('refuses several encodings at once', async () => {
    const { get } = await startWeb({ '/': { headers: { 'content-encoding': 'gzip, gzip' }, body: 'x' } });
    expect(await get('/')).toEqual({ ok: false, error: { reason: 'bad-encoding' } });
  });

  it('tells a broken answer from one that is too large', async () => {
    const body = gzipSync(text).fill(0, 2);
    const { get } = await startWeb({ '/': { headers: { 'content-encoding': 'gzip' }, body } });
    expect(await get('/')).toEqual({ ok: false, error: { reason: 'bad-encoding' } });
  });

  it.each<[string, WebAnswer]>([
    ['cannot be decoded', { headers: { 'content-encoding': 'gzip' }, body: 'slow down' }],
    ['is in several encodings', { headers: { 'content-encoding': 'gzip, gzip' }, body: 'slow down' }],
    ['is too large', { body: 'x'.repeat(10_001) }],
  ])('heeds a host that asks for a pause with a page that %s', async (_, { headers, body = '' }) => {
    const { get } = await startWeb({ '/': { status: 429, headers: { ...headers, 'retry-after': '3600' }, body } });
    const answer = await get('/');
    if (!answer.ok) throw new Error(answer.error.reason);
    const { status, headers: read } = answer.value;
    expect([status, read.get('retry-after'), answer.value.body.length]).toEqual([429, '3600', 0]);
  });

  it('tells a host that stalls, one that is not there, and our own stop apart', async () => {
    const { web, get } = await startWeb({ '/': { isStalled: true } });
    expect(await get('/', { timeoutMs: 100 })).toEqual({ ok: false, error: { reason: 'timeout' } });
    const stop = new AbortController();
    const stopped = get('/', { signal: stop.signal });
    stop.abort();
    expect(await stopped).toEqual({ ok: false, error: { reason: 'aborted' } });
    await web.close();
    open.pop();
    expect(await get('/')).toEqual({ ok: false, error: { reason: 'network' } });
  });
});
