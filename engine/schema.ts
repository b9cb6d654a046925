// The domain model: article, outlet, rating pack, spread, story and coverage. Types are inferred from the schemas.
import * as z from 'zod/mini';
import { FORMER_TITLES_MAX } from './article/rename-article.ts';
import { BIAS_STEPS, SIDES } from './bias-scale.ts';
import { ArticleId, EpochMs, FamilyId, OutletId, StoryId } from './ids.ts';
import { LEAD_MAX, TITLE_MAX, URL_MAX } from './limits.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

export const HTTP_URL = /^https?:\/\//;
export const HttpUrl = text(URL_MAX).check(z.regex(HTTP_URL));

/** BCP 47 primary language subtag; `und` if unknown. */
export const Language = z.string().check(z.regex(/^[a-z]{2,3}$/));

/** ISO 3166-1 alpha-2 in capitals. */
export const CountryCode = z.string().check(z.regex(/^[A-Z]{2}$/));

// ── articles ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Kinds of articles; pages that are not articles are rejected earlier. */
export const ArticleKind = z.enum(['report', 'opinion', 'live', 'media', 'press-release']);
export type ArticleKind = z.infer<typeof ArticleKind>;

export const Article = z.object({
  id: ArticleId,
  /** Canonical: it identifies the article, but need not be reachable. */
  url: HttpUrl,
  /** The address that the outlet published, which links open. */
  link: HttpUrl,
  outletId: OutletId,
  title: text(TITLE_MAX),
  /** First paragraphs, or the feed's summary, as plain text; may be empty. */
  lead: text(LEAD_MAX),
  lang: Language,
  kind: ArticleKind,
  publishedAt: z.nullable(EpochMs),
  /** When a feed or a page first contained it. */
  firstSeenAt: EpochMs,
  /** The agency or paper that the text credits ("Reuters", "dpa"); null if none. */
  credit: z.nullable(text(80)),
});
export type Article = z.infer<typeof Article>;

// ── outlets ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export const Ownership = z.enum([
  'telecom',
  'private-equity',
  'conglomerate',
  'billionaire',
  'government',
  'public',
  'independent',
  'corporation',
  'other',
  'unknown',
]);
export type Ownership = z.infer<typeof Ownership>;

export const MediaType = z.enum([
  'newspaper',
  'magazine',
  'tv',
  'radio',
  'agency',
  'website',
  'organization',
  'unknown',
]);
export type MediaType = z.infer<typeof MediaType>;

export const OutletFeed = z.object({
  url: HttpUrl,
  /** Only if it differs from the outlet's first language. */
  lang: z.optional(Language),
  /** News sitemaps are polled like feeds. */
  format: z.optional(z.enum(['feed', 'sitemap'])),
});
export type OutletFeed = z.infer<typeof OutletFeed>;

export const Outlet = z.object({
  id: OutletId,
  name: text(120),
  /**
   * Host names, most important first, without www: `example.org` covers its subdomains, `=blogs.example.org` covers
   * only itself, `example.org/news` covers that path on the host.
   */
  domains: z.array(text(253)).check(z.minLength(1)),
  country: z.nullable(CountryCode),
  languages: z.array(Language),
  owner: z.nullable(text(160)),
  ownership: Ownership,
  type: MediaType,
  feeds: z.array(OutletFeed),
});
export type Outlet = z.infer<typeof Outlet>;

/** The file format of public/data/outlets.json and of outlets that a user imports. */
export const OutletPack = z.object({
  format: z.literal('parallax-outlets-1'),
  name: text(120),
  note: z.optional(text(2000)),
  date: z.iso.date(),
  outlets: z.array(Outlet),
});
export type OutletPack = z.infer<typeof OutletPack>;

// ── ratings ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export const BiasStep = z.enum(BIAS_STEPS);
export type BiasStep = z.infer<typeof BiasStep>;

export const Side = z.enum(SIDES);
export type Side = z.infer<typeof Side>;

export const FACTUALITY_STEPS = ['very-low', 'low', 'mixed', 'mostly-factual', 'high', 'very-high'] as const;
export const FactualityStep = z.enum(FACTUALITY_STEPS);
export type FactualityStep = z.infer<typeof FactualityStep>;

