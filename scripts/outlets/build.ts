// Builds the registry and the rating packs from the raw sources, the same bytes each time.
import type { Outlet, OutletPack, RatingPack } from '../../engine/schema.ts';
import { createAdFontesPack, createAllSidesPack } from './charts.ts';
import { adFontesOutlets, allSidesOutlets, corrections } from './corrections.ts';
import { findCountryByHost } from './country.ts';
import type { Fact } from './fact.ts';
import { readFacts, readText } from './facts.ts';
import { createMbfcPacks } from './mbfc.ts';
import { groupFacts, toOutlet } from './merge.ts';
import { parseTable } from './table.ts';

export type Build = { outlets: OutletPack; ratings: RatingPack[] };

export function build(folder: string): Build {
  const groups = groupFacts(readFacts(folder));
  for (const id of [
    ...Object.keys(allSidesOutlets),
    ...Object.keys(adFontesOutlets),
    ...Object.keys(corrections.outlets),
  ]) {
    if (!groups.has(id)) groups.set(id, []);
  }
  const outlets = [...groups]
    .map(([id, facts]) => ({ facts, outlet: toOutlet(id, facts) }))
    .filter(isWanted)
    .map(({ outlet }) => outlet)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = new Set<string>(outlets.map((outlet) => outlet.id));
  const csv = (file: string) => parseTable(readText(folder, file), ',');
  return {
    outlets: {
      format: 'parallax-outlets-1',
      name: 'Parallax outlets',
      note: NOTE,
      date: DATE,
      outlets,
    },
    ratings: [
      ...createMbfcPacks(csv('idiap-mbfc-raw-2024.csv'), (id) => ids.has(id)),
      createAllSidesPack(csv('allsides-2019.csv')),
      createAdFontesPack(csv('adfontes-mediabiaschart-v4.csv')),
    ],
  };
}

/** When the sources and the corrections were last gone through. */
const DATE = '2026-11-23';

const NOTE =
  'Facts (names, domains, countries, languages, owners, feeds) from kagisearch/kite-public (MIT), flairNLP/fundus (MIT), yavuz/news-feed-list-of-countries (MIT), plenaryapp/awesome-rss-feeds (CC0-1.0), yinleon/LocalNewsDataset (MIT, owners as of 2018), idiap/Factual-Reporting-and-Political-Bias-Web-Interactions (Apache-2.0) and the news-homepages project, corrected by hand.';

const SERVICES = /(^|\.)(gov|mil|edu|int)(\.[a-z]{2})?$|\.(gouv|gob|govt|admin|go)\.[a-z]{2}$/;

/** An outlet matters to a reader when somebody rates it, when its feed can be polled, or when it is well known. */
function isWanted({ facts, outlet }: { facts: readonly Fact[]; outlet: Outlet }): boolean {
  const sources = new Set(facts.map((fact) => fact.source));
  if (
    sources.has('mbfc') ||
    outlet.id in corrections.outlets ||
    outlet.id in allSidesOutlets ||
    outlet.id in adFontesOutlets
  )
    return true;
  if (SERVICES.test(outlet.id)) return false;
  const hasFeed = outlet.feeds.length > 0;
  if (sources.has('fundus') || sources.has('palewire')) return hasFeed || !isLocalOnly(sources);
  if (sources.has('kagi')) return hasFeed && outlet.country !== null;
  if (sources.has('yavuz') || sources.has('awesome'))
    return hasFeed && outlet.country !== null && outlet.name !== outlet.id;
  // Lists of feeds by place name many bulletins and blogs: only those under the place's own domain with a general feed count.
  return (
    sources.has('kagi-feeds') &&
    hasFeed &&
    findCountryByHost(outlet.id) === outlet.country &&
    facts.some((fact) => fact.country === outlet.country) &&
    outlet.country !== null
  );
}

function isLocalOnly(sources: ReadonlySet<string>): boolean {
  return sources.has('yin') || sources.size === 1;
}
