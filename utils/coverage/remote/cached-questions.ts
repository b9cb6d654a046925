// Answers questions from the cache for as long as the server allows, and from the server otherwise.
//
//   asked ──fresh──▶ (shown) ──freshUntil──▶ (shown, refreshed in the background) ──staleUntil──▶ (asked first)
//                                                                                  └─no answer─▶ shown with its age
//
// An answer is deleted when the server no longer knows it or no longer allows keeping it.
// When the server cannot be asked, an answer past both times is better than none, and is shown with its age.
import type { EpochMs } from '../../../engine/ids.ts';
import type { CoverageError } from '../../../engine/ports.ts';
import { ok, type Result } from '../../../engine/result.ts';
import { reportFailure } from '../../report-failure.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { ApiClient, ApiFailure } from './api-client.ts';
import type { ApiQuestion } from './api-question.ts';

export type Answered<Answer> = {
  /** Null for what the server does not know. */
  readonly answer: Answer | null;
  readonly askedAt: EpochMs;
  /** Why an answer past `staleUntil` is shown; null for any other. */
  readonly staleFor: CoverageError | null;
};

export type CachedQuestions = {
  ask<Answer>(question: ApiQuestion<Answer>, signal: AbortSignal): Promise<Result<Answered<Answer>, ApiFailure>>;
  /** Bypasses the cache, for an answer that turned out to be outdated. */
  askAgain<Answer>(question: ApiQuestion<Answer>, signal: AbortSignal): Promise<Result<Answered<Answer>, ApiFailure>>;
};

export type CachedQuestionsDeps = {
  readonly client: ApiClient;
  readonly cache: AnswerCache;
  readonly base: string;
  /** Requests in flight, by key: badge, popup and card ask the same at almost the same time. */
  readonly underway: Map<string, Promise<unknown>>;
  /** Called when a refresh brought something else than what was shown. */
  readonly onRefreshed: () => void;
  readonly now: () => EpochMs;
};

/** From this age on, an old answer is worth less than the message that the server cannot be asked. */
export const SHOWN_OLD_MAX_MS = 24 * 3_600_000;

const REFRESH = 'asking a server again behind what is shown';

export function createCachedQuestions(deps: CachedQuestionsDeps): CachedQuestions {
  const { cache, base, now } = deps;
  const find = async <Answer>(question: ApiQuestion<Answer>) => {
    const kept = question.body === null ? await cache.read(base + question.path) : null;
    // One dated in the future, by a clock that was ahead, would count as fresh until then.
    if (kept === null || kept.askedAt > now()) return null;
    const parsed = question.answer.safeParse(kept.answer);
    return parsed.success ? { kept, answer: parsed.data } : null;
  };
  return {
    async ask(question, signal) {
      const found = await find(question);
      if (found === null) return askOnce(deps, { question, signal });
      const shown = { answer: found.answer, askedAt: found.kept.askedAt, staleFor: null };
      if (now() < found.kept.freshUntil) return ok(shown);
      if (now() < found.kept.staleUntil) {
        refresh(deps, { question, signal, shown: found.answer }).catch((cause: unknown) =>
          reportFailure(REFRESH, cause),
        );
        return ok(shown);
      }
      const asked = await askOnce(deps, { question, signal });
      const isShownOld = now() - found.kept.askedAt < SHOWN_OLD_MAX_MS;
      return !asked.ok && isInconclusive(asked.error.error) && isShownOld
        ? ok({ ...shown, staleFor: asked.error.error })
        : asked;
    },
    askAgain: (question, signal) => askServer(deps, { question, signal }),
  };
}

/** Failures that say nothing about whether the kept answer is right. */
function isInconclusive(error: CoverageError): boolean {
  if (error.reason === 'offline') return true;
  return error.reason === 'server' && ['unreachable', 'busy', 'failing', 'withheld'].includes(error.problem);
}

/** An answer that has just come from the server. */
type Given<Answer> = Answered<Answer> & {
  /** The cache holds this answer now, or none where it may not be kept: the next to ask does not get the old one. */
  readonly isSettled: boolean;
};

async function askServer<Answer>(
  { client, cache, base, now }: CachedQuestionsDeps,
  { question, signal }: Asking<Answer>,
): Promise<Result<Given<Answer>, ApiFailure>> {
  const sent = await client.send(question, { signal });
  if (!sent.ok) return sent;
  const askedAt = now();
  const key = base + question.path;
  const isKeepable = question.body === null;
  const give = (given: Pick<Given<Answer>, 'answer' | 'isSettled'>) => ok({ ...given, askedAt, staleFor: null });
  const forget = async () => isKeepable && (await cache.delete(key));
  switch (sent.value.type) {
    case 'absent':
      return give({ answer: null, isSettled: await forget() });
    case 'answer': {
      const { answer, lifetime } = sent.value;
      if (lifetime === null || !isKeepable) return give({ answer, isSettled: await forget() });
      const size = JSON.stringify(answer).length;
      return give({ answer, isSettled: await cache.write({ key, answer, askedAt, size, ...lifetime }) });
    }
  }
}

type Asking<Answer> = {
  readonly question: ApiQuestion<Answer>;
  readonly signal: AbortSignal;
};

/**
 * Joins a request for the same that is in flight. Such a request cannot be aborted by any one of those who wait for it: it
 * ends by the client's time limit, and its answer is kept for the next.
 */
function askOnce<Answer>(
  deps: CachedQuestionsDeps,
  asking: Asking<Answer>,
): Promise<Result<Given<Answer>, ApiFailure>> {
  const { question } = asking;
  if (question.body !== null) return askServer(deps, asking);
  const key = deps.base + question.path;
  const started = deps.underway.get(key);
  if (started !== undefined) return started as Promise<Result<Given<Answer>, ApiFailure>>; // the path decides the type
  const asked = askServer(deps, { ...asking, signal: new AbortController().signal }).finally(() => {
    deps.underway.delete(key);
  });
  deps.underway.set(key, asked);
  return asked;
}

/** Calls `onRefreshed` only if the next to ask gets the new answer; with a cache that cannot be written it would go on for ever. */
async function refresh<Answer>(
  deps: CachedQuestionsDeps,
  { shown, ...asking }: Asking<Answer> & { readonly shown: Answer },
): Promise<void> {
  if (deps.underway.has(deps.base + asking.question.path)) return;
  const asked = await askOnce(deps, asking);
  if (!asked.ok || !asked.value.isSettled) return;
  if (JSON.stringify(asked.value.answer) !== JSON.stringify(shown)) deps.onRefreshed();
}