/** Kinds of outlets, which a rater names instead of a place between left and right. */
export const OutletLabel = z.enum(['fake-news', 'satire', 'conspiracy-pseudoscience', 'pro-science', 'questionable']);
export type OutletLabel = z.infer<typeof OutletLabel>;

/** What a value of the rater's scale means on ours; it may mean nothing on an axis (null or absent). */
export const ScaleStep = z.object({
  value: z.union([z.string(), z.number()]),
  name: text(60),
  /** −3 (far left) … +3 (far right). */
  bias: z.optional(z.number().check(z.minimum(-3), z.maximum(3))),
  factuality: z.optional(FactualityStep),
  label: z.optional(OutletLabel),
});
export type ScaleStep = z.infer<typeof ScaleStep>;

/** Raters have about a dozen steps; the limit keeps it fast to look up each value of a pack among all of them. */
const SCALE_MAX = 200;

export const RatingScale = z.union([
  z.object({ type: z.literal('steps'), steps: z.array(ScaleStep).check(z.minLength(1), z.maxLength(SCALE_MAX)) }),
  /** A number on the rater's axis; `points`, in any order, map it to −3 … +3 by linear interpolation. */
  z.object({
    type: z.literal('axis'),
    points: z.array(z.object({ value: z.number(), bias: z.number() })).check(z.minLength(2), z.maxLength(SCALE_MAX)),
  }),
]);
export type RatingScale = z.infer<typeof RatingScale>;

export const RatingEntry = z.object({
  value: z.union([z.string(), z.number()]),
  /** ISO date or year, only if it differs from the pack's. Validated on import only, so that stored packs stay readable. */
  date: z.optional(text(10)),
  source: z.optional(HttpUrl),
});
export type RatingEntry = z.infer<typeof RatingEntry>;

export const RatingPack = z.object({
  format: z.literal('parallax-ratings-1'),
  /** Stable id of the pack, as in its file name. */
  id: text(80).check(z.regex(/^[a-z0-9-]+$/)),
  name: text(120),
  rater: text(120),
  rates: z.enum(['bias', 'factuality']),
  scale: RatingScale,
  /** Licence or terms under which the values are redistributed. */
  terms: text(2000),
  source: text(500),
  /** Date of the values: a full date, a month or a year. */
  date: text(10).check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
  values: z.record(z.string(), z.union([z.string(), z.number(), RatingEntry])),
});
export type RatingPack = z.infer<typeof RatingPack>;

/** One rater's rating of one outlet, ready for display. */
export const Rating = z.object({
  packId: text(80),
  rater: text(120),
  /** The rater's own word or number. */
  value: text(60),
  bias: z.nullable(z.number()),
  factuality: z.nullable(FactualityStep),
  label: z.nullable(OutletLabel),
  date: text(10),
  /** The source of the pack, or the value's own, which is an address. */
  source: text(URL_MAX),
});
export type Rating = z.infer<typeof Rating>;

/** An outlet's place on the seven steps: the mean of its raters, and their range. */
export const OutletBias = z.object({
  step: BiasStep,
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  raters: z.number(),
});
export type OutletBias = z.infer<typeof OutletBias>;

/** An outlet as it is shown. */
export const RatedOutlet = z.object({
  id: OutletId,
  name: text(120),
  host: text(253),
  country: z.nullable(CountryCode),
  owner: z.nullable(text(160)),
  ownership: Ownership,
  /** False for a host that is not in the registry. */
  isKnown: z.boolean(),
  /** Null if nobody rates it, which is not the same as "center". */
  bias: z.nullable(OutletBias),
  factuality: z.nullable(FactualityStep),
  labels: z.array(OutletLabel),
  ratings: z.array(Rating),
});
export type RatedOutlet = z.infer<typeof RatedOutlet>;

// ── coverage ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How a story's outlets are distributed over the scale; one vote per outlet, however much it published. */
export const Spread = z.object({
  steps: z.record(BiasStep, z.number()),
  left: z.number(),
  center: z.number(),
  right: z.number(),
  /** left + center + right: the denominator of every share. */
  rated: z.number(),
  unrated: z.number(),
});
export type Spread = z.infer<typeof Spread>;

