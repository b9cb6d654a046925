// Centroids share one pair of arrays: each keeps its values while others are added, grow and are removed.
import { expect, it } from 'vitest';
import { join } from '../../../../engine/cluster/clusterer-state.ts';
import type { ArticleRecord, Cluster } from '../../../../engine/cluster/records.ts';
import { createWindow } from './invented-window.ts';

const WORDS = 40;
/** More words than the arrays have room for at first, so that they grow several times. */
const ARTICLES = 1000;

/** Every article has words that no other has. */
const wordsOf = (article: number) => Array.from({ length: WORDS }, (_, n) => WORDS * article + n);

function createReading() {
  const { state, add } = createWindow();
  const articles = Array.from({ length: ARTICLES }, (_, n) => add(wordsOf(n)));
  const read = (cluster: Cluster) => {
    const { terms, weights, from, length } = state.centroids.of(cluster);
    const end = from + length;
    return { terms: [...terms.subarray(from, end)], weights: [...weights.subarray(from, end)] };
  };
  return { state, articles, read };
}

/** A unit vector of equal weights. */
const UNIT = Math.fround(1 / Math.sqrt(WORDS));

it('that are in use outlast those of all others', () => {
  const { articles, read } = createReading();
  for (const { cluster } of articles) read(cluster);
  for (const [n, { cluster }] of articles.entries()) {
    expect(read(cluster)).toEqual({ terms: wordsOf(n), weights: wordsOf(n).map(() => UNIT) });
  }
});

it('grow with every article that joins, without overwriting the next centroid', () => {
  const { state, articles, read } = createReading();
  const [first, second] = articles.slice(0, 2).map(({ cluster }) => cluster) as [Cluster, Cluster];
  for (const cluster of [first, second]) read(cluster);
  for (const article of articles.slice(2, 200)) join(state, { record: article, cluster: first });
  const grown = read(first);
  expect(grown.terms).toHaveLength(199 * WORDS);
  expect(new Set(grown.weights)).toEqual(new Set([UNIT]));
  expect(read(second).terms).toEqual(wordsOf(1));
});

it('are the same whether they were summed at once or grew', () => {
  const { state, articles, read } = createReading();
  const [one, other] = articles.slice(0, 2) as [ArticleRecord, ArticleRecord];
  read(one.cluster);
  join(state, { record: other, cluster: one.cluster });
  const grown = read(one.cluster);
  one.cluster.centroid = null; // as after an article has left
  expect(read(one.cluster)).toEqual(grown);
});

it('stay what they are when those that are in use move together', () => {
  const { state, articles, read } = createReading();
  const few = articles.slice(0, 20).map(({ cluster }) => cluster);
  const words = few.map((_, n) => wordsOf(n));
  for (let pass = 0; pass < 100; pass++) {
    for (const cluster of few) read(cluster);
    for (const { cluster } of articles.slice(500 + pass, 520 + pass)) read(cluster);
    const n = (7 * pass) % few.length;
    // From now on its data come after the others'.
    join(state, { record: articles[20 + pass] as ArticleRecord, cluster: few[n] as Cluster });
    words[n] = [...(words[n] ?? []), ...wordsOf(20 + pass)];
    state.centroids.dropUnused();
    expect(few.map((cluster) => read(cluster).terms)).toEqual(words);
  }
});

it('that nobody asks for any more leave their room to others', () => {
  const { state, articles, read } = createReading();
  for (const { cluster } of articles) read(cluster);
  const roomOf = ({ cluster }: ArticleRecord) => state.centroids.of(cluster).terms.length;
  const [first, last] = [articles[0], articles.at(-1)] as [ArticleRecord, ArticleRecord];
  const before = roomOf(last);
  for (let pass = 0; pass < 300; pass++) {
    for (const { cluster } of articles.slice(0, 10)) {
      cluster.centroid = null;
      read(cluster);
    }
    state.centroids.dropUnused();
  }
  expect(roomOf(first)).toBeLessThan(before / 4);
});

it('that are lent leave their room to the next', () => {
  const { state, articles } = createReading();
  const [lent, kept] = articles.slice(0, 2) as [ArticleRecord, ArticleRecord];
  const from = state.centroids.lendSum([lent], (centroid) => centroid.from);
  expect(state.centroids.of(kept.cluster).from).toBe(from);
});
