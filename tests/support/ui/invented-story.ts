// An invented story of 21 articles by 16 outlets in five languages, with copies, an opinion piece and a live page.
import { ArticleId, FamilyId, OutletId, StoryId } from '../../../engine/ids.ts';
import type {
  ArticleKind,
  BiasStep,
  Coverage,
  CoverageArticle,
  Facet,
  RatedOutlet,
  Spread,
} from '../../../engine/schema.ts';
import { INVENTED_OUTLETS, sideOf } from './invented-outlets.ts';

export const NOW = Date.UTC(2026, 2, 5, 12, 0);
const HOUR = 3_600_000;

type Row = [
  outlet: string,
  family: string,
  hoursAgo: number,
  lang: string,
  title: string,
  kind?: ArticleKind,
  credit?: string,
];

const ROWS: Row[] = [
  ['majak', 'majak', 8.2, 'bg', 'Фериботите спряха след срутване на кея в Нортмарк'],
  ['wire', 'wire', 6.5, 'en', 'Ferry crossings halted after pier collapse in Northmark, dozens stranded overnight'],
  ['courier', 'wire', 6, 'en', 'Ferry crossings halted after pier collapse in Northmark', 'report', 'Northern Wire'],
  ['standard', 'wire', 5.8, 'en', 'Pier collapse halts Northmark ferries', 'report', 'Northern Wire'],
  ['gazette', 'wire', 5.5, 'en', 'Ferry crossings halted after pier collapse', 'report', 'Northern Wire'],
  [
    'blog',
    'wire',
    5.1,
    'en',
    'Ferry crossings halted after pier collapse in Northmark, dozens stranded',
    'report',
    'Northern Wire',
  ],
  ['herald', 'herald', 5, 'en', 'Warnings about Northmark pier were ignored for years, union says'],
  ['ledger', 'ledger', 4.6, 'en', 'Hundreds wait as Northmark’s only ferry pier gives way'],
  ['kurier', 'kurier', 4.2, 'de', 'Anleger in Northmark eingestürzt: Fährverkehr bis auf Weiteres eingestellt'],
  ['commune', 'commune', 4, 'fr', 'Effondrement du quai de Northmark : les traversées suspendues'],
  ['lookout', 'lookout', 3.6, 'en', 'The pier did not fall, it was abandoned', 'opinion'],
  ['public', 'public', 3.2, 'en', 'What we know about the Northmark pier collapse'],
  ['gazette', 'gazette', 2.9, 'en', 'Ferry operator says pier passed its last inspection'],
  ['standard', 'standard', 2.5, 'en', 'Northmark pier collapse: latest updates', 'live'],
  ['courier', 'courier', 2.2, 'en', 'Stranded passengers spend second night in school gym'],
  ['manar', 'manar', 2, 'ar', 'انهيار رصيف في نورثمارك يوقف حركة العبّارات ويترك العشرات عالقين'],
  ['tribune', 'tribune', 1.6, 'en', 'Northmark council spent pier money on bike lanes, records show'],
  ['sentinel', 'sentinel', 1.2, 'en', 'Officials dodge questions as Northmark ferries stay idle'],
  ['blog', 'blog', 0.9, 'en', 'A timeline of every Northmark pier inspection since 2009'],
  ['gull', 'gull', 0.5, 'en', 'Local pier “just needed a lie-down”'],
  ['wire', 'wire-2', 0.2, 'en', 'Northmark orders inspection of all piers after collapse'],
];

const FORMER_TITLES: Readonly<Record<string, string[]>> = {
  herald: ['Northmark pier: union had warned for years'],
  kurier: ['Nach Einsturz in Northmark: Fähren fahren nicht', 'Anleger in Northmark eingestürzt'],
};

const openIn = (outlet: string, family: string) => `https://${outlet}.test/${family}`;

export const OPEN_URL = openIn('herald', 'herald');

