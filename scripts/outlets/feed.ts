// Chooses an outlet's feeds: the general news feed first, then a few main sections, not a flood of subject feeds.
import countries from './countries.json' with { type: 'json' };
import type { RawFeed } from './fact.ts';
import { findHost, isPlatform } from './host.ts';

/** More sections mostly repeat the general feed, and each costs a poll. */
const FEEDS_MAX = 4;
/** The limit for an outlet without a general or section feed, whose addresses cannot be told apart. */
const UNKNOWN_FEEDS_MAX = 2;

const GENERAL =
  /^(index|all|alle|todas|tous|allnews|home|homepage|main|news|latest|latestnews|ultimas?|ultimo|momento|top|topnews|frontpage|front|headlines|newsheadlines|default|public|current|nachrichten|aktuell|noticias|actualites?|actualidad|portada|breaking|breakingnews|bntopstories|stories|topstories|top-stories|general|full|schlagzeilen|titres|une|everything|nyheter|notizie|actu|flash|vijesti|hirek|uutiset|wiadomosci|senastenytt|mostrecent|articles?|archive|edition|emcimadahora|news(wire|feed|front)|rssfeedstopstories|rssfeedmostrecent|rssfeedsdefault)$/;
const SECTION =
  /^(world|worldnews|international|internacional|monde|mundo|welt|politi.*|national?|nation|nacional|inland|ausland|econom.*|business|wirtschaft|society|sociedad|domestic|cronaca|esteri|local|us|uk|usnews|metro|headline.*)$/;
// Subjects with little of the day's news, and things that are not articles.
const SUBJECT =
  /sport|footbal|soccer|futbol|gimnasia|cricket|hockey|basket|golf|tennis|racing|\bn[fbh]l\b|\bnba\b|\bml[bs]\b|athletic|entertain|celebri|lifestyle|\blife\b|culture|cultura|kultur|music|movie|film|\btv\b|travel|food|health|tech|scien|environ|climate|agricultur|auto|fashion|style|beauty|education|career|religio|faith|game|gaming|crypto|bitcoin|opinion|editorial|column|blog|\btags?\b|topic|thema|author|partners|bigpicture|podcast|video|audio|comment|youtube|\bjobs?\b|weather|horoscope|crossword|obituar|newsletter|classified|\bshop|deals|reviews?\b|gallery|photo|webcam|traffic|lotter|events?\b|related-articles|program|homeless|israel-gaza|wine|arts?\b|books?\b|theat|pets|garden|properti|security|apple/;
// Words that only describe the type of file.
const TECHNICAL =
  /^(xml|rss|rss\d+|feeds?|atom|rdf|php|aspx?|html?|type|format|cms|cmlink|pages?|site|sites|www|https?|com|arc|outboundfeeds|outputtype|service|services|api|web|webfeed|id|export|content|mrss|list|ep|do|get|tools|commonfeeds|en|eng|google|publisher|sitemaps?|lab|viewport|from|size)$/;

export type ChosenFeed = { url: string; lang?: string; format?: 'sitemap' };
export type FeedOutlet = { country: string | null; languages: readonly string[] };

