// The questions that the extension puts to a server: path, what is in it, how long an answer may be and how it is parsed.
import type * as z from 'zod/mini';
import {
  API_PATHS,
  type HashPrefix,
  LOOKUP_ALL,
  LookupAnswer,
  MatchAnswer,
  type MatchQuestion,
  MetaAnswer,
  StoriesAnswer,
  type StoriesRequest,
  StoryAnswer,
  StoryContextAnswer,
} from '../../../engine/api.ts';
import type { StoryId } from '../../../engine/ids.ts';
import type { Coverage } from '../../../engine/schema.ts';
import type { StoryContext } from '../../../engine/schema-story-context.ts';
import type { Contained, QuestionKind } from '../../ledger-entry.ts';
import type { StoryContextQuestion } from '../read-story-context.ts';

export type ApiQuestion<Answer> = {
  readonly kind: QuestionKind;
  /** Relative to the server's address. */
  readonly path: string;
  /** Sent with POST as JSON; null asks with GET. */
  readonly body: unknown;
  /** What the request tells the server, for the ledger. */
  readonly contained: Contained;
  readonly answer: z.ZodMiniType<Answer>;
  /** Most bytes of an answer, after decompression. */
  readonly bytesMax: number;
  /** Redirects are followed, since a merged story redirects to its survivor. Other questions go to the given address only. */
  readonly mayMove?: true;
};

const KB = 1000;

export const askMeta = (): ApiQuestion<MetaAnswer> => ({
  kind: 'meta',
  path: API_PATHS.meta,
  body: null,
  contained: { type: 'nothing' },
  answer: MetaAnswer,
  bytesMax: 200 * KB,
});

/** About a hundred articles share a prefix; `all` is the whole index of a server that has hardly more. */
export const askLookup = (prefix: HashPrefix): ApiQuestion<LookupAnswer> => ({
  kind: 'lookup',
  path: API_PATHS.lookup(prefix),
  body: null,
  contained: prefix === LOOKUP_ALL ? { type: 'whole-index' } : { type: 'hash-bits', bits: prefix.length },
  answer: LookupAnswer,
  bytesMax: 3000 * KB,
});

export const askMatch = (question: MatchQuestion): ApiQuestion<MatchAnswer> => ({
  kind: 'match',
  path: API_PATHS.match,
  body: question,
  contained: { type: 'headline', characters: question.title.length + question.lead.length },
  answer: MatchAnswer,
  bytesMax: 100 * KB,
});

export const askStory = (id: StoryId): ApiQuestion<Coverage> => ({
  kind: 'story',
  path: API_PATHS.story(id),
  body: null,
  contained: { type: 'story-id' },
  answer: StoryAnswer,
  bytesMax: 4000 * KB,
  mayMove: true,
});

/** Limits of the API, which computes and caches a context for each combination. */
const CONTEXT_LANGUAGES_MAX = 5;
const OFFSET_STEP_MINUTES = 15;

export const askStoryContext = ({ id, languages, utcOffsetMs }: StoryContextQuestion): ApiQuestion<StoryContext> => ({
  kind: 'story-context',
  path: API_PATHS.storyContext(id, {
    ...(languages.length === 0 ? {} : { languages: languages.slice(0, CONTEXT_LANGUAGES_MAX).join(',') }),
    utcOffset: Math.round(utcOffsetMs / 60_000 / OFFSET_STEP_MINUTES) * OFFSET_STEP_MINUTES,
  }),
  body: null,
  contained: { type: 'story-and-reader' },
  answer: StoryContextAnswer,
  bytesMax: 2000 * KB,
  mayMove: true,
});

export const askStories = (request: StoriesRequest): ApiQuestion<StoriesAnswer> => ({
  kind: 'stories',
  path: API_PATHS.stories(request),
  body: null,
  contained: containedInStories(request),
  answer: StoriesAnswer,
  bytesMax: 1000 * KB,
});

function containedInStories({ q, outlet }: StoriesRequest): Contained {
  if (outlet !== undefined) return { type: 'outlet' };
  return q === undefined ? { type: 'nothing' } : { type: 'search', characters: q.length };
}
