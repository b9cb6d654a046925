// Reads every raw source into facts; interprets each source's columns and categories.
import path from 'node:path';
import * as z from 'zod/mini';
import { readInput } from '../setup/read-input.ts';
import { findCountryByCode, findCountryByIso3, findCountryByName } from './country.ts';
import type { Fact } from './fact.ts';
import { findHost, isPlatform, toOutletHost } from './host.ts';
import { parseTable, type Row } from './table.ts';

export function readFacts(folder: string): Fact[] {
  const table = (file: string, separator: ',' | '\t') => parseTable(readText(folder, file), separator);
  return [
    ...readKagiOwners(readText(folder, 'kagi-media-owner-country.json')),
    ...table('fundus-publishers.tsv', '\t').flatMap(toFundusFact),
    ...table('palewire-news-homepages-sites.csv', ',').flatMap(toPalewireFact),
    ...table('idiap-mbfc-raw-2024.csv', ',').flatMap(toMbfcFact),
    ...table('yavuz-feeds.tsv', '\t').flatMap(toYavuzFact),
    ...table('awesome-rss-feeds.tsv', '\t').flatMap(toAwesomeFact),
    ...readKagiFeeds(readText(folder, 'kagi-kite_feeds.json')),
    ...table('yin2018-local-news-owner.csv', ',').flatMap(toYinFact),
  ];
}

export function readText(folder: string, file: string): string {
  return readInput(path.join(folder, file)).toString();
}

const KagiOwners = z.array(
  z.object({
    organization: z.string(),
    domains: z.array(z.string()),
    country: z.string(),
    owner: z.string(),
    typology: z.string(),
    description: z.string(),
  }),
);

/** An organisation's name is used for an outlet only if all its domains are the same outlet, or the domain contains the name. */
function readKagiOwners(text: string): Fact[] {
  return KagiOwners.parse(JSON.parse(text)).flatMap((row) => {
    const hosts = row.domains.flatMap((domain) => findHost(domain) ?? []);
    const isOne = new Set(hosts.map(labelOf)).size === 1;
    const words = row.organization
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]/g, '');
    return hosts.map((host) => ({
      source: 'kagi' as const,
      host,
      name: isOne || words.includes(labelOf(host).replaceAll('-', '')) ? row.organization : undefined,
      country: findCountryByName(row.country) ?? undefined,
      owner: row.owner,
      ownership: row.typology,
    }));
  });
}

function labelOf(host: string): string {
  return toOutletHost(host).split('.')[0] ?? host;
}

const KagiFeeds = z.record(
  z.string(),
  z.object({ category_type: z.string(), source_language: z.string(), feeds: z.array(z.string()) }),
);

/** A category named after a country or region gives country and language; one named after a subject gives only feeds. */
function readKagiFeeds(text: string): Fact[] {
  return Object.entries(KagiFeeds.parse(JSON.parse(text))).flatMap(([category, row]) => {
    const country = findCountryByName(category.split(' | ')[0]?.replace(/^Switzerland .*/, 'Switzerland') ?? '');
    const isPlace = country !== null && !/ecology/i.test(category);
    const lang = isPlace ? toLanguage(row.source_language) : undefined;
    return row.feeds.flatMap((url) => {
      const host = findHost(url);
      if (host === null || isPlatform(host)) return [];
      return { source: 'kagi-feeds' as const, host, country: isPlace ? country : undefined, feeds: [{ url, lang }] };
    });
  });
}

function toFundusFact(row: Row): Fact[] {
  const host = findHost(row.domain ?? '');
  if (host === null || row.url === undefined) return [];
  // Whole-site sitemaps list years of pages; only news sitemaps can be polled.
  const feeds: Fact['feeds'] =
    row.kind === 'RSSFeed' ? [{ url: row.url }] : row.kind === 'NewsMap' ? [{ url: row.url, format: 'sitemap' }] : [];
  const iso: Record<string, string> = { uk: 'GB', ind: 'IN', isl: 'IS' };
  const country = iso[row.country ?? ''] ?? findCountryByCode(row.country ?? '') ?? undefined;
  return [{ source: 'fundus', host, name: row.name, country, feeds }];
}

