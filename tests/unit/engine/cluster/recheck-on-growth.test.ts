// Reports that do not match in a small window come together in a larger one, without a new report.
import { describe, expect, it } from 'vitest';
import { recheckOnGrowth } from '../../../../engine/cluster/recheck-on-growth.ts';
import { decodeState, encodeState } from '../../../../engine/cluster/snapshot-codec.ts';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';
import { ArticleId, FamilyId, StoryId } from '../../../../engine/ids.ts';
import type { ClusterArticle, StoryClusterer } from '../../../../engine/ports.ts';
import { article } from './invented-articles.ts';
import { createWindow } from './invented-window.ts';

const inLetters = (n: number) => n.toString(26).replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)));

/** Four reports of each event; no two events share a word. */
function inventOthers(count: number): ClusterArticle[] {
  return Array.from({ length: count }, (_, n) => {
    const event = inLetters(Math.floor(n / 4));
    return article(`o-${n}`, `gar${event} vel${event} tir${event} mun${inLetters(n)}`);
  });
}

describe('all stories are compared again', () => {
  it('when the window has grown by a quarter, and by 800 articles, as long as it is small', () => {
    const { state, add } = createWindow();
    const record = add([1, 2]);
    state.articles.clear();
    const rechecked: number[] = [];
    for (let size = 1; size <= 20_000; size++) {
      state.articles.set(ArticleId.parse(`n-${size}`), record);
      state.dirty.clear();
      record.cluster.checkedSize = 1;
      recheckOnGrowth(state);
      expect(record.cluster.checkedSize).toBe(state.dirty.size > 0 ? 0 : 1);
      if (state.dirty.has(record.cluster)) rechecked.push(size);
    }
    expect(rechecked).toEqual([800, 1600, 2400, 3200, 4000, 5000, 6250, 7813, 9767]);
  });

  it('also when it has shrunk before, as by what has expired', () => {
    const { state, add } = createWindow();
    const record = add([1, 2]);
    state.recheckedSize = 5000;
    const isRecheckedAt = (size: number) => {
      state.articles.clear();
      for (let n = 0; n < size; n++) state.articles.set(ArticleId.parse(`n-${n}`), record);
      state.dirty.clear();
      recheckOnGrowth(state);
      return state.dirty.has(record.cluster);
    };
    expect([1000, 1799, 1800, 1801].map(isRecheckedAt)).toEqual([false, false, true, false]);
  });

  it('also when the window was opened from a snapshot meanwhile', () => {
    const { state } = createWindow();
    state.recheckedSize = 1600;
    expect(decodeState(encodeState(state), DEFAULT_TUNING)?.recheckedSize).toBe(1600);
  });

  /** At first the words that both share are too common to count. */
  const TALK = Array.from({ length: 130 }, (_, n) =>
    article(`t-${n}`, `Orlen dam fal${inLetters(n)} tir${inLetters(n)} mun${inLetters(n)}`),
  );
  const PAIR = [article('p-1', 'Orlen dam cracks, residents leave'), article('p-2', 'Orlen dam: army sends trucks')];

  function areTogether(clusterer: StoryClusterer): boolean {
    const [a, b] = PAIR.map((one) => clusterer.add(one).storyId);
    return a === b;
  }

  it('so that two reports match once their words have become rare', () => {
    const clusterer = createStoryClusterer();
    for (const one of [...TALK, ...PAIR]) clusterer.add(one);
    clusterer.maintain();
    expect(areTogether(clusterer)).toBe(false);
    for (const { id } of TALK) clusterer.remove(id);
    for (const one of inventOthers(700)) clusterer.add(one);
    clusterer.maintain();
    expect(areTogether(clusterer)).toBe(false);
    for (const one of inventOthers(800)) clusterer.add(one);
    clusterer.maintain();
    expect(areTogether(clusterer)).toBe(true);
  });

  it('but not where their places are settled', () => {
    const clusterer = createStoryClusterer();
    const restore = (one: ClusterArticle, founder: number | string) =>
      clusterer.restore(one, { storyId: StoryId.parse(`s-${founder}`), familyId: FamilyId.parse(one.id) });
    for (const one of PAIR) restore(one, one.id);
    for (const [n, one] of inventOthers(800).entries()) restore(one, Math.floor(n / 4));
    clusterer.settle([]);
    expect(clusterer.maintain().moves).toEqual([]);
    expect(areTogether(clusterer)).toBe(false);
  });
});

describe('a merge that had to wait', () => {
  it('is tried again from the side that its partner would not find', () => {
    const clusterer = createStoryClusterer({ tuning: { joinScore: 9, candidates: 1 } });
    const many = Array.from({ length: 80 }, (_, n) => `mi${inLetters(n)}`).join(' ');
    const articles = [
      article('waits', 'The dam Orlen'),
      article('far', 'The ferry Calliope', { lead: many }), // found in its place, but not close
      article('first', 'Orlen dam cracks, ferry Calliope leaves Westmark'),
      article('second', 'Ferry Calliope leaves Westmark: Orlen dam cracks again'),
    ];
    for (const one of articles) clusterer.add(one);
    const moves = clusterer.maintain().moves.map(({ articleId, storyId }) => `${articleId} ${storyId}`);
    expect(moves).toEqual(['waits s-first', 'second s-first']);
  });
});
