// Finds the cluster that an article fits best, without changing anything.
import { normOf, normOfCentroid, type Sparse, toSlice } from './centroid.ts';
import type { ClustererState } from './clusterer-state.ts';
import { blend } from './dense.ts';
import { unpackProbes, unpackText } from './packed-text.ts';
import type { ArticleRecord, Cluster } from './records.ts';
import { scoreOf } from './similarity.ts';
import { areTimed, hoursUntil, nearnessOf, timingOf, UNTIMED } from './timing.ts';

/** No caller needs lower scores; two days apart, no cluster can reach this one, whatever its words. */
const SCORE_LEAST = 0.1;

export type Fit = { readonly cluster: Cluster; readonly score: number };

export type Placeable = Pick<ArticleRecord, 'at' | 'language' | 'dense'> & Sparse & { readonly probes: Int32Array };

type FitQuery = { readonly article: Placeable; readonly accepts: (cluster: Cluster) => boolean };

/** The article as it was when it was first placed. */
export function toQuery({ packed, at, language, dense }: ArticleRecord): Placeable {
  return { ...unpackText(packed), probes: unpackProbes(packed), at, language, dense };
}

/** Best first; at equal scores the older cluster first, so that the answer never depends on a hash table's order. */
export function findFits(state: ClustererState, { article, accepts }: FitQuery): readonly Fit[] {
  const { tuning, postings, lexicon, roster } = state;
  if (article.terms.length === 0) return [];
  const timing = timingOf([article]);
  const vector = toSlice(article);
  const newness = state.newness.around(timing);
  const norm = normOf({ ...vector, language: article.language }, lexicon);
  const candidates = postings.candidates({
    probes: article.probes,
    rarities: lexicon.rarities(),
    reach: tuning.postingReach,
    limit: tuning.candidates,
    span: timing,
    decayHours: tuning.decayHours,
    hoursMost: hoursUntil(SCORE_LEAST, tuning.decayHours),
    language: article.language,
    accepts,
  });
  // All centroids are fetched before the first is compared, so that their cache misses overlap.
  const centroids = candidates.map((cluster) => state.centroids.of(cluster));
  const dots = state.dotProducts(vector, centroids);
  const fits: Fit[] = [];
  const theirs = { ...UNTIMED };
  for (let i = 0; i < candidates.length; i++) {
    const cluster = candidates[i];
    const centroid = centroids[i];
    if (!cluster || !centroid) continue;
    const nearness = nearnessOf({ a: timing, b: roster.timing(cluster, theirs) }, tuning);
    if (nearness < SCORE_LEAST) continue;
    const byWords = (dots[i] ?? 0) / (norm * normOfCentroid(centroid, lexicon));
    const cosine = blend({ byWords, vectors: [article.dense, centroid.dense] }, tuning);
    const terms = Math.min(article.terms.length, centroid.textLength);
    const isTimed = areTimed(timing, theirs);
    fits.push({ cluster, score: scoreOf({ cosine, nearness, terms, isTimed, newness }, tuning) });
  }
  return fits.sort((a, b) => b.score - a.score || a.cluster.slot - b.cluster.slot);
}
