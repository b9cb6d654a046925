// Answers a GET whose answer is cached for a few seconds: from memory, or made and then kept, with ETag and Cache-Control.
import type { ApiParts } from './api-parts.ts';
import { type CacheRule, cacheControlOf } from './cache-rules.ts';
import type { Ask } from './guard.ts';
import { problemReply } from './problem.ts';
import { readyAnswer, replyWith } from './ready-answer.ts';
import type { Reply } from './reply.ts';

export type CachedQuestion = {
  readonly ask: Ask;
  readonly rule: CacheRule;
  /** The normalized question: equal questions have equal keys. */
  readonly key: string;
  /** True if it contains a reader's own words: proxies would write them to disk, and hardly anybody asks the same. */
  readonly hasOwnWords?: boolean;
  /** Returns null for what does not exist. */
  readonly make: () => Promise<unknown>;
};

export async function answerFromCache(
  { answers, needsToken }: Pick<ApiParts, 'answers' | 'needsToken'>,
  { ask, rule, key, hasOwnWords = false, make }: CachedQuestion,
): Promise<Reply> {
  const answer = await answers.get(`${rule} ${key}`, async () => {
    const value = await make();
    return value === null ? null : readyAnswer(value);
  });
  if (answer === null) return problemReply('not-found');
  return replyWith(answer, {
    acceptEncoding: ask.req.header('accept-encoding'),
    ifNoneMatch: ask.req.header('if-none-match'),
    cacheControl: cacheControlOf(rule, { isPrivate: needsToken || hasOwnWords }),
  });
}
