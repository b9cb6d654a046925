// Lists stories page by page, as many as were asked for.
import { STORIES_PAGE_MAX, type StoriesRequest } from '../../../engine/api.ts';
import type { CoverageError, StoriesQuery } from '../../../engine/ports.ts';
import { err, ok, type Result } from '../../../engine/result.ts';
import type { StorySummary } from '../../../engine/schema.ts';
import { askStories } from './api-question.ts';
import type { LookupParts } from './lookup-remote.ts';
import { noteAnswer } from './trail.ts';

/** Ends the requests to a server that always has one more page. */
const PAGES_MAX = 10;
const SEARCH_MAX = 200;

export async function readStories(
  { questions, trail, signal }: LookupParts,
  query: StoriesQuery,
): Promise<Result<readonly StorySummary[], CoverageError>> {
  const stories: StorySummary[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX && stories.length < query.limit; page += 1) {
    const request = toRequest(query, { limit: query.limit - stories.length, cursor });
    const asked: Awaited<ReturnType<typeof askPage>> = await askPage({ questions, trail, signal }, request);
    if (!asked.ok) return err(asked.error.error);
    noteAnswer(trail, asked.value);
    // A server that does not know `outletsMin` lists all stories.
    stories.push(...(asked.value.answer?.stories ?? []).filter(({ outlets }) => outlets >= (query.outletsMin ?? 0)));
    cursor = asked.value.answer?.nextCursor ?? null;
    if (cursor === null) break;
  }
  return ok(stories.slice(0, Math.max(0, query.limit)));
}

const askPage = ({ questions, signal }: LookupParts, request: StoriesRequest) =>
  questions.ask(askStories(request), signal);

function toRequest(
  { outletsMin, outletId, text }: StoriesQuery,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | null },
): StoriesRequest {
  const q = text?.trim().slice(0, SEARCH_MAX) ?? '';
  return {
    view: q === '' ? 'latest' : 'search',
    limit: Math.min(limit, STORIES_PAGE_MAX),
    ...(cursor === null ? {} : { cursor }),
    ...(outletsMin === undefined ? {} : { outletsMin }),
    ...(outletId === undefined ? {} : { outlet: outletId }),
    ...(q === '' ? {} : { q }),
  };
}
