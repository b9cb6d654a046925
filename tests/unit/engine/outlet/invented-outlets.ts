// Invented outlets, rating packs and story members for tests of outlets and coverage; no real outlet is meant.
import type { RenamedMember } from '../../../../engine/coverage/story-member.ts';
import { ArticleId, FamilyId, OutletId, StoryId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createOutletRater, type OutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import type { Outlet, OutletPack, RatedOutlet, RatingPack } from '../../../../engine/schema.ts';

export const outletId = (id: string) => OutletId.parse(id);
export const storyId = (id: string) => StoryId.parse(id);

export function makeOutlet(id: string, parts: Partial<Omit<Outlet, 'id'>> = {}): Outlet {
  return {
    id: outletId(id),
    name: id,
    domains: [`${id}.test`],
    country: null,
    languages: ['en'],
    owner: null,
    ownership: 'unknown',
    type: 'newspaper',
    feeds: [],
    ...parts,
  };
}

export function makeOutletPack(outlets: readonly Outlet[]): OutletPack {
  return { format: 'parallax-outlets-1', name: 'Invented outlets', date: '2026-01-01', outlets: [...outlets] };
}

/** Seven steps named −3 … +3, and a label without a place. */
export const SEVEN_STEPS: RatingPack['scale'] = {
  type: 'steps',
  steps: [
    ...[-3, -2, -1, 0, 1, 2, 3].map((bias) => ({ value: bias, name: `place ${bias}`, bias })),
    { value: 'satire', name: 'Satire', label: 'satire' as const },
  ],
};

export function makeBiasPack(values: RatingPack['values'], parts: Partial<RatingPack> = {}): RatingPack {
  return {
    format: 'parallax-ratings-1',
    id: 'invented-bias',
    name: 'Invented bias',
    rater: 'Rater A',
    rates: 'bias',
    scale: SEVEN_STEPS,
    terms: 'Invented.',
    source: 'https://rater-a.test/',
    date: '2025',
    values,
    ...parts,
  };
}

export function makeFactualityPack(values: RatingPack['values'], parts: Partial<RatingPack> = {}): RatingPack {
  const steps = (['very-low', 'low', 'mixed', 'mostly-factual', 'high', 'very-high'] as const).map((factuality) => ({
    value: factuality,
    name: factuality,
    factuality,
  }));
  return makeBiasPack(values, {
    id: 'invented-factuality',
    rates: 'factuality',
    scale: { type: 'steps', steps },
    ...parts,
  });
}

export function makeRater(outlets: readonly Outlet[], packs: readonly RatingPack[] = []): OutletRater {
  return createOutletRater({ directory: createOutletDirectory([makeOutletPack(outlets)]), packs, ownBias: {} });
}

/** An outlet at a place on the scale, or unrated. */
export function makeRated(id: string, bias: number | null): RatedOutlet {
  return makeRater([makeOutlet(id)], bias === null ? [] : [makeBiasPack({ [id]: bias })]).rate(outletId(id));
}

/** As many outlets at each place as given. */
export function makeRatedOutlets(counts: Readonly<Record<string, number>>): readonly RatedOutlet[] {
  return Object.entries(counts).flatMap(([place, count]) =>
    Array.from({ length: count }, (_, index) =>
      makeRated(`${place}-${index}`, place === 'unrated' ? null : Number(place)),
    ),
  );
}

export const NOON = Date.UTC(2026, 4, 4, 12);
export const HOUR = 3_600_000;

type MemberParts = Partial<Omit<RenamedMember, 'id' | 'outletId' | 'familyId'>> & {
  readonly outlet?: string;
  readonly family?: string;
};

/** Published at noon and first seen five minutes later, unless given otherwise. */
export function makeMember(id: string, { outlet = 'alpha', family = id, ...parts }: MemberParts = {}): RenamedMember {
  return {
    id: ArticleId.parse(id),
    url: `https://${outlet}.test/${id}`,
    link: `https://www.${outlet}.test/${id}`,
    title: `Headline ${id}`,
    formerTitles: [],
    lead: '',
    lang: 'en',
    kind: 'report',
    publishedAt: NOON,
    firstSeenAt: NOON + HOUR / 12,
    credit: null,
    ...parts,
    outletId: outletId(outlet),
    familyId: FamilyId.parse(family),
  };
}

/** The same pseudo-random numbers for the same seed (mulberry32), so that a failure can be reproduced. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const NASTY = [
  '',
  '=',
  '/',
  '.',
  '..',
  '://',
  'http://',
  'https://[::1',
  '%',
  '%zz',
  '\0',
  '\u202e',
  '😀',
  '\ud800',
  '__proto__',
  'xn--',
];

/** Random text, often with fragments that are difficult for parsers. */
export function makeText(random: () => number): string {
  const pieces = Array.from({ length: Math.floor(random() * 6) }, () =>
    random() < 0.5
      ? (NASTY[Math.floor(random() * NASTY.length)] ?? '')
      : String.fromCodePoint(Math.floor(random() * 0x2fff)),
  );
  return pieces.join('');
}
