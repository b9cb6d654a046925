// Decides when the article was published and modified: declarations in order of trust, then dates a reader can see.
import { findWrittenDate, parseDeclaredDate } from './date-text.ts';
import type { PageFacts } from './page-facts.ts';
import type { Thing } from './thing.ts';

const PUBLISHED_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date_published',
  'published_time',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'publish-date',
  'publish_date',
  'published-date',
  'publication_date',
  'publicationdate',
  'pubdate',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'citation_publication_date',
  'date',
  'article_date_original',
  'og:published_time',
  'originalpublicationdate',
  'displaydate',
  'bt:pubdate',
  'article:create_at',
  'shareaholic:article_published_time',
  'vr:published_time',
  'article:published',
  'og:pubdate',
  'pub_date',
  'created',
  'iso-8601-publish-date',
  'last-published',
  'rnews:datepublished',
  'release_date',
  'og:release_date',
  'video:release_date',
];
const MODIFIED_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
];

export type PageDates = { readonly publishedAt: number | null; readonly modifiedAt: number | null };

export function decideDates(facts: PageFacts, thing: Thing | null, now: number): PageDates {
  return {
    publishedAt: findPublished(facts, thing, now),
    modifiedAt: firstTime([thing?.dateModified ?? '', ...valuesOf(facts, MODIFIED_NAMES)], now),
  };
}

function valuesOf({ meta }: PageFacts, names: readonly string[]): string[] {
  return names.map((name) => meta.get(name)?.[0] ?? '');
}

function firstTime(declared: readonly string[], now: number): number | null {
  for (const text of declared) {
    const time = text === '' ? null : parseDeclaredDate(text, now);
    if (time !== null) return time;
  }
  return null;
}

function findPublished(facts: PageFacts, thing: Thing | null, now: number): number | null {
  const { things, dates, shape, declaredLang } = facts;
  const declared = firstTime(
    [thing?.datePublished ?? '', ...valuesOf(facts, PUBLISHED_NAMES), thing?.dateCreated ?? ''],
    now,
  );
  if (declared !== null) return declared;
  const others = firstTime(
    things.filter(({ isTop }) => isTop).map(({ datePublished }) => datePublished),
    now,
  );
  if (others !== null) return others;
  const byUrl = shape.date.length === 10 ? parseDeclaredDate(shape.date, now) : null;
  const visible = firstTime(dates.times, now) ?? firstWritten(dates.lines, now, declaredLang);
  if (byUrl === null) return visible;
  // The address has the day, the visible line perhaps the time of that day.
  return visible !== null && Math.abs(visible - byUrl) < 2 * 86_400_000 ? visible : byUrl;
}

function firstWritten(lines: readonly string[], now: number, lang: string): number | null {
  for (const line of lines) {
    const time = findWrittenDate(line, now, lang);
    if (time !== null) return time;
  }
  return null;
}
