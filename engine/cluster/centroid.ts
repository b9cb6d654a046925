// The sum of a cluster's unit vectors, and how close an article or another cluster is to it.
//
// A vector is two parallel arrays: ascending term numbers and weights before rarity. Rarity is multiplied in only when
// two vectors are compared, so that a word that becomes common loses its say in old clusters too. Worked example with
// rarities a: 2, b: 1:
//   article {a: 1, b: 1} has the norm √(1²·2² + 1²·1²) = 2.236, so it adds {a: 0.447, b: 0.447} to its cluster.
//   cosine with an article {a: 1} (norm 2) = 0.447·1·2² / (norm of the centroid 1 × 2) = 0.894.
// Two ascending lists are compared by walking both once, which beats hash tables at this size (100 terms).
import type { ArticleRecord, Centroid, Cluster } from './records.ts';

export type Sparse = { readonly terms: Int32Array; readonly weights: Float32Array };

export function normOf({ terms, weights }: Sparse, rarities: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const value = (weights[i] ?? 0) * (rarities[terms[i] ?? 0] ?? 0);
    sum += value * value;
  }
  return Math.sqrt(sum);
}

/** One shared word, however rare, is a coincidence: with two the same names and things meet. */
const SHARED_LEAST = 2;

/** Sum of products with rarity squared; 0 with fewer than two shared words. */
export function dotOf(a: Sparse, aLength: number, b: Sparse, bLength: number, rarities: Float32Array): number {
  const aTerms = a.terms;
  const bTerms = b.terms;
  let sum = 0;
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < aLength && j < bLength) {
    const left = aTerms[i] ?? 0;
    const right = bTerms[j] ?? 0;
    if (left === right) {
      const rarity = rarities[left] ?? 0;
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0) * rarity * rarity;
      shared++;
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return shared < SHARED_LEAST ? 0 : sum;
}

/** Of the members in their order, so that a cluster read back from storage has the very same sum. */
export function centroidOf(cluster: Cluster, rarities: Float32Array): Centroid {
  if (cluster.centroid) return cluster.centroid;
  const made: Centroid = { terms: new Int32Array(0), weights: new Float32Array(0), length: 0, norm: 0 };
  for (const member of cluster.members) addVector(made, member);
  made.norm = normOf({ terms: made.terms.subarray(0, made.length), weights: made.weights }, rarities);
  cluster.centroid = made;
  return made;
}

/** Leaves the norm to the caller: during a rebuild it is needed only once. */
export function addVector(centroid: Centroid, article: Pick<ArticleRecord, 'terms' | 'weights' | 'norm'>): void {
  const share = article.norm > 0 ? 1 / article.norm : 0;
  const room = centroid.length + article.terms.length;
  const terms = new Int32Array(room);
  const weights = new Float32Array(room);
  let i = 0;
  let j = 0;
  let k = 0;
  while (i < centroid.length || j < article.terms.length) {
    const left = i < centroid.length ? (centroid.terms[i] ?? 0) : Number.MAX_SAFE_INTEGER;
    const right = j < article.terms.length ? (article.terms[j] ?? 0) : Number.MAX_SAFE_INTEGER;
    terms[k] = Math.min(left, right);
    weights[k] =
      (left <= right ? (centroid.weights[i] ?? 0) : 0) + (right <= left ? (article.weights[j] ?? 0) * share : 0);
    if (left <= right) i++;
    if (right <= left) j++;
    k++;
  }
  centroid.terms = terms;
  centroid.weights = weights;
  centroid.length = k;
}
