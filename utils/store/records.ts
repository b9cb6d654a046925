// The shape of every record in the database, and the parse that each record passes on its way out.
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
  /** As the ratings named by `ratedBy` make it; under other ratings it is computed anew from the members. */
  summary: StorySummary,
  ratedBy: z.string(),
});
export type LiveStory = z.infer<typeof LiveStory>;

/** Has no `updatedAt`, and so stays out of the index of latest stories. */
export const MergedStory = z.object({ id: StoryId, mergedInto: StoryId });
export type MergedStory = z.infer<typeof MergedStory>;

export const StoredStory = z.union([LiveStory, MergedStory]);
export type StoredStory = z.infer<typeof StoredStory>;

/** "Not the same story", with the place the article had, so that undoing it puts it back exactly there. */
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
  /** Grows with every change of articles, stories or separations: whoever holds a copy can tell that it is old. */
  revision: z.number(),
  engineVersion: z.number(),
  /** The revision at which the engine's snapshot was taken, −1 when none leads here. */
  snapshotRevision: z.number(),
  /** At the end of the last round; absent in an index from before that was kept. */
  roundRevision: z.optional(z.number()),
  /** Of when the last snapshot found no room; absent where it did. */
  refused: z.optional(z.object({ revision: z.number(), articles: z.number() })),
  /** What separations mean by now, for an engine that is built without a snapshot; absent in an index from before that was kept. */
  marks: z.optional(z.array(Mark)),
  /** Which groups were parted from which, for the same; absent in an older index. */
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

/** A call that changed the engine, with its answer: an engine that answers otherwise is not the one that was called. */
export const EngineCall = z.discriminatedUnion('name', [
  z.object({ name: z.literal('add'), article: ClusteredArticle, placement: Placement }),
  z.object({ name: z.literal('restore'), article: ClusteredArticle, placement: Placement }),
  z.object({ name: z.literal('remove'), id: ArticleId }),
  z.object({ name: z.literal('maintain'), moves: z.array(z.extend(Placement, { articleId: ArticleId })) }),
  z.object({ name: z.literal('separate'), separation: Separation }),
  z.object({ name: z.literal('unseparate'), separation: Separation }),
]);
export type EngineCall = z.infer<typeof EngineCall>;

/** The calls by which the engine came to this revision of the index from the one before. */
export const JournalEntry = z.object({ revision: z.number(), calls: z.array(EngineCall) });
export type JournalEntry = z.infer<typeof JournalEntry>;

/** What a server answered; its shape is checked when it is shown. */
export const StoredAnswer = z.object({
  /** Server and path. */
  key: z.string(),
  /** As it was parsed; parsed again when it is taken out. */
  answer: z.unknown(),
  etag: z.nullable(z.string()),
  /** When the server last said it. */
  askedAt: EpochMs,
  freshUntil: EpochMs,
  staleUntil: EpochMs,
  /** Characters of it as JSON. */
  size: z.number(),
});
export type StoredAnswer = z.infer<typeof StoredAnswer>;

/** The database gives the id. */
export const StoredLedgerEntry = z.extend(LedgerEntry, { id: z.optional(z.number()) });
export type StoredLedgerEntry = z.infer<typeof StoredLedgerEntry>;

/** "Not the same story" against a server's story, with the headline it had. */
export const StoredRemoteSeparation = z.object({
  articleId: ArticleId,
  storyId: StoryId,
  title: z.string().check(z.maxLength(TITLE_MAX)),
  separatedAt: z.optional(EpochMs),
});
export type StoredRemoteSeparation = z.infer<typeof StoredRemoteSeparation>;

/** Null, with a warning that names no content, for a record that is not what was written. */
export function parseRecord<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> | null {
  if (value === undefined) return null;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  console.warn(`Parallax: a damaged record of ${what} was left out`);
  return null;
}

export function parseRecords<Schema extends z.ZodMiniType>(
  schema: Schema,
  values: readonly unknown[],
  what: string,
): z.infer<Schema>[] {
  return values.map((value) => parseRecord(schema, value, what)).filter((record) => record !== null);
}
