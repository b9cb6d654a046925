// A question that is asked again behind an answer that is shown: nobody waits for it, so its failure is told on the console.
import { expect, it, vi } from 'vitest';
import { createMemoryCache } from '../../../../../utils/coverage/remote/answer-cache.ts';
import { askMeta } from '../../../../../utils/coverage/remote/api-question.ts';
import { createCachedQuestions } from '../../../../../utils/coverage/remote/cached-questions.ts';

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

it('that throws is reported, and what is shown stays', async () => {
  const base = 'https://server.test/';
  const question = askMeta();
  const answer = question.answer.parse(META);
  const cache = createMemoryCache();
  const kept = { key: base + question.path, answer, etag: null, askedAt: 0, freshUntil: 10, staleUntil: 100, size: 1 };
  await cache.write(kept);
  const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
  const questions = createCachedQuestions({
    client: { send: () => Promise.reject(new Error('no such permission')) },
    cache,
    base,
    underway: new Map(),
    onRefreshed: () => {},
    now: () => 50,
  });
  expect(await questions.ask(question, new AbortController().signal)).toMatchObject({ ok: true, value: { answer } });
  await vi.waitFor(() => expect(console).toHaveBeenCalledTimes(1));
  console.mockRestore();
});
