// In a crowd closeness says less; outside of one, and where large clusters are common, it says what it says.
import { describe, expect, it } from 'vitest';
import { createCrowds, crowdOf, easeOf } from '../../../../engine/cluster/crowding.ts';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { article } from './invented-articles.ts';
import { createWindow } from './invented-window.ts';

describe('a crowd', () => {
  it.each([
    ['nobody', [], 0],
    ['the two nearest may be of the same event', [0.9, 0.8], 0],
    ['one more', [0.9, 0.1, 0.8], 0.1],
    ['the worked example, in any order', [0.1, 0.2, 0.3, 0.2, 0.1, 0.3, 0.2], 0.16],
    ['the five after the two nearest', [0.9, 0.8, 0.3, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1], 0.3],
  ])('%s', (_, cosines, expected) => {
    expect(crowdOf(cosines)).toBeCloseTo(expected, 6);
  });

  it.each([
    ['the worked example', 0.11, 0.9, 2 ** -0.6],
    ['as large as usual', 0.055, 0.9, 1],
    ['small', 0.05, 0.9, 1.1 ** 0.6],
    ['none, where nearly all clusters are small', 0, 1, 1.5],
    ['none, where many are', 0, 0.7, 2.75 ** 0.2],
    ['any, where large clusters are common', 0.5, 0.6, 1],
    ['any, where most clusters are large', 0.5, 0.1, 1],
  ])('%s', (_, crowd, small, expected) => {
    expect(easeOf(crowd, small)).toBeCloseTo(expected, 6);
  });
});

describe('the crowd around two clusters', () => {
  /** Two reports that share two words, and `others` that share two with the first and one with each other. */
  function measure(others: number): number {
    const { state, add } = createWindow();
    const [a, b] = [add([1, 2, 3, 4]), add([1, 2, 5, 6])];
    const probes = [a, b].map(({ slot }, i) => ({
      slot,
      terms: Int32Array.from([1, 2, ...(i === 0 ? [3, 4] : [5, 6])]),
    }));
    for (let n = 0; n < others; n++) {
      const terms = [3, 4, 10 + 2 * n, 11 + 2 * n];
      probes.push({ slot: add(terms).slot, terms: Int32Array.from(terms) });
    }
    for (let n = 0; n < 400; n++) add([100 + 2 * n, 101 + 2 * n]); // nobody's neighbors: most clusters are small
    for (let term = 0; term < 1000; term++) state.lexicon.intern(`w:${term}`, 1, '');
    for (const { slot, terms } of probes) state.postings.add(slot, terms);
    return createCrowds(state).easeOf(a.cluster, b.cluster);
  }

  it('is none where the two nearest are all', () => {
    expect(measure(0)).toBeCloseTo(1.5, 6);
    expect(measure(2)).toBeCloseTo(1.5, 6);
  });

  it('counts the neighbors of each but the other', () => {
    expect(measure(4)).toBeLessThan(1);
    expect(measure(7)).toBeLessThan(measure(4));
  });
});

describe('in a window of small stories', () => {
  const inLetters = (n: number) => n.toString(26).replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)));
  const words = (beginning: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${beginning}${inLetters(n)}`);

  function openWindow() {
    const clusterer = createStoryClusterer();
    for (let n = 0; n < 400; n++) clusterer.add(article(`o-${n}`, words(`g${inLetters(n)}`, 4).join(' ')));
    return clusterer;
  }

  it('two reports meet that are a little alike, and like nothing else', () => {
    const clusterer = openWindow();
    const pair = ['ka', 'zu'].map((beginning, n) =>
      article(`p-${n}`, `The dam Orlen ${words(beginning, 12).join(' ')}`),
    );
    for (const one of pair) clusterer.add(one);
    clusterer.maintain();
    expect(new Set(pair.map((one) => clusterer.add(one).storyId)).size).toBe(1);
  });

  it.each([
    ['at once where nothing else is like it', 0, true],
    ['not at once where many are', 7, false],
  ])('a report joins what it is close to, %s', (_, others, joins) => {
    const clusterer = openWindow();
    const own = words('ka', 12);
    const home = clusterer.add(article('home', [...own.slice(0, 5), ...words('zu', 6)].join(' ')));
    for (let n = 0; n < others; n++) {
      const shared = own.slice(5 + (n % 6), 7 + (n % 6));
      clusterer.add(article(`x-${n}`, [...shared, ...words(`f${inLetters(n)}`, 3)].join(' ')));
    }
    expect(clusterer.add(article('late', own.join(' '))).storyId === home.storyId).toBe(joins);
  });
});