export function inventedCoverage(): Coverage {
  const outlets = Object.values(INVENTED_OUTLETS);
  return {
    story: {
      id: StoryId.parse('story-pier'),
      title: 'Ferry crossings halted after pier collapse in Northmark',
      lang: 'en',
      articles: ROWS.length,
      reports: new Set(ROWS.map(([, family]) => family)).size,
      outlets: outlets.length,
      countries: new Set(outlets.map(({ country }) => country).filter(Boolean)).size,
      spread: spreadOf(outlets),
      blindspots: [{ side: 'right', outlets: 2, rated: 12, baseline: 0.38, probability: 0.034 }],
      first: {
        articleId: ArticleId.parse('a0'),
        outletId: OutletId.parse('majak'),
        outletName: 'Маяк',
        at: NOW - 8.2 * HOUR,
        basis: 'first-seen',
      },
      updatedAt: NOW - 0.2 * HOUR,
    },
    articles: ROWS.map(toArticle).reverse(),
    outlets: INVENTED_OUTLETS,
    factuality: facetOf(outlets.map(({ factuality }) => factuality)),
    ownership: facetOf(outlets.map(({ ownership }) => (ownership === 'unknown' ? null : ownership))),
    countries: facetOf(outlets.map(({ country }) => country)),
    languages: facetOf(['en', 'de', 'fr', 'bg', 'ar']),
    engineVersion: 1,
  };
}

/** The same story, but only with these outlets. */
export function coverageOfOutlets(...ids: string[]): Coverage {
  const coverage = inventedCoverage();
  const outlets = ids.map((id) => INVENTED_OUTLETS[id]).filter((outlet) => outlet !== undefined);
  const articles = coverage.articles.filter(({ outletId }) => ids.includes(outletId));
  const reports = new Set(articles.map(({ familyId }) => familyId)).size;
  const story = { ...coverage.story, articles: articles.length, reports, outlets: outlets.length, blindspots: [] };
  const countries = facetOf(outlets.map(({ country }) => country));
  return {
    ...coverage,
    articles,
    story: { ...story, countries: countries.counts.length, spread: spreadOf(outlets) },
    factuality: facetOf(outlets.map(({ factuality }) => factuality)),
    ownership: facetOf(outlets.map(({ ownership }) => (ownership === 'unknown' ? null : ownership))),
    countries,
  };
}

function toArticle(
  [outlet, family, hoursAgo, lang, title, kind = 'report', credit]: Row,
  index: number,
): CoverageArticle {
  return {
    id: ArticleId.parse(`a${index}`),
    url: openIn(outlet, family),
    link: `${openIn(outlet, family)}?from=feed`,
    title,
    formerTitles: FORMER_TITLES[family] ?? [],
    lang,
    kind,
    outletId: OutletId.parse(outlet),
    publishedAt: NOW - hoursAgo * HOUR,
    firstSeenAt: NOW - hoursAgo * HOUR,
    familyId: FamilyId.parse(family),
    isOriginal: family.startsWith(outlet),
    credit: credit ?? null,
  };
}

export function spreadOf(outlets: readonly RatedOutlet[]): Spread {
  const steps: Record<BiasStep, number> = {
    'far-left': 0,
    left: 0,
    'lean-left': 0,
    center: 0,
    'lean-right': 0,
    right: 0,
    'far-right': 0,
  };
  const sides = { left: 0, center: 0, right: 0 };
  for (const { bias } of outlets) {
    if (bias === null) continue;
    steps[bias.step] += 1;
    sides[sideOf(bias.step)] += 1;
  }
  const rated = sides.left + sides.center + sides.right;
  return { steps, ...sides, rated, unrated: outlets.length - rated };
}

export function facetOf(values: readonly (string | null)[]): Facet {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    counts: [...counts].map(([value, outlets]) => ({ value, outlets })).sort((a, b) => b.outlets - a.outlets),
    unknown: values.filter((value) => value === null).length,
  };
}
