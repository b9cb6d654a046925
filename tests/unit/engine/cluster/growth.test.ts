// Clusters merge more readily where large clusters are common in the window, and less where they are rare.
import { describe, expect, it } from 'vitest';
import {
  join,
  leave,
  mergeClusters,
  mergeStories,
  splitCluster,
  withdraw,
} from '../../../../engine/cluster/clusterer-state.ts';
import { createClusterSizes, type Growth } from '../../../../engine/cluster/growth.ts';
import { createWindow } from './invented-window.ts';

const cluster = (size: number, language = 1) => ({ members: Array.from({ length: size }, () => ({ language })) });
const many = (count: number, size: number, language = 1) =>
  Array.from({ length: count }, () => cluster(size, language));

function measureGrowth(clusters: Iterable<ReturnType<typeof cluster>>): Growth {
  const sizes = createClusterSizes();
  for (const { members } of clusters) sizes.note(members[0]?.language ?? 0, { before: 0, after: members.length });
  return sizes.measure();
}

describe('growth', () => {
  it.each([
    ['nothing known', [], 3, 1, 1],
    ['the worked example: a fourth report is rare', [...many(270, 3), ...many(10, 9)], 3, 1, (146 / 980 / 0.7) ** 0.6],
    ['a fourth report is common', [...many(33, 3), ...many(100, 8)], 3, 1, 856 / 979 / 0.7],
    ['both count, whichever is larger', [...many(33, 3), ...many(100, 8)], 1, 3, 856 / 979 / 0.7],
    ['larger than any there is', [cluster(20)], 20, 20, (175 / 270 / 0.7) ** 0.6],
  ])('%s', (_, clusters, a, b, expected) => {
    expect(measureGrowth(clusters)(cluster(a), cluster(b))).toBeCloseTo(expected, 6);
  });

  it('goes by language', () => {
    const growth = measureGrowth([...many(500, 1, 1), ...many(100, 8, 2)]);
    expect(growth(cluster(1, 1), cluster(1, 1))).toBeLessThan(0.3);
    expect(growth(cluster(1, 2), cluster(1, 2))).toBeGreaterThan(1);
  });

  it('takes clusters of thousands', () => {
    expect(measureGrowth([cluster(5000)])(cluster(4000), cluster(4000))).toBeGreaterThan(1);
  });

  it('knows the sizes of clusters however they changed', () => {
    const { state, add } = createWindow();
    const [one, two, ...others] = Array.from({ length: 12 }, (_, n) => add([n, n + 1]));
    if (!one || !two) throw new Error('no articles');
    for (const record of others) {
      leave(state, record);
      join(state, { record, cluster: one.cluster });
    }
    mergeStories(state, { into: one.cluster.story, from: two.cluster.story });
    mergeClusters(state, { into: one.cluster, from: two.cluster });
    splitCluster(state, { cluster: one.cluster, leaving: others.slice(0, 4) });
    for (const record of others.slice(3, 6)) withdraw(state, record);
    const clusters = [...state.stories.values()].flatMap((story) => story.clusters);
    const counted = measureGrowth(clusters);
    for (let size = 1; size < 12; size++) {
      const pair = [cluster(size), cluster(1)] as const;
      expect(state.sizes.measure()(...pair)).toBe(counted(...pair));
    }
  });
});
