// Clustering with dense vectors: what they change, and that nothing changes without them.
import { describe, expect, it } from 'vitest';
import { addDense, blend, maxBlend, toDense } from '../../../../engine/cluster/dense.ts';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';
import type { ClusterArticle } from '../../../../engine/ports.ts';
import { article, NOON, STREAM } from './invented-articles.ts';

const TUNING = { ...DEFAULT_TUNING, denseWeight: 0.4, denseNeutral: 0.5 };
const dense = (...components: number[]) => toDense(Float32Array.from(components));

describe('toDense', () => {
  it('keeps a direction', () => {
    expect([...(dense(0.5, -1, 0) ?? [])]).toEqual([64, -127, 0]);
    expect(dense(1e-20, 2e-20)).toEqual(dense(1, 2));
  });

  it.each([[[]], [[0, 0]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY, 1]]])(
    'has no direction for %j',
    (components) => {
      expect(dense(...components)).toBeNull();
    },
  );
});

describe('blend', () => {
  it.each([
    { alike: 'the same', b: [1, 0], blended: 0.2 + 0.4 * 0.5 },
    { alike: 'as alike as any two', b: [0.5, Math.sqrt(0.75)], blended: 0.2 },
    { alike: 'unlike', b: [0, 1], blended: 0 },
  ])('adds to the words of texts whose vectors are $alike', ({ b, blended }) => {
    expect(blend({ byWords: 0.2, vectors: [dense(1, 0), dense(...b)] }, TUNING)).toBeCloseTo(blended, 2);
  });

  it('uses the words alone if a side has no vector, or one of another encoder', () => {
    expect(blend({ byWords: 0.2, vectors: [dense(1, 0), null] }, TUNING)).toBe(0.2);
    expect(blend({ byWords: 0.2, vectors: [null, dense(1, 0)] }, TUNING)).toBe(0.2);
    expect(blend({ byWords: 0.2, vectors: [dense(1, 0), dense(1, 0, 0)] }, TUNING)).toBe(0.2);
  });

  it.each([
    { what: 'a side without a vector', a: null, most: 1 },
    { what: 'a side with one', a: dense(1, 0), most: 1.2 },
  ])('gives at most $most for $what', ({ a, most }) => {
    expect(maxBlend(a, TUNING)).toBe(most);
    expect(blend({ byWords: 1, vectors: [a, dense(1, 0)] }, TUNING)).toBe(most);
    expect(maxBlend(a, { ...TUNING, denseNeutral: 1.5 })).toBe(1);
  });

  it('compares with the sum of a story', () => {
    const sum = addDense(addDense(null, dense(1, 0)), dense(0, 1));
    expect(blend({ byWords: 0.2, vectors: [dense(1, 1), sum] }, TUNING)).toBeCloseTo(0.2 + 0.4 * 0.5, 2);
    expect(addDense(sum, null)).toBe(sum);
    expect(addDense(sum, dense(1, 0, 0))).toBe(sum);
  });
});

describe('a clusterer', () => {
  const SAME = Float32Array.from([1, 0, 0]);
  const OTHER = Float32Array.from([0, 1, 0]);
  const first = article('a', 'Brandt tax villa verdict in Lund');
  const second = article('b', 'Lund court rules: Brandt owes the treasury four million');
  const far = article('b', 'Footballer Brandt to sell house after ruling');

  function pairOf(a: ClusterArticle, b: ClusterArticle) {
    const clusterer = createStoryClusterer();
    for (const one of STREAM) clusterer.add(one);
    const stories = new Map([a, b].map((one) => [one.id, clusterer.add(one).storyId]));
    for (const { articleId, storyId } of clusterer.maintain().moves) stories.set(articleId, storyId);
    return { clusterer, isOne: stories.get(a.id) === stories.get(b.id) };
  }

  it('joins by vectors what words leave apart', () => {
    expect(pairOf(first, far).isOne).toBe(false);
    expect(pairOf({ ...first, dense: SAME }, { ...far, dense: SAME }).isOne).toBe(true);
    expect(pairOf({ ...first, dense: SAME }, far).isOne).toBe(false);
  });

  it('keeps apart by vectors what words would join', () => {
    expect(pairOf(first, second).isOne).toBe(true);
    expect(pairOf({ ...first, dense: SAME }, { ...second, dense: OTHER }).isOne).toBe(false);
    expect(pairOf({ ...first, dense: SAME }, second).isOne).toBe(true);
  });

  it('carries vectors in its snapshots', () => {
    const { clusterer } = pairOf({ ...first, dense: SAME }, { ...second, dense: OTHER });
    const opened = openStoryClusterer(clusterer.snapshot());
    const third = { ...article('c', 'Brandt to pay for villa', { publishedAt: NOON }), dense: SAME };
    expect(opened?.add(third)).toEqual(clusterer.add(third));
    expect(opened?.snapshot().data).toEqual(clusterer.snapshot().data);
  });

  it('places an article again when its vector arrives later, but not when the same vector arrives again', () => {
    const { clusterer } = pairOf(first, second);
    const before = clusterer.snapshot().data.length;
    clusterer.add({ ...second, dense: SAME });
    const withVector = clusterer.snapshot().data;
    expect(withVector.length).toBeGreaterThan(before);
    clusterer.add({ ...second, dense: SAME });
    expect(clusterer.snapshot().data).toEqual(withVector);
  });
});
