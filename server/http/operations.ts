// Describes every operation of the API in sentences: parameters, body and answers. The OpenAPI document is generated from it.
import * as z from 'zod/mini';
import {
  ArticlesAnswer,
  GivenArticle,
  LOOKUP_ALL,
  LookupAnswer,
  MatchAnswer,
  MatchQuestion,
  MetaAnswer,
  OutletAnswer,
  Problem,
  type ProblemCode,
  STORIES_PAGE_MAX,
  StoriesAnswer,
  StoriesView,
  StoryAnswer,
  StoryContextAnswer,
} from '../../engine/api.ts';
import { RatedOutlet, StorySummary } from '../../engine/schema.ts';
import { SHORTER_BITS } from './lookup-bits.ts';
import { OUTLETS_MIN_MAX } from './question-params.ts';

/** Named in the document, so that each is described only once. */
export const SCHEMAS = {
  MetaAnswer,
  LookupAnswer,
  MatchQuestion,
  MatchAnswer,
  StorySummary,
  RatedOutlet,
  StoryAnswer,
  StoryContextAnswer,
  StoriesAnswer,
  OutletAnswer,
  GivenArticle,
  ArticlesQuestion: z.object({ articles: z.array(GivenArticle) }),
  ArticlesAnswer,
  Problem,
} as const;
export type SchemaName = keyof typeof SCHEMAS;

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly about: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly isRequired: boolean;
};

export type Operation = {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly parameters: readonly Parameter[];
  readonly takes: SchemaName | null;
  readonly answers: { readonly status: number; readonly schema: SchemaName };
  readonly redirects: boolean;
  readonly problems: readonly ProblemCode[];
  readonly token: 'read' | 'articles' | 'none';
};

const text = { type: 'string' };
type Described = Pick<Parameter, 'name' | 'about'> & Partial<Pick<Parameter, 'schema'>>;

const inPath = (parameter: Described): Parameter => ({ in: 'path', schema: text, isRequired: true, ...parameter });
const inQuery = (parameter: Described): Parameter => ({ in: 'query', schema: text, isRequired: false, ...parameter });

const get = (
  operation: Pick<Operation, 'path' | 'id' | 'title' | 'about' | 'answers'> & Partial<Operation>,
): Operation => ({
  method: 'get',
  parameters: [],
  takes: null,
  redirects: false,
  token: 'read',
  ...operation,
  problems: [...(operation.problems ?? []), 'rate-limited', 'busy', 'not-ready', 'internal'],
});

