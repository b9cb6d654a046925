// The API as client and server parse it: paths, requests and answers of version 1. The OpenAPI document is generated from it.
//
// A client looks up an address by the first bits of its hash. The server recommends how many bits (`meta.lookupBits`),
// such that every prefix of that length is shared by at least LOOKUP_CROWD_LEAST articles that it knows:
//
//   hashUrl(url) = a5f8…  →  1010 0101 1111 …  ─ 6 bits ─▶  GET /v1/lookup/101001  →  the ~100 articles that start so
//
// An index that is too small for that is fetched as a whole: the prefix `all` reveals nothing.
import * as z from 'zod/mini';
import { ArticleId, EpochMs, type OutletId, type StoryId } from './ids.ts';
import { LEAD_MAX, TITLE_MAX } from './limits.ts';
import { ArticleKind, Coverage, HttpUrl, Language, Match, MediaType, RatedOutlet, StorySummary } from './schema.ts';
import { StoryContext } from './schema-story-context.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const count = () => z.number().check(z.int(), z.minimum(0));

export const API_VERSION = 'v1';

// ── meta ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The privacy promise: a page that is looked up hides among at least this many known articles. */
export const LOOKUP_CROWD_LEAST = 50;

/** With more bits, even the largest index could not hide a page (2^26 prefixes of 50 articles are 3 billion). */
export const LOOKUP_BITS_MAX = 26;

export const EditionSummary = z.object({
  id: text(12),
  country: z.nullable(z.string()),
  languages: z.array(z.string()),
  outlets: count(),
});
export type EditionSummary = z.infer<typeof EditionSummary>;

export const MetaAnswer = z.object({
  api: z.literal(API_VERSION),
  /** As given by the server's operator. */
  name: text(120),
  engineVersion: z.number(),
  index: z.object({ articles: count(), stories: count(), outlets: count() }),
  /** Length of the prefixes that `lookup` takes; 0 means `all`. */
  lookupBits: count().check(z.maximum(LOOKUP_BITS_MAX)),
  /** The least number of articles that share a prefix of that length. */
  lookupCrowd: count(),
  editions: z.array(EditionSummary),
  freshness: z.object({
    /** When the newest article arrived; null in an empty index. */
    articleSeenAt: z.nullable(EpochMs),
    /** Articles received but not placed in a story yet. */
    waiting: count(),
  }),
  /** Whether requests need an institution's read token. */
  needsToken: z.boolean(),
});
export type MetaAnswer = z.infer<typeof MetaAnswer>;

// ── lookup ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const LOOKUP_ALL = 'all';

/** The first bits of `hashUrl` as zeros and ones, or `all`. */
export const HashPrefix = z.union([
  z.literal(LOOKUP_ALL),
  z.string().check(z.regex(/^[01]+$/), z.minLength(1), z.maxLength(LOOKUP_BITS_MAX)),
]);
export type HashPrefix = z.infer<typeof HashPrefix>;

export const LookupAnswer = z.object({
  /** All articles whose hash starts with the prefix, among which the requested page hides. */
  articles: z.array(
    z.object({
      /** The first 80 bits of the hash, prefix included. */
      id: ArticleId,
      /** Index of its story in `stories`. */
      story: count(),
    }),
  ),
  stories: z.array(StorySummary),
});
export type LookupAnswer = z.infer<typeof LookupAnswer>;

// ── match ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is sent about a page with the user's consent: its words, never its address or outlet. */
export const MatchQuestion = z.object({
  title: text(TITLE_MAX).check(z.minLength(1)),
  lead: text(LEAD_MAX),
  lang: Language,
  kind: ArticleKind,
  publishedAt: z.nullable(EpochMs),
});
export type MatchQuestion = z.infer<typeof MatchQuestion>;

export const MatchAnswer = z.object({ match: z.nullable(Match) });
export type MatchAnswer = z.infer<typeof MatchAnswer>;

// ── stories and outlets ─────────────────────────────────────────────────────────────────────────────────────────────

/** For a merged story, the server redirects (308) to the one it was merged into. */
export const StoryAnswer = Coverage;
export const StoryContextAnswer = StoryContext;

export const STORIES_PAGE_MAX = 100;

/** `latest` sorts by time only; `top` sorts recent stories by independent reports; `local` needs `country`; `search` needs `q`. */
export const StoriesView = z.enum(['latest', 'top', 'blindspot', 'local', 'search']);
export type StoriesView = z.infer<typeof StoriesView>;

export const StoriesAnswer = z.object({
  stories: z.array(StorySummary),
  /** Opaque; null on the last page. */
  nextCursor: z.nullable(text(400)),
});
export type StoriesAnswer = z.infer<typeof StoriesAnswer>;

