// Which form of an answer a client gets, by the encodings it accepts and the version it has already.
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readyAnswer, replyWith, takesGzip } from '../../../../server/http/ready-answer.ts';

const LARGE = { text: 'a word that is told again. '.repeat(200) };
const asks = (acceptEncoding?: string, ifNoneMatch?: string) => ({
  acceptEncoding,
  ifNoneMatch,
  cacheControl: 'public',
});

describe('an answer', () => {
  it('says the same compressed and plain, under different strong tags', async () => {
    const ready = await readyAnswer(LARGE);
    const zipped = await replyWith(ready, asks('gzip'));
    const plain = await replyWith(ready, asks());
    expect(gunzipSync(zipped.body ?? '').toString()).toBe(JSON.stringify(LARGE));
    expect(Buffer.from(plain.body ?? '').toString()).toBe(JSON.stringify(LARGE));
    expect(zipped.headers.etag).not.toBe(plain.headers.etag);
    expect(plain.headers.vary).toBe('accept-encoding');
  });

  it('is not compressed where that gains nothing', async () => {
    const reply = await replyWith(await readyAnswer({ a: 1 }), asks('gzip'));
    expect(reply.headers['content-encoding']).toBeUndefined();
  });

  it('has a tag of what it says', async () => {
    const [one, same, other] = await Promise.all([LARGE, { ...LARGE }, { text: 'b' }].map(readyAnswer));
    expect(one?.tag).toBe(same?.tag);
    expect(one?.tag).not.toBe(other?.tag);
  });

  it.each(['*', 'TAG', 'W/TAG', '"x", TAG', 'W/"x" , W/TAG'])('is not sent again to who has %s', async (written) => {
    const ready = await readyAnswer(LARGE);
    for (const tag of [`"${ready.tag}"`, `"${ready.tag}-gzip"`]) {
      const reply = await replyWith(ready, asks('gzip', written.replace('TAG', tag)));
      expect(reply).toMatchObject({ status: 304, body: null });
      expect(reply.headers['cache-control']).toBe('public');
    }
  });
});

it.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['gzip, deflate, br', true],
  ['br, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, *', false],
  ['*', true],
  ['*;q=0', false],
  ['br', false],
  ['gzippy', false],
  ['identity;q=1, gzip;q=0.001', true],
])('who accepts "%s" takes gzip: %s', (accept, expected) => {
  expect(takesGzip(accept)).toBe(expected);
});
