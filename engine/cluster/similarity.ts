// How likely two texts tell of one event, as a score: closeness of words times closeness in time.
import { dotOf } from './centroid.ts';
import type { Centroid, Cluster } from './records.ts';

const HOUR_MS = 3_600_000;

/** Hours from a moment to a cluster's span, 0 inside it and where either time is unknown. */
export function hoursBetween(at: number, cluster: Pick<Cluster, 'first' | 'last'>): number {
  if (at < cluster.first) return (cluster.first - at) / HOUR_MS;
  if (at > cluster.last) return (at - cluster.last) / HOUR_MS;
  return 0;
}

export function decay(hours: number, decayHours: number): number {
  return Math.exp(-hours / decayHours);
}

export type Measured = { readonly terms: Int32Array; readonly weights: Float32Array; readonly norm: number };

export function cosineWith(article: Measured, centroid: Centroid, rarities: Float32Array): number {
  if (article.norm === 0 || centroid.norm === 0) return 0;
  return dotOf(article, article.terms.length, centroid, centroid.length, rarities) / (article.norm * centroid.norm);
}

export function cosineOf(a: Centroid, b: Centroid, rarities: Float32Array): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  return dotOf(a, a.length, b, b.length, rarities) / (a.norm * b.norm);
}
