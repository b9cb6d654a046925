// Builds the registry and the rating packs from the raw sources, reproducibly to the byte.
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

/** When the sources and corrections were last reviewed. */
const DATE = '2026-11-28';

const NOTE =
  'Facts (names, domains, countries, languages, owners, feeds) from kagisearch/kite-public (MIT), flairNLP/fundus (MIT), yavuz/news-feed-list-of-countries (MIT), plenaryapp/awesome-rss-feeds (CC0-1.0), yinleon/LocalNewsDataset (MIT, owners as of 2018), idiap/Factual-Reporting-and-Political-Bias-Web-Interactions (Apache-2.0) and the news-homepages project, corrected by hand.';

const SERVICES = /(^|\.)(gov|mil|edu|int)(\.[a-z]{2})?$|\.(gouv|gob|govt|admin|go)\.[a-z]{2}$/;

const NEWS_WORD =
  /news|nyhet|nyt|nytt|zeitung|kurier|courier|bote|anzeiger|blatt|echo|presse|press|post|times|herald|gazette|chronicle|tribun|journal|daily|blad|tidning|avis|posten|radio|media|online|telegraph|mail|express|standard|observer|guardian|argus|mirror|record|star\b|today|nachricht|tagblatt|leht|sanomat|uutis|jornal|diario|prensa|noticia|correio|gazeta|gazzetta|corriere|giornale|quotidi|vijesti|dnevnik|novin|vecer|hirlap|nepszava|ziar|stiri|pravda|izvest|24|shimbun|sinmun|ilbo|khabar|samachar|matin|depeche|voix|liberte|presse|medien|live|tv|politi|monitor|report|bulletin|independent|nation|citizen|people|voice|argumenti|informa|mediat|info/;

/** An outlet is included if it is rated, its feed can be polled, or it is well known. */
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
  // Local papers and stations: their readers are rarely told who owns them.
  if (outlet.owner !== null && outlet.name !== outlet.id && (sources.has('yin') || sources.has('palewire')))
    return true;
  const hasFeed = outlet.feeds.length > 0;
  if (sources.has('fundus') || sources.has('palewire')) return hasFeed || !isLocalOnly(sources);
  if (sources.has('kagi')) return hasFeed && outlet.country !== null;
  if (sources.has('yavuz') || sources.has('awesome'))
    return hasFeed && outlet.country !== null && outlet.name !== outlet.id;
  // Lists of feeds by place include offices, parties and companies: requires a news word, and the country's own domain.
  const isNational = outlet.country !== null && findCountryByHost(outlet.id) === outlet.country;
  return (
    sources.has('kagi-feeds') &&
    hasFeed &&
    isNational &&
    NEWS_WORD.test(outlet.id) &&
    facts.some((fact) => fact.country === outlet.country)
  );
}

function isLocalOnly(sources: ReadonlySet<string>): boolean {
  return sources.has('yin') || sources.size === 1;
}
