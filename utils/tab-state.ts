// What Parallax knows of the page in a tab: the one state that worker, popup and toolbar badge share.
//
//   unread ──page opened──▶ reading ──report──▶ not-article
//                                      └──────▶ uncovered | possible | covered | failed
//
// It lives in storage.session, in memory, one item a tab; a navigation starts it anew and closing the tab drops it.
import * as z from 'zod/mini';
import { ArticleId, EpochMs, OutletId, StoryId } from '../engine/ids.ts';
import { ArticleKind, Coverage, Match, StorySummary } from '../engine/schema.ts';

/** The article that the page itself is, as far as the popup needs it. */
export const OpenArticle = z.object({
  url: z.string(),
  title: z.string(),
  kind: ArticleKind,
  host: z.string(),
  outletId: OutletId,
});
export type OpenArticle = z.infer<typeof OpenArticle>;

export const FailureReason = z.enum(['storage-full', 'storage-failed', 'page-unreadable', 'timeout', 'unexpected']);
export type FailureReason = z.infer<typeof FailureReason>;

export const PageState = z.discriminatedUnion('status', [
  /** Nothing has been read: no permission for this page, or the browser's own page. */
  z.object({ status: z.literal('unread') }),
  z.object({ status: z.literal('reading'), since: EpochMs }),
  z.object({
    status: z.literal('not-article'),
    kind: z.string(),
    /** Stories of this outlet that others cover, found without reading the page; newest first. */
    outletStories: z.array(StorySummary),
  }),
  z.object({ status: z.literal('uncovered'), article: OpenArticle }),
  z.object({ status: z.literal('possible'), article: OpenArticle, match: Match, coverage: Coverage }),
  z.object({ status: z.literal('covered'), article: OpenArticle, match: Match, coverage: Coverage }),
  z.object({ status: z.literal('failed'), reason: FailureReason, detail: z.string() }),
]);
export type PageState = z.infer<typeof PageState>;

export const TabState = z.object({
  pageUrl: z.string(),
  page: PageState,
  /** The pairing that "not the same story" took away here, for its undo. */
  separated: z.nullable(z.object({ articleId: ArticleId, storyId: StoryId, title: z.string() })),
});
export type TabState = z.infer<typeof TabState>;
