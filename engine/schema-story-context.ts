// What a story's own page shows beside its coverage: brief, differences, topics, related stories and timeline, computed on demand.
import * as z from 'zod/mini';
import { ArticleId, EpochMs, OutletId } from './ids.ts';
import { TITLE_MAX } from './limits.ts';
import { CountryCode, HttpUrl, Language, Side, StorySummary } from './schema.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

/** An article as the evidence for something that is said. */
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
  /** Word for word from the source's title or lead. */
  text: text(BRIEF_SENTENCE_LENGTH_MAX),
  source: Source,
  /** Originals of the other families that say the same; never empty. */
  support: z.array(Source).check(z.minLength(1)),
});
export type BriefSentence = z.infer<typeof BriefSentence>;

/** Outlets that give different amounts of the same thing. */
export const NumberConflict = z.object({
  /** What is counted, as the texts write it: "prisoners". */
  unit: text(60),
  lang: Language,
  /** Ascending. */
  values: z
    .array(z.object({ value: z.number(), written: text(60), sources: z.array(Source).check(z.minLength(1)) }))
    .check(z.minLength(2)),
});
export type NumberConflict = z.infer<typeof NumberConflict>;

/** Fewer are not shown: there would be nothing to set one against. */
export const SIDE_SENTENCES_MIN = 2;
const SIDE_SENTENCES_MAX = 3;

/** What one outlet says, which nobody else need bear out. */
export const SideSentence = z.object({
  /** Word for word from the source's lead. */
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
    reports: z.number(),
    /** From left to right; none or at least SIDE_SENTENCES_MIN. Earlier servers said nothing of them. */
    sideSentences: z._default(z.array(SideSentence).check(z.maxLength(SIDE_SENTENCES_MAX)), []),
  }),
]);
export type Brief = z.infer<typeof Brief>;

// ── differences ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const DIFFERENCE_GROUPS = ['left', 'right', 'foreign'] as const;
export const DifferenceGroup = z.enum(DIFFERENCE_GROUPS);
export type DifferenceGroup = z.infer<typeof DifferenceGroup>;

/** What at least two outlets of a group mention in headline or lead, and no outlet outside of it. */
export const Difference = z.object({
  kind: z.enum(['name', 'number']),
  text: text(120),
  sources: z.array(Source).check(z.minLength(2)),
});
export type Difference = z.infer<typeof Difference>;

export const GroupDifferences = z.object({
  group: DifferenceGroup,
  /** Outlets of the group, and the outlets they are compared with, all writing in one language. */
  outlets: z.number(),
  others: z.number(),
  /** The country that is not foreign, for the group of foreign outlets. */
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
  /** The rare names and words that both share, as they are written. */
  shared: z.array(text(80)).check(z.minLength(1)),
});
export type RelatedStory = z.infer<typeof RelatedStory>;

/** First reports only: an outlet counts once, in the span in which it first published on the story. */
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
  /** In order of time, without gaps. */
  spans: z.array(TimelineSpan),
  /** Outlets that came in before the first span shown; more spans than fit are left out at the front. */
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
