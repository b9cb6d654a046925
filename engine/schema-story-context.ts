// What a story's own page shows beside its coverage: brief, differences, topics, related stories and timeline, computed on demand.
import * as z from 'zod/mini';
import { ArticleId, EpochMs, OutletId } from './ids.ts';
import { TITLE_MAX } from './limits.ts';
import { CountryCode, HttpUrl, Language, Side, StorySummary } from './schema.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

/** An article as evidence for a statement. */
export const Source = z.object({
  articleId: ArticleId,
  outletId: OutletId,
  outletName: text(120),
  link: HttpUrl,
  title: text(TITLE_MAX),
  /** Null for an unrated outlet. */
  side: z.nullable(Side),
});
export type Source = z.infer<typeof Source>;

// ── brief ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const BRIEF_SENTENCES_MIN = 3;
export const BRIEF_SENTENCES_MAX = 5;
export const BRIEF_SENTENCE_LENGTH_MAX = 400;

export const BriefSentence = z.object({
  /** Verbatim from the source's title or lead. */
  text: text(BRIEF_SENTENCE_LENGTH_MAX),
  source: Source,
  /** Originals of other families that say the same; never empty. */
  support: z.array(Source).check(z.minLength(1)),
});
export type BriefSentence = z.infer<typeof BriefSentence>;

/** A number on which outlets disagree. */
export const NumberConflict = z.object({
  /** What is counted, in the words of the texts: "prisoners". */
  unit: text(60),
  lang: Language,
  /** Ascending. */
  values: z
    .array(z.object({ value: z.number(), written: text(60), sources: z.array(Source).check(z.minLength(1)) }))
    .check(z.minLength(2)),
});
export type NumberConflict = z.infer<typeof NumberConflict>;

/** With fewer, none is shown, since there would be nothing to compare. */
export const SIDE_SENTENCES_MIN = 2;
const SIDE_SENTENCES_MAX = 3;

/** A statement by one outlet, which nobody else needs to support. */
export const SideSentence = z.object({
  /** Verbatim from the source's lead. */
  text: text(BRIEF_SENTENCE_LENGTH_MAX),
  lang: Language,
  source: Source,
});
export type SideSentence = z.infer<typeof SideSentence>;

export const UnknownBriefReason = z.enum(['one-report', 'little-text', 'little-agreement']);
export type UnknownBriefReason = z.infer<typeof UnknownBriefReason>;

export const Brief = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('written'),
    lang: Language,
    /** Independent reports in that language that were compared. */
    reports: z.number(),
    sentences: z.array(BriefSentence).check(z.minLength(BRIEF_SENTENCES_MIN), z.maxLength(BRIEF_SENTENCES_MAX)),
  }),
  z.object({
    status: z.literal('unknown'),
    reason: UnknownBriefReason,
    /**
     * The language of the reports, if sentences in it cannot be compared. The reason is "little-agreement" then: a new one would
     * make older clients refuse the whole answer. Older servers do not send it.
     */
    notCompared: z._default(z.nullable(Language), null),
    reports: z.number(),
    /** From left to right; none or at least SIDE_SENTENCES_MIN. Older servers do not send them. */
    sideSentences: z._default(z.array(SideSentence).check(z.maxLength(SIDE_SENTENCES_MAX)), []),
  }),
]);
export type Brief = z.infer<typeof Brief>;

// ── differences ─────────────────────────────────────────────────────────────────────────────────────────────────────

const DIFFERENCE_GROUPS = ['left', 'right', 'foreign'] as const;
export const DifferenceGroup = z.enum(DIFFERENCE_GROUPS);
export type DifferenceGroup = z.infer<typeof DifferenceGroup>;

/** What at least two outlets of a group mention in headline or lead, and no outlet outside the group. */
export const Difference = z.object({
  kind: z.enum(['name', 'number']),
  text: text(120),
  /** The earliest of the articles that mention it. */
  sources: z.array(Source).check(z.minLength(2)),
  /** Number of all articles that mention it. Older servers do not send it. */
  articles: z.optional(z.number()),
});
export type Difference = z.infer<typeof Difference>;

export const GroupDifferences = z.object({
  group: DifferenceGroup,
  /** Outlets of the group, and the outlets that they are compared with, all in one language. */
  outlets: z.number(),
  others: z.number(),
  /** The country whose outlets are not foreign, for the group of foreign outlets. */
  homeCountry: z.nullable(CountryCode),
  items: z.array(Difference),
});
export type GroupDifferences = z.infer<typeof GroupDifferences>;

export const Differences = z.object({
  lang: Language,
  /** Only groups that could be compared; empty when none could. */
  groups: z.array(GroupDifferences),
});
export type Differences = z.infer<typeof Differences>;

// ── topics, related stories, timeline ───────────────────────────────────────────────────────────────────────────────

export const GENERAL_TOPICS = [
  'business',
  'climate',
  'conflict',
  'crime',
  'culture',
  'disasters',
  'education',
  'elections',
  'health',
  'justice',
  'migration',
  'politics',
  'religion',
  'science',
  'society',
  'sports',
  'technology',
  'transport',
] as const;
export const GeneralTopic = z.enum(GENERAL_TOPICS);
export type GeneralTopic = z.infer<typeof GeneralTopic>;

/** Stable: the same words give the same id in every story. */
export const Topic = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('general'), id: text(80), topic: GeneralTopic, reports: z.number() }),
  z.object({ kind: z.literal('country'), id: text(80), country: CountryCode, reports: z.number() }),
  z.object({ kind: z.literal('name'), id: text(80), name: text(80), reports: z.number() }),
]);
export type Topic = z.infer<typeof Topic>;

export const RelatedStory = z.object({
  story: StorySummary,
  /** Rare names and words that both stories share, as written. */
  shared: z.array(text(80)).check(z.minLength(1)),
});
export type RelatedStory = z.infer<typeof RelatedStory>;

/** First reports only: an outlet counts once, in the span of its first report on the story. */
export const TimelineSpan = z.object({
  at: EpochMs,
  left: z.number(),
  center: z.number(),
  right: z.number(),
  unrated: z.number(),
});
export type TimelineSpan = z.infer<typeof TimelineSpan>;

export const Timeline = z.object({
  unit: z.enum(['hour', 'day']),
  /** In chronological order, without gaps. */
  spans: z.array(TimelineSpan),
  /** Outlets whose first report is before the first span shown; if there are too many spans, the earliest are left out. */
  earlier: z.number(),
});
export type Timeline = z.infer<typeof Timeline>;

export const StoryContext = z.object({
  brief: Brief,
  conflicts: z.array(NumberConflict),
  differences: Differences,
  topics: z.array(Topic),
  related: z.array(RelatedStory),
  timeline: Timeline,
  engineVersion: z.number(),
});
export type StoryContext = z.infer<typeof StoryContext>;
