// The schema of every record in the database, with which each record is parsed when it is read.
import * as z from 'zod/mini';
import { FORMER_TITLES_MAX } from '../../engine/article/rename-article.ts';
import { ArticleId, EpochMs, FamilyId, StoryId } from '../../engine/ids.ts';
import { TITLE_MAX } from '../../engine/limits.ts';
import { Article, Mark, OutletPack, Parting, RatingPack, StorySummary } from '../../engine/schema.ts';
import { LedgerEntry } from '../ledger-entry.ts';

export const StoredArticle = z.extend(Article, {
  storyId: StoryId,
  familyId: FamilyId,
  formerTitles: z.array(z.string().check(z.maxLength(TITLE_MAX))).check(z.maxLength(FORMER_TITLES_MAX)),
});
export type StoredArticle = z.infer<typeof StoredArticle>;

export const LiveStory = z.object({
  id: StoryId,
  mergedInto: z.null(),
  articles: z.number(),
  updatedAt: EpochMs,
  /** Computed with the ratings identified by `ratedBy`; with other ratings it is recomputed from the members. */
  summary: StorySummary,
  ratedBy: z.string(),
});
export type LiveStory = z.infer<typeof LiveStory>;

/** Without `updatedAt`, so that it is not in the index of latest stories. */
export const MergedStory = z.object({ id: StoryId, mergedInto: StoryId });
export type MergedStory = z.infer<typeof MergedStory>;

export const StoredStory = z.union([LiveStory, MergedStory]);
export type StoredStory = z.infer<typeof StoredStory>;

/** "Not the same story", with the article's former family, null for one that was no member: an undo puts members back. */
export const StoredSeparation = z.object({
  articleId: ArticleId,
  storyId: StoryId,
  familyBefore: z.nullable(FamilyId),
  separatedAt: z.optional(EpochMs),
});
export type StoredSeparation = z.infer<typeof StoredSeparation>;

export const StoredPack = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('outlets'), id: z.string(), pack: OutletPack }),
  z.object({ kind: z.literal('ratings'), id: z.string(), pack: RatingPack }),
]);
export type StoredPack = z.infer<typeof StoredPack>;

export const IndexState = z.object({
  /** Increases with every change of articles, stories or separations, so that copies are recognized as outdated. */
  revision: z.number(),
  engineVersion: z.number(),
  /** The revision at which the engine's snapshot was taken; −1 if none is usable. */
  snapshotRevision: z.number(),
  /** Revision at the end of the last round; absent in older indexes. */
  roundRevision: z.optional(z.number()),
  /** The index when the last snapshot did not fit into storage; absent if it did. */
  refused: z.optional(z.object({ revision: z.number(), articles: z.number() })),
  /** What separations currently mean, for an engine that is rebuilt without a snapshot; absent in older indexes. */
  marks: z.optional(z.array(Mark)),
  /** Which groups were split from which, for the same purpose; absent in older indexes. */
  partings: z.optional(z.array(Parting)),
});
export type IndexState = z.infer<typeof IndexState>;

export const KeptCounts = z.object({ revision: z.number(), articles: z.number(), stories: z.number() });
export type KeptCounts = z.infer<typeof KeptCounts>;

export const StoredSnapshot = z.object({
  revision: z.number(),
  engineVersion: z.number(),
  data: z.custom<Uint8Array>((value) => ArrayBuffer.isView(value)),
});
export type StoredSnapshot = z.infer<typeof StoredSnapshot>;

const ClusteredArticle = z.pick(Article, {
  id: true,
  url: true,
  outletId: true,
  title: true,
  lead: true,
  lang: true,
  kind: true,
  publishedAt: true,
  firstSeenAt: true,
  credit: true,
});
const Placement = z.object({ storyId: StoryId, familyId: FamilyId });
const Separation = z.object({ articleId: ArticleId, storyId: StoryId });

/** A call that changed the engine, with its result: in a replay, a different result means a different engine. */
export const EngineCall = z.discriminatedUnion('name', [
  z.object({ name: z.literal('add'), article: ClusteredArticle, placement: Placement }),
  z.object({
    name: z.literal('put-back'),
    article: ClusteredArticle,
    storyId: z.nullable(StoryId),
    placement: Placement,
  }),
  z.object({ name: z.literal('restore'), article: ClusteredArticle, placement: Placement }),
  z.object({ name: z.literal('remove'), id: ArticleId }),
  z.object({ name: z.literal('maintain'), moves: z.array(z.extend(Placement, { articleId: ArticleId })) }),
  z.object({ name: z.literal('separate'), separation: Separation }),
  z.object({ name: z.literal('unseparate'), separation: Separation }),
]);
export type EngineCall = z.infer<typeof EngineCall>;

/** The calls that led the engine from the previous revision of the index to this one. */
export const JournalEntry = z.object({ revision: z.number(), calls: z.array(EngineCall) });
export type JournalEntry = z.infer<typeof JournalEntry>;

/** A server's answer, validated when it is used. */
export const StoredAnswer = z.object({
  /** Server and path. */
  key: z.string(),
  /** The parsed answer, which is parsed again when it is read. */
  answer: z.unknown(),
  /** When the server gave it. */
  askedAt: EpochMs,
  freshUntil: EpochMs,
  staleUntil: EpochMs,
  /** Length as JSON, in characters. */
  size: z.number(),
});
export type StoredAnswer = z.infer<typeof StoredAnswer>;

/** The database assigns the id. */
export const StoredLedgerEntry = z.extend(LedgerEntry, { id: z.optional(z.number()) });
export type StoredLedgerEntry = z.infer<typeof StoredLedgerEntry>;

/** "Not the same story" for a story of a server, with its headline at that time. */
export const StoredRemoteSeparation = z.object({
  articleId: ArticleId,
  storyId: StoryId,
  title: z.string().check(z.maxLength(TITLE_MAX)),
  separatedAt: z.optional(EpochMs),
});
export type StoredRemoteSeparation = z.infer<typeof StoredRemoteSeparation>;

/**
 * A parser that returns null for an invalid record, with a warning that reveals no content. `what`: what the record is about.
 */
export function createRecordParser<Schema extends z.ZodMiniType>(
  schema: Schema,
  what: string,
): (value: unknown) => z.infer<Schema> | null {
  return (value) => {
    if (value === undefined) return null;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    console.warn(`Parallax: a damaged record of ${what} was left out`);
    return null;
  };
}

/** The valid ones of these records. */
export function parseRecords<Value>(values: readonly unknown[], parse: (value: unknown) => Value | null): Value[] {
  return values.map((value) => parse(value)).filter((record) => record !== null);
}