/** At most four, best first; feeds in the outlet's first language have no `lang` of their own. */
export function chooseFeeds(feeds: readonly RawFeed[], outlet: FeedOutlet): ChosenFeed[] {
  const ranked = dropTwins(feeds.filter((feed) => isUsable(feed.url)))
    .map((feed) => ({ feed, rank: rankOf(feed, outlet.country) }))
    .filter(({ rank }) => rank < RANK_SUBJECT)
    .sort((a, b) => a.rank - b.rank || a.feed.url.length - b.feed.url.length || compare(a.feed.url, b.feed.url));
  const best = ranked[0]?.rank ?? 0;
  const isRss = ranked.some(({ feed }) => feed.format === undefined);
  return ranked
    .filter(({ feed, rank }) => (!isRss || feed.format === undefined) && (rank <= RANK_SECTION || rank === best))
    .slice(0, best > RANK_SECTION ? UNKNOWN_FEEDS_MAX : FEEDS_MAX)
    .map(({ feed }) => {
      const lang = findLanguage(feed, outlet);
      const first = outlet.languages[0];
      return {
        url: feed.url,
        ...(lang === undefined || lang === first ? {} : { lang }),
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

// Ranks: 0 the whole outlet, 1 named general, 2 a main section, 3 unknown.
const RANK_SECTION = 2;
const RANK_UNKNOWN = 3;
const RANK_SUBJECT = 4;

function rankOf(feed: RawFeed, country: string | null): number {
  const url = new URL(feed.url);
  const address = `${url.pathname} ${url.search}`.toLowerCase();
  const section = url.hostname.replace(/^(www|feeds?|rss)\./, '').toLowerCase();
  if (
    SUBJECT.test(address) ||
    SUBJECT.test(section.split('.').slice(0, -2).join(' ')) ||
    isOtherCountry(address, country)
  )
    return RANK_SUBJECT;
  if (feed.format === 'sitemap') return RANK_UNKNOWN;
  if (/feedburner\.com$/.test(url.hostname)) return 1;
  const words = address
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1 && !TECHNICAL.test(word) && !section.includes(word));
  if (words.length === 0) return 0;
  if (words.some((word) => /^\d{3,}$/.test(word))) return RANK_UNKNOWN; // the number of a section
  if (words.every((word) => GENERAL.test(word))) return words.length === 1 ? 0 : 1;
  if (words.every((word) => GENERAL.test(word) || SECTION.test(word))) return RANK_SECTION;
  return RANK_UNKNOWN;
}

const countryWords = countries.flatMap(({ code, names }) =>
  names
    .map((name) => ({ code, word: name.toLowerCase().replace(/[^a-z]+/g, '-') }))
    .filter(({ word }) => word.length > 3),
);

/** A paper's pages about another country are a subject, those about its own are its news. */
function isOtherCountry(address: string, country: string | null): boolean {
  const words = `-${address.replace(/[^a-z]+/g, '-')}-`;
  return (
    countryWords.some(({ code, word }) => code !== country && words.includes(`-${word}-`)) ||
    /europe|africa|asia|middle-east/.test(address)
  );
}

/** Of addresses that differ only in protocol, www, a mirror host or a trailing slash, keeps the https one. */
function dropTwins(feeds: readonly RawFeed[]): RawFeed[] {
  const byKey = new Map<string, RawFeed>();
  for (const feed of [...feeds].sort((a, b) => compare(b.url, a.url))) {
    const [host = '', ...segments] = feed.url
      .replace(/^https?:\/\/(www\.)?/, '')
      .replace(/[/?]+$/, '')
      .split('/');
    // The same longer path on feeds.example.org is the same feed; a plain /rss there may be another edition's.
    const key = segments.length > 1 ? segments.join('/') : `${host}/${segments.join('/')}`;
    const known = byKey.get(key);
    byKey.set(key, { ...(known ?? feed), lang: known?.lang ?? feed.lang });
  }
  return [...byKey.values()];
}

const LANGUAGE_NAMES: Record<string, string> = {
  english: 'en',
  russian: 'ru',
  arabic: 'ar',
  persian: 'fa',
  hindi: 'hi',
  urdu: 'ur',
  francais: 'fr',
  espanol: 'es',
  turkce: 'tr',
  mundo: 'es',
  portuguese: 'pt',
  chinese: 'zh',
  zhongwen: 'zh',
  bangla: 'bn',
  tamil: 'ta',
  french: 'fr',
  spanish: 'es',
  german: 'de',
  eng: 'en',
  fre: 'fr',
  rus: 'ru',
  khmer: 'km',
  burmese: 'my',
  amharic: 'am',
};

// As the host's first label, a path segment, the end of a file name, or a parameter.
const CODES = [
  /^https?:\/\/(en|fr|de|es|it|ru|ar|pt|zh|tr|hu|fa|he|ro|pl|el)\./,
  /\/(en|fr|de|es|ru|ar|pt|zh|tr|sw)(?:[/?]|$)/,
  /[/_-](en|fr|de|es|ru|ar|pt|zh|tr)\.(?:rss|xml)\b/,
  /[?&]lang=([a-z]{2})\b/,
];

/** The language named in the address; otherwise that of the feed's list, if it is the outlet's only language. */
function findLanguage(feed: RawFeed, outlet: FeedOutlet): string | undefined {
  const code = CODES.flatMap((pattern) => pattern.exec(feed.url)?.[1] ?? [])[0];
  if (code !== undefined) return code;
  const named = feed.url
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((word) => word in LANGUAGE_NAMES);
  if (named !== undefined) return LANGUAGE_NAMES[named];
  return feed.lang !== undefined && outlet.languages.includes(feed.lang) && outlet.languages.length === 1
    ? feed.lang
    : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
