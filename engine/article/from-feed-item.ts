// Makes an article of a feed's item: canonical URL, clean title and lead, language, kind, trustworthy time, credit.
import type { FeedItem, ParsedFeed } from '../feed/schema.ts';
import { type EpochMs, type OutletId, toArticleId } from '../ids.ts';
import { LEAD_MAX, TITLE_MAX, URL_MAX } from '../limits.ts';
import type { Article } from '../schema.ts';
import { clipText, decideLanguage, type IdentifyLanguage, plausibleTime } from './article-text.ts';
import { canonicalizeUrl } from './canonical-url.ts';
import { findCredit, stripLeadCredit, stripTitleCredit } from './find-credit.ts';
import { guessKind } from './guess-kind.ts';
import { stripSiteName } from './strip-site-name.ts';

export type FeedItemSource = {
  readonly item: FeedItem;
  readonly feed: Pick<ParsedFeed, 'title' | 'lang' | 'homepage'>;
  readonly outletId: OutletId;
  /** The registry's language of this feed, null when it names none. */
  readonly feedLang: string | null;
  readonly now: EpochMs;
  readonly identifyLanguage: IdentifyLanguage;
};

/** Null for an item that is no article: without a title, without an address of its own, or the outlet's front page. */
export function toArticle(source: FeedItemSource): Article | null {
  const { item, feed, outletId, feedLang, now, identifyLanguage } = source;
  const url = canonicalizeUrl(item.url);
  const headline = stripSiteName(clipText(item.title, TITLE_MAX), [feed.title]);
  const title = stripTitleCredit(headline);
  if (url === null || title === '' || isFrontPage(url, feed.homepage)) return null;
  const summary = clipText(item.summary, LEAD_MAX);
  const lead = summary === item.title ? '' : stripLeadCredit(summary);
  return {
    id: toArticleId(url),
    url,
    link: item.url.length <= URL_MAX ? item.url : url,
    outletId,
    title,
    lead,
    lang: decideLanguage(`${title}. ${lead}`, { labels: [item.lang, feedLang, feed.lang], identifyLanguage }),
    kind: guessKind(item),
    publishedAt: plausibleTime(item.publishedAt, now) ?? plausibleTime(item.updatedAt, now),
    firstSeenAt: now,
    credit: findCredit({ title: headline, lead: summary, author: item.author }),
  };
}

function isFrontPage(url: string, homepage: string | null): boolean {
  return /^https:\/\/[^/]+\/?$/.test(url) || (homepage !== null && canonicalizeUrl(homepage) === url);
}
