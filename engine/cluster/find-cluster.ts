// Finds the cluster that an article fits best, without changing anything.
import type { ClustererState } from './clusterer-state.ts';
import type { ArticleRecord, Cluster } from './records.ts';
import { cosineWith, decay, hoursBetween, strictness, textLength } from './similarity.ts';

export type Fit = { readonly cluster: Cluster; readonly score: number; readonly cosine: number };

type Placeable = Pick<ArticleRecord, 'terms' | 'weights' | 'probes' | 'at' | 'language'>;

/** Best first; at equal score the older cluster, so that the answer never depends on the order of a hash table. */
export function findFits(
  state: ClustererState,
  article: Placeable,
  accepts: (cluster: Cluster) => boolean,
): readonly Fit[] {
  const { tuning, postings, lexicon } = state;
  const nearness = (cluster: Cluster) => decay(hoursBetween(article.at, cluster), tuning.decayHours);
  const fits: Fit[] = [];
  for (const cluster of postings.candidates({
    probes: article.probes,
    rarities: lexicon.rarities(),
    reach: tuning.postingReach,
    limit: tuning.candidates,
    nearness,
    accepts: (one) => one.language === article.language && accepts(one),
  })) {
    const cosine = cosineWith(article, cluster.centroid, lexicon);
    fits.push({
      cluster,
      cosine,
      score: (cosine * nearness(cluster)) / strictness(Math.min(article.terms.length, textLength(cluster)), tuning),
    });
  }
  return fits.sort((a, b) => b.score - a.score || a.cluster.slot - b.cluster.slot);
}