export const OPERATIONS: readonly Operation[] = [
  get({
    path: '/v1/meta',
    id: 'meta',
    title: 'What this server is',
    about: 'Size and freshness of the index, editions, and how many bits of a hash a lookup should send.',
    answers: { status: 200, schema: 'MetaAnswer' },
    token: 'none',
  }),
  get({
    path: '/v1/lookup/{prefix}',
    id: 'lookup',
    title: 'Articles whose hashed address starts with a prefix',
    about:
      'Send the first bits of the SHA-256 of the canonical address, as many as `lookupBits` of /v1/meta says: at least ' +
      '50 known articles share them, so the answer does not tell this server which page was meant. Longer prefixes are ' +
      `refused, and those shorter by more than ${SHORTER_BITS} bits. Any proxy may keep the answer, unless this server asks for a token.`,
    parameters: [
      inPath({
        name: 'prefix',
        about: `Zeros and ones, or "${LOOKUP_ALL}" where lookupBits is 0.`,
        schema: { type: 'string', pattern: `^(${LOOKUP_ALL}|[01]{1,26})$` },
      }),
    ],
    answers: { status: 200, schema: 'LookupAnswer' },
    problems: ['bad-request', 'prefix-length', 'unauthorized'],
  }),
  {
    ...get({
      path: '/v1/match',
      id: 'match',
      title: 'The story of a page that is not in the index',
      about: 'Found by its words. Send this only for readers who have allowed it. Nothing of it is stored or logged.',
      takes: 'MatchQuestion',
      answers: { status: 200, schema: 'MatchAnswer' },
      problems: ['bad-request', 'too-large', 'unauthorized'],
    }),
    method: 'post',
  },
  get({
    path: '/v1/stories/{id}',
    id: 'story',
    title: 'Full coverage of a story',
    about: 'A story that was merged into another redirects there.',
    parameters: [inPath({ name: 'id', about: 'Id of the story.' })],
    answers: { status: 200, schema: 'StoryAnswer' },
    redirects: true,
    problems: ['unauthorized', 'not-found', 'withheld'],
  }),
  get({
    path: '/v1/stories/{id}/context',
    id: 'storyContext',
    title: 'What a story’s own page shows beside its coverage',
    about: 'Brief, numbers that differ, what only one side mentions, topics, related stories, timeline.',
    parameters: [
      inPath({ name: 'id', about: 'Id of the story.' }),
      inQuery({ name: 'languages', about: 'The reader’s languages, most preferred first: `de,en`. At most five.' }),
      inQuery({
        name: 'utcOffset',
        about: 'Minutes by which the reader’s clock is ahead of UTC; it determines the days of the timeline.',
        schema: { type: 'integer', minimum: -840, maximum: 840, default: 0 },
      }),
    ],
    answers: { status: 200, schema: 'StoryContextAnswer' },
    redirects: true,
    problems: ['bad-request', 'unauthorized', 'not-found', 'withheld'],
  }),
  get({
    path: '/v1/stories',
    id: 'stories',
    title: 'Stories by view',
    about:
      '`latest` by time; `top` by independent reports within a day; `blindspot`: one side is missing; `local`: from one ' +
      '`country`, which is required; `search`: by words of the headline, given as `q`. Pages are linked by ' +
      'cursors: no story is repeated, and none that stays unchanged is left out, whatever comes in meanwhile.',
    parameters: [
      inQuery({
        name: 'view',
        about: 'Which stories to list.',
        schema: { type: 'string', enum: StoriesView.options, default: 'latest' },
      }),
      inQuery({
        name: 'limit',
        about: 'Stories per page.',
        schema: { type: 'integer', minimum: 1, maximum: STORIES_PAGE_MAX, default: 20 },
      }),
      inQuery({ name: 'cursor', about: '`nextCursor` of the previous page.' }),
      inQuery({
        name: 'outletsMin',
        about: 'Only stories that at least this many outlets cover.',
        schema: { type: 'integer', minimum: 1, maximum: OUTLETS_MIN_MAX },
      }),
      inQuery({ name: 'outlet', about: 'Only stories with an article of this outlet.' }),
      inQuery({ name: 'q', about: 'Words that must all be in the headline.' }),
      inQuery({
        name: 'country',
        about: 'Two capital letters: only stories with more than half of their located outlets in this country.',
      }),
      inQuery({
        name: 'side',
        about: 'For `blindspot`: the side that is missing.',
        schema: { type: 'string', enum: ['left', 'right'] },
      }),
    ],
    answers: { status: 200, schema: 'StoriesAnswer' },
    problems: ['bad-request', 'unauthorized'],
  }),
  get({
    path: '/v1/outlets/{id}',
    id: 'outlet',
    title: 'An outlet, its ratings, and how much of it is in the index',
    about: 'A host that is not in the registry has the id `host:` followed by its name.',
    parameters: [inPath({ name: 'id', about: 'Id of the outlet.' })],
    answers: { status: 200, schema: 'OutletAnswer' },
    problems: ['unauthorized', 'not-found'],
  }),
  {
    ...get({
      path: '/v1/articles',
      id: 'articles',
      title: 'Send articles from your own crawl',
      about:
        'At most 500 at once, in 16 MB. Answered when all of them are on disk; repeating a batch changes nothing. Articles ' +
        'that cannot be accepted are listed one by one and do not affect the others.',
      takes: 'ArticlesQuestion',
      answers: { status: 202, schema: 'ArticlesAnswer' },
      problems: ['bad-request', 'unauthorized', 'too-large'],
      token: 'articles',
    }),
    method: 'post',
  },
];
