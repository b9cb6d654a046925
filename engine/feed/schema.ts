// What a parsed feed is, whatever its format: RSS, RDF, Atom, JSON Feed or news sitemap.
import type { EpochMs } from '../ids.ts';
import type { Result } from '../result.ts';

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json-feed' | 'news-sitemap';

export type FeedItem = {
  /** Absolute http(s) address as the feed gives it, not canonicalised. */
  readonly url: string;
  /** Plain text without markup, entities decoded. */
  readonly title: string;
  /** Plain text, at most LEAD_MAX characters; empty when the feed has none. */
  readonly summary: string;
  readonly publishedAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  /** BCP 47 as declared for the item or feed, null when not declared. */
  readonly lang: string | null;
  readonly author: string | null;
  readonly categories: readonly string[];
};

export type ParsedFeed = {
  readonly format: FeedFormat;
  readonly title: string;
  readonly homepage: string | null;
  readonly lang: string | null;
  /** RSS ttl, or sy:updatePeriod and updateFrequency as minutes. */
  readonly ttlMinutes: number | null;
  readonly items: readonly FeedItem[];
};

export type FeedParseFailure =
  | { readonly reason: 'empty' }
  | { readonly reason: 'too-large'; readonly bytes: number }
  | { readonly reason: 'not-a-feed'; readonly found: 'html' | 'json' | 'xml' | 'text' }
  | { readonly reason: 'malformed'; readonly detail: string };

export type FeedParseResult = Result<ParsedFeed, FeedParseFailure>;
