// Lookup by hash prefix: the server returns all known articles that share it, and the one that is meant is found here.
import { LOOKUP_ALL, type LookupAnswer, toHashPrefix } from '../../../engine/api.ts';
import type { ArticleId } from '../../../engine/ids.ts';
import type { CoverageError } from '../../../engine/ports.ts';
import { err, ok, type Result } from '../../../engine/result.ts';
import type { StorySummary } from '../../../engine/schema.ts';
import { toUrlArticleId } from '../article-id-of-url.ts';
import type { ApiFailure } from './api-client.ts';
import { askLookup, askMeta } from './api-question.ts';
import type { CachedQuestions } from './cached-questions.ts';
import { chooseLookupBits } from './hash-bits.ts';
import { noteAnswer, type Trail } from './trail.ts';

export type LookupParts = {
  readonly questions: CachedQuestions;
  readonly trail: Trail;
  readonly signal: AbortSignal;
};

/** Prefixes requested in parallel. */
const PARALLEL = 4;

/** Keyed by the URLs as given. */
export async function lookupRemote(
  parts: LookupParts,
  urls: readonly string[],
): Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>> {
  const ids = new Map<string, ArticleId>();
  for (const url of urls) {
    const id = toUrlArticleId(url);
    if (id !== null) ids.set(url, id);
  }
  const wanted = [...new Set(ids.values())];
  const found = wanted.length === 0 ? ok(new Map<ArticleId, StorySummary>()) : await findStories(parts, wanted);
  if (!found.ok) return found;
  return ok(
    new Map(
      [...ids].flatMap(([url, id]) => {
        const story = found.value.get(id);
        return story === undefined ? [] : [[url, story] as const];
      }),
    ),
  );
}

type Found = Result<ReadonlyMap<ArticleId, StorySummary>, CoverageError>;

async function findStories(parts: LookupParts, ids: readonly ArticleId[]): Promise<Found> {
  const bits = await readBits(parts, 'ask');
  if (!bits.ok) return bits;
  const found = await findByPrefix(parts, { ids, bits: bits.value });
  if (found.ok || found.error.code !== 'prefix-length') return found.ok ? found : err(found.error.error);
  // The index has grown or shrunk since the length was read.
  const renewed = await readBits(parts, 'askAgain');
  if (!renewed.ok) return renewed;
  const again = await findByPrefix(parts, { ids, bits: renewed.value });
  return again.ok ? again : err(again.error.error);
}

async function readBits(
  { questions, trail, signal }: LookupParts,
  how: keyof CachedQuestions,
): Promise<Result<number, CoverageError>> {
  const meta = await questions[how](askMeta(), signal);
  if (!meta.ok) return err(meta.error.error);
  if (meta.value.answer === null) return err({ reason: 'server', problem: 'unreadable', status: 404 });
  if (meta.value.staleFor !== null) noteAnswer(trail, meta.value);
  const bits = chooseLookupBits(meta.value.answer);
  return bits === null ? err({ reason: 'server', problem: 'no-crowd', status: 200 }) : ok(bits);
}

async function findByPrefix(
  { questions, trail, signal }: LookupParts,
  { ids, bits }: { readonly ids: readonly ArticleId[]; readonly bits: number },
): Promise<Result<ReadonlyMap<ArticleId, StorySummary>, ApiFailure>> {
  const prefixes = [...new Set(ids.map((id) => toHashPrefix(id, bits)))];
  const stories = new Map<ArticleId, StorySummary>();
  for (let at = 0; at < prefixes.length; at += PARALLEL) {
    const asked = await Promise.all(
      prefixes.slice(at, at + PARALLEL).map((prefix) => questions.ask(askLookup(prefix), signal)),
    );
    for (const [index, answered] of asked.entries()) {
      if (!answered.ok) return answered;
      const { answer } = answered.value;
      if (answer === null) return err({ error: { reason: 'server', problem: 'unreadable', status: 404 }, code: null });
      noteAnswer(trail, answered.value);
      const sharing = keepSharing(answer, prefixes[at + index] ?? LOOKUP_ALL);
      trail.crowd = Math.min(trail.crowd ?? sharing.length, sharing.length);
      for (const { id, story } of sharing) {
        const summary = answer.stories[story];
        if (summary !== undefined) stories.set(id, summary);
      }
    }
  }
  return ok(stories);
}

/** Only these hide the page: anything else in the server's answer is ignored. */
function keepSharing({ articles }: LookupAnswer, prefix: string): LookupAnswer['articles'] {
  if (prefix === LOOKUP_ALL) return articles;
  return articles.filter(({ id }) => toHashPrefix(id, prefix.length) === prefix);
}
