// Links stories in different languages that are about one event, by what can be compared between languages.
//
// Signs are countries, numbers, names (as consonant skeletons) and cognates (signs.ts). A sign's weight in a story is made
// of the share of members that carry it and of its rarity. Two stories are linked when the cosine of their signs is high
// and the shared signs are rare enough together. Signs that no article in the other language carries could not have
// matched, so most of their weight is left out of the vectors' lengths; so is that of words that may be names or not, in
// scripts without capitals. Two stories that each name countries in most reports, and none of the other's, are never
// linked. Best pairs go first, one link a story in each round. Clusters that have grown away from their story leave it
// again (unlink-languages.ts).
// Example: en {navalny 1, yulia .6, 47 .5, prison 1} and ru {навальный 1, юлия .5, 47 .4, колония 1}: prison and колония
// can have no partner and hardly count; three rare shared signs remain: linked.
// en {biden 1, ukraine .6} and ru {байден .9, украина .5} share two that stand in every tenth article: not linked.
import { isWithoutCapitals } from '../text/language-rules.ts';
import { type ClustererState, mergeStories } from './clusterer-state.ts';
import { areFarInCommonLanguage } from './common-language.ts';
import { storiesShareSeries } from './installments.ts';
import { keepsId } from './merge-pass.ts';
import { unpackSigns } from './packed-text.ts';
import type { Cluster, Story } from './records.ts';
import { mayShareStory } from './stories.ts';
import { decay, hoursApart, hoursUntil, type Span } from './timing.ts';

/** One shared sign is a coincidence. */
const SIGNS_LEAST = 2;
const ROUNDS = 6;
const PARTNERS = 10;
/** Exponent on the share of members that carry a sign. At 0.5 less is found; at 1, names that only few titles have are lost. */
const SHARE_POWER = 0.7;

export type Signs = {
  /** Share of members that carry the sign, to the power `SHARE_POWER`: a name in two fifths of the titles weighs about half. */
  readonly weights: ReadonlyMap<number, number>;
  /** Countries that at least half of the members name. */
  readonly countries: readonly number[];
  /** Words that may be names or not, where all languages of the story are written without capitals. */
  readonly unsure: ReadonlySet<number>;
  readonly languages: ReadonlySet<number>;
  readonly first: number;
  readonly last: number;
  /** Computed on demand: half of all `Signs` are only compared. */
  readonly probes: () => Int32Array;
};

type Link = { readonly a: Story; readonly b: Story; readonly key: string; readonly score: number };

export function linkLanguages(state: ClustererState): void {
  if (state.lexicon.languages() < 2) return;
  const memo = new Map<Story, Signs>();
  const signsFor = (story: Story) => {
    const known = memo.get(story) ?? signsOf(state, story.clusters);
    memo.set(story, known);
    return known;
  };
  let changed = [...new Set([...state.dirty].map((cluster) => cluster.story))];
  for (let round = 0; round < ROUNDS && changed.length > 0; round++) {
    const used = new Set<Story>();
    const linked: Story[] = [];
    for (const { a, b } of findLinks(state, { changed, signsFor })) {
      if (used.has(a) || used.has(b)) continue;
      used.add(a).add(b);
      const [into, from] = keepsId(a, b) ? [a, b] : [b, a];
      mergeStories(state, { into, from });
      memo.delete(into);
      linked.push(into);
    }
    changed = linked;
  }
}

type ForeignFit = {
  readonly story: Story;
  readonly span: Span;
  /** What the page and the story share, rarest first. */
  readonly shared: readonly number[];
};

type ForeignPage = {
  /** Null for a language that no article has. */
  readonly language: number | null;
  readonly lang: string;
  readonly signs: Iterable<number>;
  readonly at: number;
};

