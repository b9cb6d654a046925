// Turns what a feed lists into articles, each id once: the first mention counts.

import { findClockLead } from '../feed/clock-lead.ts';
import type { FetchedFeed } from '../feed/poll-outcome.ts';
import type { FeedItem } from '../feed/schema.ts';
import type { OutletDirectory } from '../outlet/outlet-directory.ts';
import type { Article } from '../schema.ts';
import type { IdentifyLanguage } from './article-text.ts';
import { toArticle } from './from-feed-item.ts';

export type ArticleReading = { readonly directory: OutletDirectory; readonly identifyLanguage: IdentifyLanguage };

export function readArticlesOfFeed(
  { source, feed, fetchedAt }: Pick<FetchedFeed, 'source' | 'feed' | 'fetchedAt'>,
  { directory, identifyLanguage }: ArticleReading,
): readonly Article[] {
  const articles = new Map<string, Article>();
  const country = directory.get(source.outletId)?.country ?? null;
  const lead = findClockLead({ items: feed.items, country, now: fetchedAt });
  const items = lead === 0 ? feed.items : feed.items.map((item) => setBack(item, lead));
  for (const item of items) {
    // An unknown host is far more often the feed's own redirector than another outlet's site.
    const outletId = directory.find(item.url)?.id ?? source.outletId;
    const article = toArticle({ item, feed, outletId, feedLang: source.lang, now: fetchedAt, identifyLanguage });
    if (article !== null && !articles.has(article.id)) articles.set(article.id, article);
  }
  return [...articles.values()];
}

function setBack(item: FeedItem, ms: number): FeedItem {
  const { publishedAt, updatedAt } = item;
  return { ...item, publishedAt: publishedAt && publishedAt - ms, updatedAt: updatedAt && updatedAt - ms };
}
