// GET /v1/stories: one page of stories for a view, with a cursor to the next page.
import type { StoriesAnswer } from '../../engine/api.ts';
import { readStories } from '../store/read-stories.ts';
import { answerFromCache } from './answer-from-cache.ts';
import type { ApiParts } from './api-parts.ts';
import type { Handler } from './guard.ts';
import { problemReply } from './problem.ts';
import { parseStoriesQuestion, type StoriesQuestion, writeCursor } from './question-params.ts';

/** `top` ranks stories by their reports within a day. */
const TOP_SPAN_MS = 24 * 3_600_000;
/** The span starts at a multiple of this, so that requests within a few minutes share an answer. */
const TOP_STEP_MS = 5 * 60_000;

export function createStories(parts: ApiParts): Handler {
  const { index, now } = parts;
  return (ask) => {
    const question = parseStoriesQuestion(new URL(ask.req.url).searchParams);
    if (!question.ok) return problemReply('bad-request', { detail: question.error });
    const served = index.current();
    if (served === null) return problemReply('not-ready', { headers: { 'retry-after': '10' } });
    const { generation } = served;
    const since = question.value.cursor?.s ?? Math.floor((now() - TOP_SPAN_MS) / TOP_STEP_MS) * TOP_STEP_MS;
    return answerFromCache(parts, {
      ask,
      rule: 'stories',
      key: `${generation} ${since} ${JSON.stringify(question.value)}`,
      hasOwnWords: question.value.q !== undefined,
      make: () => readPage(parts, { ...question.value, since }),
    });
  };
}

type PageQuestion = StoriesQuestion & { readonly since: number };

async function readPage({ database }: ApiParts, question: PageQuestion): Promise<StoriesAnswer> {
  const { view, limit, cursor, outletsMin, outlet, country, side, q, since } = question;
  const { stories, next } = await readStories(database, {
    view,
    limit,
    after: cursor === null ? null : { reports: cursor.r, updatedAt: cursor.u, id: cursor.i },
    ...(view === 'top' ? { since } : {}),
    ...(outletsMin === undefined ? {} : { outletsMin }),
    ...(outlet === undefined ? {} : { outletId: outlet }),
    ...(country === undefined ? {} : { country }),
    ...(side === undefined ? {} : { side }),
    ...(q === undefined ? {} : { text: q }),
  });
  const nextCursor =
    next === null ? null : writeCursor({ v: view, r: next.reports, u: next.updatedAt, i: next.id, s: since });
  return { stories: [...stories], nextCursor };
}
