// Searches for clusters: which are found, in which order, and which are skipped.
import { describe, expect, it } from 'vitest';
import { join, leave, mergeClusters, splitCluster, withdraw } from '../../../../engine/cluster/clusterer-state.ts';
import { createSignPostings } from '../../../../engine/cluster/sign-postings.ts';
import { createWindow } from './invented-window.ts';

describe('postings', () => {
  it('rank clusters by the words they share, the rarer the more, and the older first', () => {
    const { postings, add, query } = createWindow();
    const [common, rare, both] = [add([0]), add([2]), add([0, 2])];
    const twin = add([0, 2]);
    expect(postings.candidates(query([0, 1, 2]))).toEqual([both.cluster, twin.cluster]);
    expect(postings.candidates(query([0, 1, 2], (cluster) => cluster !== both.cluster))).toEqual([
      twin.cluster,
      rare.cluster,
    ]);
    expect(postings.candidates(query([0], (cluster) => cluster === common.cluster))).toEqual([common.cluster]);
  });

  it('skip the cluster that is compared', () => {
    const { postings, add, query } = createWindow();
    const [asking, other] = [add([1, 2]), add([1, 2])];
    expect(postings.candidates({ ...query([1, 2]), own: asking.cluster.row })).toEqual([other.cluster]);
  });

  it('put clusters near in time first, and skip those that are too far', () => {
    const { postings, add, query } = createWindow();
    const [yesterday, now] = [add([2], { hours: -24 }), add([2])];
    add([1, 2], { hours: -41 });
    add([1, 2], { hours: 41 });
    expect(postings.candidates(query([1, 2]))).toEqual([now.cluster, yesterday.cluster]);
  });

  it('skip other languages and removed articles', () => {
    const { state, postings, add, query } = createWindow();
    add([2], { language: 2 });
    const [gone, here] = [add([2]), add([2])];
    state.roster.unassign(gone.slot);
    expect(postings.candidates(query([2]))).toEqual([here.cluster]);
    expect(postings.candidates({ ...query([2]), language: 'any' })).toHaveLength(2);
  });
});

it('features that are listed at the first search are found as if they had always been listed', () => {
  const { state, add, query } = createWindow();
  const signs = createSignPostings(state.roster, state.articles);
  const early = add([], { signs: [1, 2] });
  signs.add(early.slot, Int32Array.from([1, 2]));
  expect(signs.candidates(query([2]))).toEqual([early.cluster]);
  const late = add([], { signs: [2] });
  signs.add(late.slot, Int32Array.from([2]));
  expect(signs.candidates(query([1, 2]))).toEqual([early.cluster, late.cluster]);
});

it('maintenance examines a cluster that lost a moved article, but not one that lost a removed article', () => {
  const { state, add } = createWindow();
  const { cluster } = add([0, 1]);
  const [moved, expired] = [add([0, 1]), add([0, 1])];
  for (const record of [moved, expired]) {
    leave(state, record);
    join(state, { record, cluster });
  }
  state.dirty.clear();
  withdraw(state, expired);
  expect(state.dirty.size).toBe(0);
  leave(state, moved);
  expect([...state.dirty]).toEqual([cluster]);
});

it('a cluster keeps the text length of its first member, whatever joins, leaves or merges', () => {
  const { state, add } = createWindow();
  const [first, second] = [add([0, 1]), add([0, 1, 2])];
  const { cluster } = first;
  const other = second.cluster;
  const { textLength } = state.roster;
  expect([textLength(cluster), textLength(other)]).toEqual([2, 3]);
  mergeClusters(state, { into: other, from: cluster });
  expect(textLength(other)).toBe(2);
  const made = splitCluster(state, { cluster: other, leaving: [first] });
  expect([textLength(made), textLength(other)]).toEqual([2, 3]);
  leave(state, first);
  join(state, { record: first, cluster: other });
  withdraw(state, second);
  expect(textLength(other)).toBe(2);
});
