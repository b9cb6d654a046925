// Answers in memory have the same size limit as on disk.
import { expect, it } from 'vitest';
import { createMemoryCache } from '../../../../../utils/coverage/remote/answer-cache.ts';
import { ANSWERS_SIZE_MAX } from '../../../../../utils/store/answers.ts';

const answerOf = (key: string, size: number) => ({
  key,
  answer: {},
  askedAt: 0,
  freshUntil: 0,
  staleUntil: 0,
  size,
});

it('the oldest go when all are too large together', async () => {
  const cache = createMemoryCache();
  const size = ANSWERS_SIZE_MAX / 4;
  for (const key of ['a', 'b', 'c', 'd']) await cache.write(answerOf(key, size));
  expect(await cache.read('a')).not.toBeNull();
  await cache.write(answerOf('e', 2 * size));
  const left = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(async (key) => (await cache.read(key)) !== null));
  expect(left).toEqual([false, false, true, true, true]);
});

it('no more than two hundred are kept, however small', async () => {
  const cache = createMemoryCache();
  for (let n = 0; n <= 200; n++) expect(await cache.write(answerOf(String(n), 1))).toBe(true);
  const left = await Promise.all(['0', '1', '200'].map(async (key) => (await cache.read(key)) !== null));
  expect(left).toEqual([false, true, true]);
});