/** The story of a page in a language that none of the story's reports is in. */
export function findForeignFit(
  state: ClustererState,
  { page, accepts }: { readonly page: ForeignPage; readonly accepts: (story: Story) => boolean },
): ForeignFit | null {
  const { language, lang, signs, at } = page;
  const languages = new Set(language === null ? [] : [language]);
  const own = weighSigns(state, {
    counts: new Map([...signs].map((sign) => [sign, 1])),
    members: 1,
    languages,
    hasCapitals: !isWithoutCapitals(lang),
    first: at,
    last: at,
  });
  const isInOtherLanguages = ({ clusters }: Story) => clusters.every((cluster) => cluster.language !== language);
  const [best] = findPartners(state, { own, accepts: ({ story }) => isInOtherLanguages(story) && accepts(story) })
    .map((story) => {
      const theirs = signsOf(state, story.clusters);
      return { story, theirs, score: linkScore(state, [own, theirs]) };
    })
    .filter(({ score }) => score >= state.tuning.linkScore)
    .sort((x, y) => y.score - x.score || (x.story.id < y.story.id ? -1 : 1));
  if (!best) return null;
  const rarities = state.lexicon.rarities();
  const shared = [...own.weights.keys()]
    .filter((sign) => best.theirs.weights.has(sign))
    .sort((x, y) => (rarities[y] ?? 0) - (rarities[x] ?? 0) || x - y);
  return { story: best.story, span: best.theirs, shared };
}

/** Stories with an accepted cluster that share signs with `own`. */
function findPartners(
  state: ClustererState,
  { own, accepts }: { readonly own: Signs; readonly accepts: (cluster: Cluster) => boolean },
): Story[] {
  const clusters = state.signPostings.candidates({
    probes: own.probes(),
    rarities: state.lexicon.rarities(),
    reach: state.tuning.postingReach,
    limit: PARTNERS,
    span: own,
    decayHours: state.tuning.decayHours,
    hoursMost: hoursUntil(state.tuning.linkScore, state.tuning.decayHours),
    language: 'any',
    accepts,
  });
  return [...new Set(clusters.map(({ story }) => story))];
}

function findLinks(
  state: ClustererState,
  { changed, signsFor }: { readonly changed: readonly Story[]; readonly signsFor: (story: Story) => Signs },
): Link[] {
  const links = new Map<string, Link>();
  for (const story of changed) {
    const own = signsFor(story);
    const isForeign = (cluster: Cluster) =>
      own.languages.size > 1 || cluster.story.clusters.some((one) => !own.languages.has(one.language));
    const accepts = (cluster: Cluster) => cluster.story !== story && isForeign(cluster);
    for (const other of findPartners(state, { own, accepts })) {
      const key = story.id < other.id ? `${story.id} ${other.id}` : `${other.id} ${story.id}`;
      if (links.has(key) || !mayShareStory(state, [story, other])) continue;
      const score = linkScore(state, [own, signsFor(other)]);
      if (score < state.tuning.linkScore || storiesShareSeries(story, other)) continue;
      if (!areFarInCommonLanguage(state, [story, other])) links.set(key, { a: story, b: other, key, score });
    }
  }
  return [...links.values()].sort((x, y) => y.score - x.score || (x.key < y.key ? -1 : 1));
}

/** Cosine of the shared signs, less for the time between the stories; 0 where too little is shared. */
export function linkScore(state: ClustererState, [a, b]: readonly [Signs, Signs]): number {
  if (nameDifferentCountries(a, b)) return 0;
  const rarities = state.lexicon.rarities();
  let dot = 0;
  let shared = 0;
  let evidence = 0;
  for (const [sign, weight] of a.weights) {
    const other = b.weights.get(sign);
    if (other === undefined) continue;
    const rarity = rarities[sign] ?? 0;
    dot += weight * other * rarity * rarity;
    evidence += Math.min(weight, other) * rarity;
    shared++;
  }
  if (shared < SIGNS_LEAST || evidence < state.tuning.linkEvidence) return 0;
  const lengths = Math.sqrt(lengthFor(state, { own: a, other: b }) * lengthFor(state, { own: b, other: a }));
  return lengths > 0 ? (dot / lengths) * decay(hoursApart(a, b), state.tuning.decayHours) : 0;
}

/** Two central banks that raise their rates on the same day share everything but the country. */
function nameDifferentCountries(a: Signs, b: Signs): boolean {
  const hasNone = (one: Signs, other: Signs) => !one.countries.some((country) => other.weights.has(country));
  return a.countries.length > 0 && b.countries.length > 0 && hasNone(a, b) && hasNone(b, a);
}

