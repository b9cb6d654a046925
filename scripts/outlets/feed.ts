// Chooses an outlet's feeds: the general news feed first, then few of its main sections, never a flood of subject feeds.
import type { RawFeed } from './fact.ts';
import { findHost, isPlatform } from './host.ts';

/** More sections mostly repeat the general feed and cost a poll each. */
const FEEDS_MAX = 4;

const JUNK =
  /podcast|video|audio|comment|youtube|job|weather|horoscope|crossword|obituar|newsletter|classified|\bshop|deals|reviews?\b|gallery|photos?\b|webcam|traffic|lotter|events?\b|related-articles/i;
const GENERAL =
  /^(rss|feeds?|index|all|alle|home|homepage|main|news|latest|top|frontpage|headlines|xml|atom|rdf|default|public|outboundfeeds|arc|rss2|rss20|current|nachrichten|aktuell|noticias|actualites?|portada|ultimas?|breaking|stories|general|rssfeed|full|service|schlagzeilen|titres|une|everything|topstories|homepage-rss|nyheter|emcimadahora|id|en|www)$/i;
const SECTION =
  /world|international|internacional|monde|politi|nation|inland|ausland|econom|business|wirtschaft|society|domestic|pakistan|uk|us|europe|africa|asia|cronaca|esteri|france|deutschland|espana|mundo|welt|local|regional/i;

export type ChosenFeed = { url: string; lang?: string; format?: 'sitemap' };

/** At most four, best first; those of `firstLanguage` carry no language of their own. */
export function chooseFeeds(feeds: readonly RawFeed[], firstLanguage: string | undefined): ChosenFeed[] {
  const usable = dropTwins(feeds.filter((feed) => isUsable(feed.url)));
  const ranked = usable
    .map((feed) => ({ feed, rank: rankOf(feed) }))
    .sort((a, b) => a.rank - b.rank || a.feed.url.length - b.feed.url.length || compare(a.feed.url, b.feed.url));
  const hasRss = ranked.some(({ feed }) => feed.format === undefined);
  const best = ranked[0]?.rank ?? 0;
  return ranked
    .filter(
      ({ feed, rank }, at) =>
        (!hasRss || feed.format === undefined) && (at === 0 || rank <= Math.max(best, RANK_SECTION)),
    )
    .slice(0, FEEDS_MAX)
    .map(({ feed }) => {
      const lang = findLanguage(feed);
      return {
        url: feed.url,
        ...(lang !== undefined && firstLanguage !== undefined && lang !== firstLanguage ? { lang } : {}),
        ...(feed.format === undefined ? {} : { format: feed.format }),
      };
    });
}

function isUsable(url: string): boolean {
  const host = findHost(url);
  if (host === null || !/^https?:\/\//.test(url) || url.length > 300 || /\s|[<>"]/.test(url)) return false;
  if (/^https?:\/\/news\.google\./.test(url) || /search|[?&]q=|site%3A/i.test(url)) return false;
  return (
    !isPlatform(host) || /(^|\.)feedburner\.com$/.test(host) || /blogspot\.|wordpress\.com|substack\.com/.test(host)
  );
}

const RANK_SECTION = 2;

/** 0 general, 1 general below a path, 2 main section, 3 other subject, 4 hardly news. */
function rankOf(feed: RawFeed): number {
  const url = new URL(feed.url);
  if (JUNK.test(feed.url)) return 4;
  if (feed.format === 'sitemap') return 3;
  if (/feedburner\.com$/.test(url.hostname)) return 1;
  const words = `${url.pathname} ${url.search}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(
      (word) =>
        word.length > 1 &&
        !/^(xml|rss|feed|feeds|php|aspx?|html?|type|format|cms|cmlink|pages?|site|www|https?|com|http)$/.test(word),
    );
  const rest = words.filter((word) => !GENERAL.test(word));
  if (rest.length === 0) return words.length <= 2 ? 0 : 1;
  return rest.every((word) => SECTION.test(word)) ? RANK_SECTION : 3;
}

/** Of addresses that differ only in protocol, www or a final slash the https one is kept. */
function dropTwins(feeds: readonly RawFeed[]): RawFeed[] {
  const byKey = new Map<string, RawFeed>();
  for (const feed of [...feeds].sort((a, b) => compare(b.url, a.url))) {
    const key = feed.url.replace(/^https?:\/\/(www\.)?/, '').replace(/[/?]+$/, '');
    const known = byKey.get(key);
    byKey.set(key, { ...(known ?? feed), lang: known?.lang ?? feed.lang });
  }
  return [...byKey.values()];
}

/** A language that the address itself names outranks the one of the list it was found in. */
function findLanguage(feed: RawFeed): string | undefined {
  if (/^https?:\/\/(en|english)\.|\/(en|english)\//.test(feed.url)) return 'en';
  return feed.lang;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
