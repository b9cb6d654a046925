// Creates invented coverage for tests: outlets under .test hosts, unrated unless a rating is given.
import { ArticleId, FamilyId, OutletId, StoryId } from '../../engine/ids.ts';
import type { Coverage, RatedOutlet, Spread } from '../../engine/schema.ts';

const NO_SPREAD: Spread = {
  steps: { 'far-left': 0, left: 0, 'lean-left': 0, center: 0, 'lean-right': 0, right: 0, 'far-right': 0 },
  left: 0,
  center: 0,
  right: 0,
  rated: 0,
  unrated: 0,
};
const NO_FACET = { counts: [], unknown: 0 };

export function outletOf(id: string): RatedOutlet {
  return {
    id: OutletId.parse(id),
    name: `Invented ${id}`,
    host: id,
    country: null,
    owner: null,
    ownership: 'unknown',
    isKnown: true,
    bias: null,
    factuality: null,
    labels: [],
    ratings: [],
  };
}

/** One article per outlet, each in a family of its own. */
export function coverageOf({ outlets, seenAt = 1_700_000_000_000 }: { outlets: string[]; seenAt?: number }): Coverage {
  const articles = outlets.map((outlet, index) => ({
    id: ArticleId.parse(`a-${index}`),
    url: `https://${outlet}/bridge`,
    link: `https://${outlet}/bridge`,
    title: 'Bridge closed after inspection',
    formerTitles: [],
    lang: 'en',
    kind: 'report' as const,
    outletId: OutletId.parse(outlet),
    publishedAt: null,
    firstSeenAt: seenAt,
    familyId: FamilyId.parse(`a-${index}`),
    isOriginal: true,
    credit: null,
  }));
  const count = outlets.length;
  return {
    story: {
      id: StoryId.parse('s-1'),
      title: 'Bridge closed after inspection',
      lang: 'en',
      articles: count,
      reports: count,
      outlets: count,
      countries: 0,
      spread: { ...NO_SPREAD, unrated: count },
      blindspots: [],
      first: null,
      updatedAt: seenAt,
    },
    articles,
    outlets: Object.fromEntries(outlets.map((outlet) => [outlet, outletOf(outlet)])),
    factuality: NO_FACET,
    ownership: NO_FACET,
    countries: NO_FACET,
    languages: NO_FACET,
    engineVersion: 1,
  };
}
