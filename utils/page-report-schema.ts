// Parses a content script's report about a page; the worker's side of utils/page/page-report.ts.
import * as z from 'zod/mini';
import { EpochMs } from '../engine/ids.ts';
import { LEAD_MAX, TITLE_MAX, URL_MAX } from '../engine/limits.ts';
import { ArticleKind } from '../engine/schema.ts';
import type { PageReport } from './page/page-report.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

/** Campaigns add kilobytes of parameters to addresses: kept in memory only, and removed before an address becomes a key. */
const PAGE_URL_MAX = 8 * URL_MAX;

export const PageUrl = text(PAGE_URL_MAX).check(z.regex(/^https?:\/\//));

const PageArticle = z.object({
  url: PageUrl,
  title: text(TITLE_MAX).check(z.minLength(1)),
  lead: text(LEAD_MAX),
  author: z.nullable(text(200)),
  section: z.nullable(text(120)),
  siteName: z.nullable(text(120)),
  lang: text(35),
  kind: ArticleKind,
  publishedAt: z.nullable(EpochMs),
  modifiedAt: z.nullable(EpochMs),
  credit: z.nullable(text(80)),
  sourceUrl: z.nullable(PageUrl),
  isPaywalled: z.boolean(),
});

const NonArticleKind = z.enum(['front', 'section', 'search', 'product', 'forum', 'docs', 'stub', 'error', 'other']);

export const PageReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('article'), pageUrl: PageUrl, article: PageArticle }),
  z.object({ type: z.literal('not-article'), pageUrl: PageUrl, kind: NonArticleKind }),
]) satisfies z.ZodMiniType<PageReport>;
export type ParsedPageReport = z.infer<typeof PageReportSchema>;
