// Which clusters were split from which, named by their oldest articles, so that a clusterer that is built anew knows it, too.
import type { Parting } from '../schema.ts';
import type { ClustererState } from './clusterer-state.ts';
import type { Cluster } from './records.ts';
import { withLast } from './short-lists.ts';

type Parted = Pick<ClustererState, 'parted'>;

export function listPartings({ parted }: Parted): Parting[] {
  return [...parted.values()].flatMap((cluster) =>
    cluster.splitFrom.flatMap((slot): Parting[] => {
      const [one, other] = [cluster.members[0], parted.get(slot)?.members[0]];
      return one && other ? [[one.id, other.id]] : [];
    }),
  );
}

/** Skips partings of articles that are missing or in one cluster now. */
export function putBackPartings(state: Parted & Pick<ClustererState, 'articles'>, partings: readonly Parting[]): void {
  for (const [oneId, otherId] of partings) {
    const [one, other] = [state.articles.get(oneId)?.cluster, state.articles.get(otherId)?.cluster];
    if (one === undefined || other === undefined || one === other) continue;
    one.splitFrom = withLast(one.splitFrom, other.slot);
    noteParted(state, [one, other]);
  }
}

export function noteParted({ parted }: Parted, clusters: readonly Cluster[]): void {
  for (const cluster of clusters) parted.set(cluster.slot, cluster);
}

/** Fills `parted` after a snapshot was read, which stores only slots. */
export function findParted({ stories, parted }: Parted & Pick<ClustererState, 'stories'>): void {
  const clusters = [...stories.values()].flatMap((story) => story.clusters);
  const from = new Set(clusters.flatMap(({ splitFrom }) => splitFrom));
  noteParted(
    { parted },
    clusters.filter(({ slot, splitFrom }) => splitFrom.length > 0 || from.has(slot)),
  );
}
