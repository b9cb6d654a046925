// What Parallax knows about the page in a tab; shared by worker, popup and toolbar badge.
//
//   unread ──page opened──▶ reading ──report──▶ not-article
//                                      └──────▶ uncovered | possible | covered | failed
//
// It is kept in storage.session (in memory), one item per tab; a navigation resets it and closing the tab removes it.
import * as z from 'zod/mini';
import { ArticleId, EpochMs, OutletId, StoryId } from '../engine/ids.ts';
import { SERVER_PROBLEMS } from '../engine/ports.ts';
import { ArticleKind, Coverage, Match, StorySummary } from '../engine/schema.ts';

/** The article of the page itself, as far as the popup needs it. */
export const OpenArticle = z.object({
  url: z.string(),
  title: z.string(),
  kind: ArticleKind,
  host: z.string(),
  outletId: OutletId,
  publishedAt: z.nullable(EpochMs),
});
export type OpenArticle = z.infer<typeof OpenArticle>;

const toServerFailure = <Problem extends string>(problem: Problem) => `server-${problem}` as const;

export const FailureReason = z.enum([
  'storage-full',
  'storage-newer',
  'storage-failed',
  'storage-forbidden',
  'page-unreadable',
  'timeout',
  'unexpected',
  'offline',
  ...SERVER_PROBLEMS.map(toServerFailure),
]);
export type FailureReason = z.infer<typeof FailureReason>;

/** Where the coverage of a page came from, and what was revealed for it. */
export const AnsweredBy = z.discriminatedUnion('by', [
  z.object({ by: z.literal('device') }),
  z.object({
    by: z.literal('server'),
    host: z.string(),
    /** Number of known articles among which the page was hidden. */
    crowd: z.nullable(z.number()),
    hasSentHeadline: z.boolean(),
    /** The story was asked for by its name. */
    hasNamedStory: z.boolean(),
    /** When the server gave the oldest of the answers. */
    askedAt: z.nullable(EpochMs),
    /** Why an outdated answer is shown. */
    staleFor: z.nullable(FailureReason),
  }),
  /** The server did not answer, and the user wants the device to answer then. */
  z.object({ by: z.literal('device-instead'), host: z.string(), reason: FailureReason }),
]);
export type AnsweredBy = z.infer<typeof AnsweredBy>;

export const PageState = z.discriminatedUnion('status', [
  /** Nothing was read: no permission for this page, or a page of the browser itself. */
  z.object({ status: z.literal('unread') }),
  z.object({ status: z.literal('reading'), since: EpochMs }),
  z.object({
    status: z.literal('not-article'),
    kind: z.string(),
    /** Covered stories of this outlet, found without reading the page; newest first. */
    outletStories: z.array(StorySummary),
  }),
  z.object({ status: z.literal('uncovered'), article: OpenArticle, answeredBy: AnsweredBy }),
  z.object({
    status: z.literal('possible'),
    article: OpenArticle,
    match: Match,
    coverage: Coverage,
    answeredBy: AnsweredBy,
  }),
  z.object({
    status: z.literal('covered'),
    article: OpenArticle,
    match: Match,
    coverage: Coverage,
    answeredBy: AnsweredBy,
  }),
  z.object({ status: z.literal('failed'), reason: FailureReason, detail: z.string() }),
]);
export type PageState = z.infer<typeof PageState>;

export const TabState = z.object({
  pageUrl: z.string(),
  page: PageState,
  /** The article and story that were separated on this page, for undoing it. */
  separated: z.nullable(z.object({ articleId: ArticleId, storyId: StoryId, title: z.string() })),
});
export type TabState = z.infer<typeof TabState>;