export const Blindspot = z.object({
  side: z.enum(['left', 'right']),
  /** Outlets of that side in the story, and all its rated outlets. */
  outlets: z.number(),
  rated: z.number(),
  /** The side's share among all rated tracked outlets of the edition, 0 … 1. */
  baseline: z.number(),
  /** Binomial probability of so few outlets or fewer, given the baseline. */
  probability: z.number(),
});
export type Blindspot = z.infer<typeof Blindspot>;

export const FirstReport = z.object({
  articleId: ArticleId,
  outletId: OutletId,
  outletName: text(120),
  at: EpochMs,
  /** `first-seen` if no published time could be trusted. */
  basis: z.enum(['published', 'first-seen']),
});
export type FirstReport = z.infer<typeof FirstReport>;

export const StorySummary = z.object({
  id: StoryId,
  title: text(TITLE_MAX),
  lang: Language,
  articles: z.number(),
  /** Number of families: copies of a text count once. */
  reports: z.number(),
  outlets: z.number(),
  countries: z.number(),
  spread: Spread,
  blindspots: z.array(Blindspot),
  first: z.nullable(FirstReport),
  /** Latest published or first-seen time of a member. */
  updatedAt: EpochMs,
});
export type StorySummary = z.infer<typeof StorySummary>;

/** Why an article is taken to belong to a story. */
export const MatchReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same-url') }),
  /** The page names an article of the story as its source. */
  z.object({ kind: z.literal('source-url'), host: text(253) }),
  z.object({ kind: z.literal('copy'), articleId: ArticleId, outletName: text(120) }),
  z.object({ kind: z.literal('words'), words: z.array(text(60)) }),
  /** For a page in another language than the story's reports: words of the page whose translations occur in them. */
  z.object({ kind: z.literal('translations'), words: z.array(text(60)) }),
  z.object({ kind: z.literal('names'), names: z.array(text(60)) }),
  z.object({ kind: z.literal('numbers'), numbers: z.array(text(60)) }),
  z.object({ kind: z.literal('time'), hoursApart: z.number() }),
]);
export type MatchReason = z.infer<typeof MatchReason>;

export const CoverageArticle = z.object({
  id: ArticleId,
  url: HttpUrl,
  link: HttpUrl,
  title: text(TITLE_MAX),
  /** Other headlines that it had before, newest first. Older servers do not send them. */
  formerTitles: z._default(z.array(text(TITLE_MAX)).check(z.maxLength(FORMER_TITLES_MAX)), []),
  lang: Language,
  kind: ArticleKind,
  outletId: OutletId,
  publishedAt: z.nullable(EpochMs),
  firstSeenAt: EpochMs,
  familyId: FamilyId,
  isOriginal: z.boolean(),
  credit: z.nullable(text(80)),
});
export type CoverageArticle = z.infer<typeof CoverageArticle>;

/** Outlets per value of a facet, most frequent first; `unknown` is separate, so that every bar has its denominator. */
export const Facet = z.object({
  counts: z.array(z.object({ value: text(60), outlets: z.number() })),
  unknown: z.number(),
});
export type Facet = z.infer<typeof Facet>;

export const Coverage = z.object({
  story: StorySummary,
  /** Newest first, originals and copies. At most COVERAGE_ARTICLES_MAX; `story.articles` has the full number. */
  articles: z.array(CoverageArticle),
  /** The outlets of those articles, by id. */
  outlets: z.record(z.string(), RatedOutlet),
  factuality: Facet,
  ownership: Facet,
  countries: Facet,
  languages: Facet,
  engineVersion: z.number(),
});
export type Coverage = z.infer<typeof Coverage>;

/** Enough for any popup; for a larger story, `story.articles` tells how many are left out. */
export const COVERAGE_ARTICLES_MAX = 200;

/** A separation as it applies now: the article is kept out of `storyId`, since it was separated from `named`, which may have been merged or split since. */
export const Mark = z.object({ articleId: ArticleId, storyId: StoryId, named: StoryId });
export type Mark = z.infer<typeof Mark>;

/** Two groups of articles that were split, each represented by one of its articles. */
export const Parting = z.tuple([ArticleId, ArticleId]);
export type Parting = z.infer<typeof Parting>;

export const Match = z.object({
  storyId: StoryId,
  /** Calibrated probability that it is the same story, 0 … 1. */
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  reasons: z.array(MatchReason),
});
export type Match = z.infer<typeof Match>;