/** Squared length of one story's signs, where those count less that could not have occurred in the other's languages. */
function lengthFor(state: ClustererState, { own, other }: { readonly own: Signs; readonly other: Signs }): number {
  const rarities = state.lexicon.rarities();
  const shareCounted = (sign: number) => {
    if (own.unsure.has(sign) && !other.weights.has(sign)) return state.tuning.unsureName;
    const isMatchable = other.languages.size === 0 || state.lexicon.occursIn(sign, other.languages);
    return isMatchable ? 1 : state.tuning.unmatchable;
  };
  let sum = 0;
  for (const [sign, weight] of own.weights) {
    const value = weight * (rarities[sign] ?? 0);
    sum += shareCounted(sign) * value * value;
  }
  return sum;
}

/** Prefixes of sign keys (signs.ts). */
const COUNTRY = /^\^/;
const NAME = /^@[a-z]/;

/** The signs of one story's clusters together. */
export function signsOf(state: ClustererState, clusters: readonly Cluster[]): Signs {
  const counts = new Map<number, number>();
  const members = clusters.flatMap((cluster) => cluster.members);
  for (const { packed } of members)
    for (const sign of unpackSigns(packed)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const languages = new Set(clusters.map((cluster) => cluster.language));
  const times = (of: (cluster: Cluster) => number) => clusters.map(of).filter((at) => !Number.isNaN(at));
  return weighSigns(state, {
    counts,
    members: members.length,
    languages,
    hasCapitals: [...languages].some((language) => !isWithoutCapitals(state.lexicon.languageCode(language))),
    first: minOrNaN(times((cluster) => state.roster.timing(cluster).first)),
    last: maxOrNaN(times((cluster) => state.roster.timing(cluster).last)),
  });
}

type CountedSigns = Pick<Signs, 'languages' | 'first' | 'last'> & {
  /** How many members carry each sign. */
  readonly counts: ReadonlyMap<number, number>;
  readonly members: number;
  readonly hasCapitals: boolean;
};

function weighSigns(state: ClustererState, counted: CountedSigns): Signs {
  const { counts, members, languages, hasCapitals, first, last } = counted;
  const weights = new Map<number, number>();
  for (const [sign, count] of counts) weights.set(sign, count === members ? 1 : (count / members) ** SHARE_POWER);
  const isOfKind = (kind: RegExp) => (sign: number) => kind.test(state.lexicon.key(sign));
  const common: number[] = [];
  for (const [sign, count] of counts) if (2 * count >= members) common.push(sign);
  return {
    weights,
    countries: common.filter(isOfKind(COUNTRY)),
    unsure: new Set(hasCapitals ? [] : [...counts.keys()].filter(isOfKind(NAME))),
    languages,
    first,
    last,
    probes: () => findProbes(state, { weights, languages }),
  };
}

/** The strongest signs that another language has shown; a text's rarest signs are mostly words of its own language alone. */
function findProbes(state: ClustererState, { weights, languages }: Pick<Signs, 'weights' | 'languages'>): Int32Array {
  const rarities = state.lexicon.rarities();
  const others = otherLanguages(state, languages);
  const probes = [...weights]
    .filter(([sign]) => state.lexicon.occursIn(sign, others))
    .map(([sign, weight]) => ({ sign, strength: weight * (rarities[sign] ?? 0) }))
    .sort((x, y) => y.strength - x.strength || x.sign - y.sign)
    .slice(0, state.tuning.probeTerms)
    .map(({ sign }) => sign);
  return Int32Array.from(probes);
}

/** A story in several languages may be linked through any of them. */
function otherLanguages({ lexicon }: ClustererState, own: ReadonlySet<number>): ReadonlySet<number> {
  const all = Array.from({ length: lexicon.languages() }, (_, index) => index + 1);
  return new Set(own.size > 1 ? all : all.filter((language) => !own.has(language)));
}

function minOrNaN(times: readonly number[]): number {
  return times.length > 0 ? Math.min(...times) : Number.NaN;
}

function maxOrNaN(times: readonly number[]): number {
  return times.length > 0 ? Math.max(...times) : Number.NaN;
}
