// Links clusters of different languages that tell of one event, through what travels between languages.
//
// Names (as consonant skeletons) and numbers are the signs that two languages share. A cluster's sign weighs by the
// share of its members that carry it and by its rarity among all articles; two clusters are linked when the cosine of
// these is high, at least `SIGNS_LEAST` signs are shared and each is the other's best partner in that language.
// Example: en {navalny .9, yulia .4, 47 .5} and ru {навальный 1, юлия .3, 47 .4} share three rare signs: linked.
// en {biden 1, ukraine .6} and ru {байден .9, украина .5} share two that stand in every tenth article: not linked.
import { type ClustererState, mayShareStory, mergeStories } from './clusterer-state.ts';
import { hoursApart, keepsName } from './merge-pass.ts';
import type { Cluster } from './records.ts';
import { decay } from './similarity.ts';

const SIGNS_LEAST = 2;
const LINK_SCORE = 0.45;
const PARTNERS_READ = 8;
const SIGNS_KEPT = 12;

type Signs = { readonly weights: ReadonlyMap<number, number>; readonly norm: number };

export function linkLanguages(state: ClustererState): void {
  if (state.lexicon.languages() < 2) return;
  const signs = new Map<Cluster, Signs>();
  const signsFor = (cluster: Cluster) => {
    const known = signs.get(cluster) ?? signsOf(state, cluster);
    signs.set(cluster, known);
    return known;
  };
  const best = new Map<Cluster, Map<number, Partner>>();
  for (const cluster of state.clusters) {
    for (const partner of findPartners(state, cluster, signsFor)) {
      keepBetter(best, cluster, partner);
      keepBetter(best, partner.cluster, { cluster, score: partner.score });
    }
  }
  const links: { a: Cluster; b: Cluster; score: number }[] = [];
  for (const [a, partners] of best) {
    for (const { cluster: b, score } of partners.values()) {
      if (a.slot < b.slot && best.get(b)?.get(a.language)?.cluster === a) links.push({ a, b, score });
    }
  }
  links.sort((x, y) => y.score - x.score || x.a.slot - y.a.slot || x.b.slot - y.b.slot);
  for (const { a, b } of links) {
    if (a.story === b.story || !mayShareStory(state, a.story, b.story)) continue;
    const [into, from] = keepsName(a.story, b.story) ? [a.story, b.story] : [b.story, a.story];
    mergeStories(state, into, from);
  }
}

type Partner = { readonly cluster: Cluster; readonly score: number };

function keepBetter(best: Map<Cluster, Map<number, Partner>>, of: Cluster, partner: Partner): void {
  const byLanguage = best.get(of) ?? new Map<number, Partner>();
  best.set(of, byLanguage);
  const known = byLanguage.get(partner.cluster.language);
  const isBetter =
    !known ||
    partner.score > known.score ||
    (partner.score === known.score && partner.cluster.slot < known.cluster.slot);
  if (isBetter) byLanguage.set(partner.cluster.language, partner);
}

function findPartners(state: ClustererState, cluster: Cluster, signsFor: (cluster: Cluster) => Signs): Partner[] {
  const own = signsFor(cluster);
  const partners = state.signPostings.candidates({
    probes: Int32Array.from(own.weights.keys()),
    rarities: state.lexicon.rarities(),
    reach: state.tuning.postingReach,
    limit: PARTNERS_READ,
    accepts: (other) => other.language !== cluster.language,
  });
  return partners.flatMap((other) => {
    const theirs = signsFor(other);
    let dot = 0;
    let shared = 0;
    for (const [sign, weight] of own.weights) {
      const match = theirs.weights.get(sign);
      if (match === undefined) continue;
      dot += weight * match;
      shared++;
    }
    const hours = hoursApart(cluster, other);
    const score = (dot / (own.norm * theirs.norm || 1)) * decay(hours, state.tuning.decayHours);
    return shared >= SIGNS_LEAST && score >= LINK_SCORE ? [{ cluster: other, score }] : [];
  });
}

/** The cluster's strongest signs: how many of its members carry each, times its rarity. */
function signsOf(state: ClustererState, cluster: Cluster): Signs {
  const counts = new Map<number, number>();
  for (const member of cluster.members) for (const sign of member.signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const weights = [...counts]
    .map(([sign, count]) => [sign, (count / cluster.members.length) * state.lexicon.rarity(sign)] as const)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, SIGNS_KEPT);
  const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return { weights: new Map(weights), norm };
}
