// Which answers are cached, for how long, and that an answer dropped while it is being computed is not cached.
import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '../../../../server/http/answer-cache.ts';
import type { ReadyAnswer } from '../../../../server/http/ready-answer.ts';

const answerOf = (tag: string, bytes = 500): ReadyAnswer => ({
  tag,
  content: { encoding: 'identity', bytes: new Uint8Array(bytes) },
});

function open({ bytesMax = 10_000, ageMaxMs = 1000 } = {}) {
  const clock = { at: 0 };
  const cache = createAnswerCache({ bytesMax, ageMaxMs, now: () => clock.at });
  const fill = (key: string, bytes?: number) => cache.get(key, async () => answerOf(key, bytes));
  return { clock, cache, fill };
}

describe('the cache of answers', () => {
  it('keeps an answer until it is old', async () => {
    const { clock, cache, fill } = open();
    await fill('a');
    clock.at = 999;
    expect(cache.peek('a')?.tag).toBe('a');
    clock.at = 1000;
    expect(cache.peek('a')).toBeNull();
  });

  it('gives up what was used longest ago when it is full', async () => {
    const { clock, cache, fill } = open({ bytesMax: 3000, ageMaxMs: 1e9 }); // room for three of 500 bytes with 500 bytes of overhead each
    for (const key of ['a', 'b', 'c']) await fill(key);
    clock.at = 2000;
    cache.peek('a');
    await fill('d');
    expect(cache.peek('b')).toBeNull();
    expect(['a', 'c', 'd'].map((key) => cache.peek(key)?.tag)).toEqual(['a', 'c', 'd']);
    expect(cache.counts()).toMatchObject({ entries: 3, bytes: 3000 });
  });

  it('does not give up everything for an answer that is larger than it', async () => {
    const { cache, fill } = open({ bytesMax: 3000 });
    await fill('a');
    expect((await fill('huge', 5000))?.tag).toBe('huge');
    expect(cache.peek('a')?.tag).toBe('a');
    expect(cache.peek('huge')).toBeNull();
  });

  it('has all of its room again once it was cleared', async () => {
    const { cache, fill } = open({ bytesMax: 3000 });
    for (const key of ['a', 'b', 'c']) await fill(key);
    cache.clear();
    expect(cache.counts()).toMatchObject({ entries: 0, bytes: 0 });
    await fill('d');
    expect(cache.peek('d')?.tag).toBe('d');
  });

  it('makes an answer once for all who ask meanwhile', async () => {
    const { cache } = open();
    let made = 0;
    const make = async () => answerOf(String(++made));
    const answers = await Promise.all([1, 2, 3].map(() => cache.get('a', make)));
    expect(answers.map((answer) => answer?.tag)).toEqual(['1', '1', '1']);
  });

  it('does not keep what was dropped while it was made', async () => {
    const { cache } = open();
    const making = cache.get('a', async () => {
      await Promise.resolve();
      cache.drop('a');
      return answerOf('old');
    });
    expect((await making)?.tag).toBe('old');
    expect(cache.peek('a')).toBeNull();

    const other = cache.get('b', async () => {
      await Promise.resolve();
      cache.clear();
      return answerOf('old');
    });
    await other;
    expect(cache.peek('b')).toBeNull();
  });

  it('keeps neither what does not exist nor what failed, and asks anew', async () => {
    const { cache } = open();
    expect(await cache.get('a', async () => null)).toBeNull();
    await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect((await cache.get('a', async () => answerOf('there')))?.tag).toBe('there');
  });
});
