// Reads an article that someone sends from their own crawl, or says why it cannot be one.
import { type GivenArticle, GivenArticle as GivenArticleSchema, type RefusedReason } from '../../engine/api.ts';
import { clipText, type IdentifyLanguage } from '../../engine/article/article-text.ts';
import { toArticle } from '../../engine/article/from-feed-item.ts';
import { toItemUrl, toSummary, toTitle } from '../../engine/feed/item-fields.ts';
import type { FeedItem } from '../../engine/feed/schema.ts';
import type { OutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { resolveOutletId } from '../../engine/outlet/resolve-outlet-id.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { GivenText } from './take-articles.ts';

export type GivenReading = {
  readonly directory: OutletDirectory;
  readonly identifyLanguage: IdentifyLanguage;
  readonly now: number;
  /** Articles published earlier are refused. */
  readonly keepSince: number;
};

/** Applies the same cleaning as to a feed's item, so that an article is the same whichever way it arrives. */
export function readGivenArticle(given: unknown, reading: GivenReading): Result<GivenText, RefusedReason> {
  const parsed = GivenArticleSchema.safeParse(given);
  if (!parsed.success) return err('malformed');
  const url = toItemUrl(parsed.data.url, parsed.data.url);
  const outletId = url === null ? null : resolveOutletId(reading.directory, url);
  if (url === null || outletId === null) return err('no-address');
  const article = toArticle({ ...reading, item: toItem(parsed.data, url), feed: NO_FEED, outletId, feedLang: null });
  if (article === null) return err('not-an-article');
  if (article.publishedAt !== null && article.publishedAt < reading.keepSince) return err('too-old');
  const { kind = article.kind, body } = parsed.data;
  const credit = clipText(parsed.data.credit ?? '', 80) || article.credit;
  return ok({ ...article, kind, credit, ...(body === undefined ? {} : { body }) });
}

/** Such articles come from no feed. */
const NO_FEED = { title: '', lang: null, homepage: null };

function toItem({ title, lead = '', lang, publishedAt, author }: GivenArticle, url: string): FeedItem {
  return {
    url,
    title: toTitle(title, 'html'),
    summary: toSummary(lead, 'html'),
    publishedAt: publishedAt ?? null,
    updatedAt: null,
    lang: lang ?? null,
    author: author ?? null,
    categories: [],
  };
}
