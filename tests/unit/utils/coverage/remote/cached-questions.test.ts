// When a cached answer is shown, and how it is refreshed in the background.
import { expect, it, vi } from 'vitest';
import { ok } from '../../../../../engine/result.ts';
import { createMemoryCache } from '../../../../../utils/coverage/remote/answer-cache.ts';
import type { ApiClient } from '../../../../../utils/coverage/remote/api-client.ts';
import { askMeta } from '../../../../../utils/coverage/remote/api-question.ts';
import { createCachedQuestions } from '../../../../../utils/coverage/remote/cached-questions.ts';
import { until } from '../../../../support/until.ts';

const META = {
  api: 'v1',
  name: 'Invented library',
  engineVersion: 16,
  lookupBits: 0,
  lookupCrowd: 5,
  needsToken: false,
  index: { articles: 5, stories: 2, outlets: 3 },
  freshness: { articleSeenAt: null, waiting: 0 },
  editions: [],
};

const BASE = 'https://server.test/';
const question = askMeta();
const answer = question.answer.parse(META);

/** With one answer that is fresh from 0 to 10 and may be shown until 100. */
async function openAt(now: number, send: ApiClient['send']) {
  const cache = createMemoryCache();
  const kept = { key: BASE + question.path, answer, size: 1 };
  await cache.write({ ...kept, askedAt: 0, freshUntil: 10, staleUntil: 100 });
  return createCachedQuestions({
    client: { send },
    cache,
    base: BASE,
    underway: new Map(),
    onRefreshed: () => {},
    now: () => now,
  });
}
const never = new AbortController().signal;

it('a failing background refresh is logged to the console', async () => {
  const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
  const questions = await openAt(50, () => Promise.reject(new Error('no such permission')));
  expect(await questions.ask(question, never)).toMatchObject({ ok: true, value: { answer } });
  await until(() => expect(console).toHaveBeenCalledTimes(1));
  console.mockRestore();
});

it('an answer that was cached under a clock that was ahead is not fresh until then', async () => {
  let asked = 0;
  const send = async () => {
    asked += 1;
    return ok({ type: 'absent' as const });
  };
  const fresh = await openAt(5, send);
  await fresh.ask(question, never);
  expect(asked).toBe(0);
  const putRight = await openAt(-1_000_000, send);
  expect(await putRight.ask(question, never)).toMatchObject({ ok: true, value: { answer: null } });
  expect(asked).toBe(1);
});