function toPalewireFact(row: Row): Fact[] {
  const host = findHost(row.url ?? '');
  if (host === null) return [];
  const bundle = row.bundle ?? '';
  return [
    {
      source: 'palewire',
      host: hasOwnPath(row.url ?? '') ? `${host}${pathOf(row.url ?? '')}` : host,
      name: row.name,
      country: findCountryByCode(row.country ?? '') ?? undefined,
      languages: [row.language ?? ''].flatMap((lang) => toLanguage(lang) ?? []),
      owner: bundle.includes('gannett') ? 'Gannett' : bundle.includes('mcclatchy') ? 'McClatchy' : undefined,
    },
  ];
}

function pathOf(address: string): string {
  return new URL(address).pathname.replace(/\/$/, '');
}

/** A home page below the root belongs to one of several outlets on the site, unless it is just an edition or index page. */
function hasOwnPath(address: string): boolean {
  const pathname = pathOf(address);
  return (
    pathname !== '' &&
    !/^\/(home|index|en|es|us|uk|news|default|inicio|front|today|[a-z]{2}[-_][a-z]{2})\b/i.test(pathname)
  );
}

const MEDIA_TYPES: [RegExp, string][] = [
  [/news agency/, 'agency'],
  [/newspaper/, 'newspaper'],
  [/tv/, 'tv'],
  [/radio/, 'radio'],
  [/magazine|journal/, 'magazine'],
  [/organization/, 'organization'],
  [/website|app/, 'website'],
];

function toMbfcFact(row: Row): Fact[] {
  const host = findHost(row.source ?? '');
  if (host === null || isPlatform(host)) return [];
  const type = MEDIA_TYPES.find(([pattern]) => pattern.test(row.media_type ?? ''))?.[1];
  return [{ source: 'mbfc', host, country: findCountryByName(row.country ?? '') ?? undefined, type }];
}

function toYavuzFact(row: Row): Fact[] {
  const host = findHost(row.htmlUrl ?? '') ?? findHost(row.xmlUrl ?? '');
  if (host === null || isPlatform(host) || row.active !== '1' || row.xmlUrl === undefined) return [];
  const country = findCountryByIso3(row.country ?? '') ?? undefined;
  return [{ source: 'yavuz', host, name: row.title, country, feeds: [{ url: row.xmlUrl }] }];
}

function toAwesomeFact(row: Row): Fact[] {
  const host = findHost(row.htmlUrl ?? '') ?? findHost(row.xmlUrl ?? '');
  if (host === null || isPlatform(host) || row.xmlUrl === undefined) return [];
  const country = findCountryByName(row.country ?? '') ?? undefined;
  return [{ source: 'awesome', host, name: row.title, country, feeds: [{ url: row.xmlUrl }] }];
}

function toYinFact(row: Row): Fact[] {
  const host = findHost(row.website || row.domain || '');
  if (host === null || isPlatform(host)) return [];
  const medium = row.medium ?? '';
  const type = /Newspaper/.test(medium)
    ? 'newspaper'
    : medium === 'TV station'
      ? 'tv'
      : medium === 'Magazines'
        ? 'magazine'
        : undefined;
  return [{ source: 'yin', host, name: row.name, country: 'US', owner: row.owner, type }];
}

// Codes in the raw data that differ from ISO 639: Algerian Arabic, Montenegrin, "gr" for Greek.
const LANGUAGES: Record<string, string> = { arq: 'ar', cnr: 'sr', gr: 'el' };

function toLanguage(code: string): string | undefined {
  const primary = code.split('-')[0]?.toLowerCase() ?? '';
  const known = LANGUAGES[primary] ?? primary;
  return /^[a-z]{2,3}$/.test(known) ? known : undefined;
}
