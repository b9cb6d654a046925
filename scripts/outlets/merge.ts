// Merges the sources' facts into one outlet per publisher; for each field the more reliable source wins.

import { OutletId } from '../../engine/ids.ts';
import type { Outlet } from '../../engine/schema.ts';
import { type Correction, corrections, names } from './corrections.ts';
import { findCountryByHost, findMainLanguage } from './country.ts';
import type { Fact, Source } from './fact.ts';
import { chooseFeeds } from './feed.ts';
import { findHost, isPlatform, toOutletHost } from './host.ts';
import { cleanName } from './name.ts';
import { findOwner } from './owner.ts';

const NAME_SOURCES: Source[] = ['kagi', 'fundus', 'palewire', 'yavuz', 'yin', 'awesome'];
const COUNTRY_SOURCES: Source[] = ['kagi', 'palewire', 'fundus', 'mbfc', 'yavuz', 'awesome', 'yin', 'kagi-feeds'];

/** Facts by the id of their outlet. */
export function groupFacts(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const id = toOutletId(fact.host);
    if (id in corrections.dropped) continue;
    groups.set(id, [...(groups.get(id) ?? []), fact]);
  }
  return groups;
}

export function toOutletId(host: string): string {
  if (corrections.moved[host] !== undefined) return corrections.moved[host];
  // Some papers share a site and differ by path; they are separate outlets only where reviewed.
  const bare = host.split('/')[0] ?? host;
  const id = corrections.moved[bare] ?? toOutletHost(bare);
  return corrections.moved[id] ?? id;
}

export function toOutlet(id: string, facts: readonly Fact[]): Outlet {
  const known: Correction = corrections.outlets[id] ?? {};
  const country = known.country === undefined ? findCountry(id, facts) : known.country;
  const languages = known.languages ?? findLanguages(country, facts);
  const owner = findOwner(facts);
  const name = known.name ?? findName(id, facts);
  const feeds = facts
    .flatMap((fact) => fact.feeds ?? [])
    .filter(({ url }) => !(url in corrections.droppedFeeds) && isOwnFeed(id, url));
  return {
    id: OutletId.parse(id),
    name,
    domains: known.domains ?? [isPlatform(id) ? `=${id}` : id],
    country,
    languages,
    owner: known.owner === undefined ? owner.name : known.owner,
    ownership:
      known.ownership ??
      (known.owner === undefined ? owner.ownership : findOwner([], known.owner ?? undefined).ownership),
    type: known.type ?? findType(facts) ?? guessType(name),
    feeds: known.feeds ?? chooseFeeds(feeds, { country, languages }),
  };
}

/** Lists mix up publishers: for a paper in Zimbabwe, one had the feed of a blog in New Zealand with the same name. */
function isOwnFeed(id: string, url: string): boolean {
  const host = findHost(url);
  return host !== null && (toOutletId(host) === id || /(^|\.)feedburner\.com$/.test(host));
}

/** Whether a source means the outlet itself, not an edition or section under another host. */
function isExact(id: string, fact: Fact): boolean {
  return (
    fact.host === id ||
    corrections.moved[fact.host] === id ||
    (corrections.outlets[id]?.domains ?? []).includes(fact.host)
  );
}

function findName(id: string, facts: readonly Fact[]): string {
  if (names[id] !== undefined) return names[id];
  for (const source of NAME_SOURCES) {
    const found = facts
      .filter((fact) => fact.source === source && isExact(id, fact))
      .flatMap((fact) => (fact.name ? (cleanName(fact.name) ?? []) : []));
    const [first] = found;
    // Several local papers on one site: none of their names is the site's.
    if (first !== undefined && (source !== 'yin' || new Set(found).size === 1)) return withArticle(id, first);
  }
  return id;
}

/** Restores an article that lists omit although the domain has it: "Root" at theroot.com. */
function withArticle(id: string, name: string): string {
  const label = id.split('.')[0];
  return label === `the${name.toLowerCase().replace(/[^a-z0-9]/g, '')}` ? `The ${name}` : name;
}

function findCountry(id: string, facts: readonly Fact[]): string | null {
  const national = findCountryByHost(id);
  for (const source of COUNTRY_SOURCES) {
    const fact = facts.find(
      (each) => each.source === source && each.country !== undefined && (isExact(id, each) || source === 'kagi-feeds'),
    );
    if (fact?.country === undefined) continue;
    // "usa" is the default in the raw ratings: a national domain is more reliable.
    if (fact.country === 'US' && national !== null) return national;
    if (source === 'awesome' || source === 'kagi-feeds') return national ?? fact.country;
    return fact.country;
  }
  return national;
}

function findLanguages(country: string | null, facts: readonly Fact[]): string[] {
  const declared = facts.find((fact) => fact.source === 'palewire' && (fact.languages ?? []).length > 0)?.languages;
  if (declared !== undefined) return declared;
  const main = country === null ? null : findMainLanguage(country);
  if (main !== null) return [main];
  // In a country with several languages, a list's language applies only under the country's own domain.
  const ofFeeds = facts
    .filter((fact) => country !== null && findCountryByHost(fact.host) === country)
    .flatMap((fact) => (fact.feeds ?? []).flatMap((feed) => feed.lang ?? []));
  return ofFeeds.slice(0, 1);
}

function findType(facts: readonly Fact[]): Outlet['type'] | undefined {
  const types: Outlet['type'][] = ['newspaper', 'magazine', 'tv', 'radio', 'agency', 'website', 'organization'];
  const raw =
    facts.find((fact) => fact.source === 'mbfc' && fact.type)?.type ??
    facts.find((fact) => fact.source === 'yin' && fact.type)?.type;
  return types.find((type) => type === raw);
}

// Words in names of papers and stations, in the languages of the sources; ambiguous ones are left out.
const TYPE_WORDS: [RegExp, Outlet['type']][] = [
  [/\bradio\b|\bfm\b/i, 'radio'],
  [/\btv\b|televi[sz]i|\btelevisión\b/i, 'tv'],
  [/news agency|\bagenzia\b|\bagencja\b|press agency/i, 'agency'],
  [/magazin/i, 'magazine'],
  [
    /zeitung|tidning|gazett[ea]|\b(herald|tribune?|chronicle|courier|daily|newspaper|diario|diário|jornal|shimbun|ilbo|sanomat|dagblad|tagblatt|tageblatt|kurier|quotidiano|corriere|giornale|gazeta|times|post)\b|posten$|bladet$|avisen$/i,
    'newspaper',
  ],
];

function guessType(name: string): Outlet['type'] {
  return TYPE_WORDS.find(([words]) => words.test(name))?.[1] ?? 'unknown';
}
