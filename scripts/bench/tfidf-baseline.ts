// The baseline: plain streaming TF-IDF with nearest centroids and nothing else.
import type { ArticleId } from '../../engine/ids.ts';
import type { ClusterArticle } from '../../engine/ports.ts';

/** The best value between 0.14 and 0.30 for this method on the public sets. */
const JOIN = 0.2;
const DECAY_HOURS = 48;
const READ_CHARACTERS = 600;
const PROBE_TERMS = 14;
const REACH = 256;

type Group = { readonly id: string; readonly sum: Map<string, number>; first: number; last: number };

export function clusterByTfidf(articles: readonly ClusterArticle[]): Map<ArticleId, string> {
  const counts = new Map<string, number>();
  const lists = new Map<string, Group[]>();
  const places = new Map<ArticleId, string>();
  let total = 0;
  for (const article of articles) {
    const vector = toVector(article, (term) => Math.log((total + 101) / ((counts.get(term) ?? 0) + 1)));
    for (const term of vector.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
    total++;
    const probes = [...vector].sort((a, b) => b[1] - a[1]).slice(0, PROBE_TERMS);
    const candidates = new Set(probes.flatMap(([term]) => lists.get(term)?.slice(-REACH) ?? []));
    let best: Group | null = null;
    let bestScore = JOIN;
    for (const group of candidates) {
      const score = cosine(vector, group.sum) * inTime(article.publishedAt, group);
      if (score > bestScore) [best, bestScore] = [group, score];
    }
    const home = best ?? {
      id: article.id,
      sum: new Map(),
      first: Number.POSITIVE_INFINITY,
      last: Number.NEGATIVE_INFINITY,
    };
    for (const [term, weight] of vector) home.sum.set(term, (home.sum.get(term) ?? 0) + weight);
    home.first = Math.min(home.first, article.publishedAt ?? home.first);
    home.last = Math.max(home.last, article.publishedAt ?? home.last);
    for (const [term] of probes) {
      const list = lists.get(term);
      if (!list) lists.set(term, [home]);
      else if (list.at(-1) !== home) list.push(home);
    }
    places.set(article.id, home.id);
  }
  return places;
}

function toVector({ title, lead, body }: ClusterArticle, rarity: (term: string) => number): Map<string, number> {
  const text = (lead || body || '').slice(0, READ_CHARACTERS);
  const vector = new Map<string, number>();
  for (const word of `${title} ${title} ${text}`.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []) {
    vector.set(word, (vector.get(word) ?? 0) + 1);
  }
  let squares = 0;
  for (const [term, count] of vector) {
    const weight = (1 + Math.log(count)) * rarity(term);
    vector.set(term, weight);
    squares += weight * weight;
  }
  for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(squares || 1));
  return vector;
}

function cosine(vector: ReadonlyMap<string, number>, sum: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [term, weight] of vector) dot += weight * (sum.get(term) ?? 0);
  if (dot === 0) return 0;
  let squares = 0;
  for (const weight of sum.values()) squares += weight * weight;
  return dot / Math.sqrt(squares);
}

function inTime(at: number | null, { first, last }: Group): number {
  if (at === null || first > last) return 1;
  return Math.exp(-Math.max(0, first - at, at - last) / 3_600_000 / DECAY_HOURS);
}
