// The roster has the times of each cluster's articles for searches, and stays right as articles come and go.
import { expect, it } from 'vitest';
import { leave, mergeClusters, splitCluster, withdraw } from '../../../../engine/cluster/clusterer-state.ts';
import type { Cluster } from '../../../../engine/cluster/records.ts';
import { timingOf } from '../../../../engine/cluster/timing.ts';
import { createWindow } from './invented-window.ts';

it('a cluster has the times of its articles', () => {
  const { state, add } = createWindow();
  // More clusters than the table has rows at first.
  const articles = Array.from({ length: 1500 }, (_, n) => add([n], { hours: n / 10 }));
  const clusters = () => new Set([...state.articles.values()].map(({ cluster }) => cluster));
  const expectRight = (cluster: Cluster) => {
    expect(state.roster.timing(cluster)).toEqual(timingOf(cluster.members));
    expect(state.roster.textLength(cluster)).toBe(1);
  };
  for (const { cluster } of articles) expectRight(cluster);
  const [home, ...others] = articles.slice(700, 708);
  if (!home) throw new Error('no articles');
  for (const { cluster } of others) mergeClusters(state, { into: home.cluster, from: cluster });
  expectRight(home.cluster);
  const made = splitCluster(state, { cluster: home.cluster, leaving: others.slice(3) });
  for (const cluster of [home.cluster, made]) expectRight(cluster);
  const [inside, , last] = made.members;
  if (!inside || !last) throw new Error('no members');
  for (const [record, takeOut] of [
    [last, leave],
    [inside, withdraw],
  ] as const) {
    state.articles.delete(record.id);
    takeOut(state, record);
    expectRight(made);
  }
  for (const cluster of clusters()) expectRight(cluster);
});

it('a reused row has no data of the cluster before', () => {
  const { state, add } = createWindow();
  const gone = add([1], { hours: -30 });
  const { row } = gone.cluster;
  withdraw(state, gone);
  const { cluster } = add([2], { hours: 5 });
  expect(cluster.row).toBe(row);
  expect(state.roster.timing(cluster)).toEqual(timingOf(cluster.members));
});