export const OutletAnswer = z.object({
  outlet: RatedOutlet,
  type: MediaType,
  languages: z.array(z.string()),
  /** Number of articles in the index now. */
  articles: count(),
  stories: count(),
});
export type OutletAnswer = z.infer<typeof OutletAnswer>;

// ── articles from external crawlers ─────────────────────────────────────────────────────────────────────────────────

export const ARTICLES_BATCH_MAX = 500;
export const BODY_MAX = 20_000;

export const GivenArticle = z.object({
  url: HttpUrl,
  title: text(TITLE_MAX).check(z.minLength(1)),
  lead: z.optional(text(LEAD_MAX)),
  /** Helps to distinguish copies from independent reports; never shown or passed on. */
  body: z.optional(text(BODY_MAX)),
  lang: z.optional(Language),
  kind: z.optional(ArticleKind),
  publishedAt: z.optional(z.nullable(EpochMs)),
  author: z.optional(text(200)),
  credit: z.optional(text(80)),
});
export type GivenArticle = z.infer<typeof GivenArticle>;

/** Each article is parsed separately, so that an invalid one does not reject its batch. */
export const ArticlesQuestion = z.object({ articles: z.array(z.unknown()).check(z.maxLength(ARTICLES_BATCH_MAX)) });

/** `too-old`: published before the period that the server keeps. `unreadable`: the server's own code failed on it. */
export const RefusedReason = z.enum(['malformed', 'no-address', 'not-an-article', 'too-old', 'unreadable']);
export type RefusedReason = z.infer<typeof RefusedReason>;

/** Sent after the articles were stored. Sending the same batch again changes nothing. */
export const ArticlesAnswer = z.object({
  added: count(),
  /** Articles that were known under another headline. */
  changed: count(),
  known: count(),
  refused: z.array(z.object({ index: count(), reason: RefusedReason })),
});
export type ArticlesAnswer = z.infer<typeof ArticlesAnswer>;

// ── failures ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const ProblemCode = z.enum([
  'bad-request',
  'prefix-length',
  'unauthorized',
  'not-found',
  'method-not-allowed',
  'too-large',
  'rate-limited',
  'busy',
  'not-ready',
  'withheld',
  'internal',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** application/problem+json (RFC 9457) with a code that does not change with the wording. */
export const Problem = z.object({
  type: text(200),
  title: text(200),
  status: z.number(),
  code: ProblemCode,
  detail: z.optional(text(1000)),
});
export type Problem = z.infer<typeof Problem>;

// ── addresses ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type StoriesRequest = {
  readonly view: StoriesView;
  readonly limit: number;
  readonly cursor?: string;
  readonly outletsMin?: number;
  readonly outlet?: OutletId;
  readonly q?: string;
  readonly country?: string;
  readonly side?: 'left' | 'right';
};

/** Whom a story's context is for; without it, it uses the story's main language and days in UTC. */
export type ContextReader = {
  /** Primary language subtags in order of preference, separated by commas: `de,en`. */
  readonly languages?: string;
  /** Minutes ahead of UTC. */
  readonly utcOffset?: number;
};

/** Relative to the server's address, without a leading slash. */
export const API_PATHS = {
  meta: 'v1/meta',
  lookup: (prefix: HashPrefix) => `v1/lookup/${prefix}`,
  match: 'v1/match',
  story: (id: StoryId) => `v1/stories/${encodeURIComponent(id)}`,
  storyContext: (id: StoryId, reader?: ContextReader) =>
    `v1/stories/${encodeURIComponent(id)}/context${reader === undefined ? '' : `?${new URLSearchParams(toPairs(reader))}`}`,
  stories: (request: StoriesRequest) => `v1/stories?${new URLSearchParams(toPairs(request))}`,
  outlet: (id: OutletId) => `v1/outlets/${encodeURIComponent(id)}`,
  articles: 'v1/articles',
} as const;

function toPairs(request: StoriesRequest | ContextReader): [string, string][] {
  return Object.entries(request).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
}

const BITS_PER_DIGIT = 4;

/** The first bits of a hexadecimal hash; `all` for 0 bits. */
export function toHashPrefix(hash: string, bits: number): HashPrefix {
  if (bits === 0) return LOOKUP_ALL;
  const digits = hash.slice(0, Math.ceil(bits / BITS_PER_DIGIT));
  return [...digits]
    .map((digit) => Number.parseInt(digit, 16).toString(2).padStart(BITS_PER_DIGIT, '0'))
    .join('')
    .slice(0, bits);
}
