// What a separation forbids after stories were merged or split, and after separations were undone.
import { describe, expect, it } from 'vitest';
import { createSeparations, type Separations } from '../../../../engine/cluster/separations.ts';
import { ArticleId, StoryId } from '../../../../engine/ids.ts';

const [x, y] = ['x', 'y'].map((id) => ArticleId.parse(id)) as [ArticleId, ArticleId];
const [A, B, C, D] = ['s-a', 's-b', 's-c', 's-d'].map((id) => StoryId.parse(id)) as [
  StoryId,
  StoryId,
  StoryId,
  StoryId,
];

const pair = (articleId: ArticleId, storyId: StoryId) => ({ articleId, storyId });

const barredOf = (separations: Separations, id = x) => [A, B, C, D].filter((story) => separations.isBarred(id, story));

const reopened = (separations: Separations) => createSeparations(separations.save());

/** Each case as it is, and after reopening from a snapshot. */
function expectBarred(separations: Separations, stories: readonly StoryId[]): void {
  expect(barredOf(separations)).toEqual(stories);
  expect(barredOf(reopened(separations))).toEqual(stories);
}

describe('a story that takes its name back', () => {
  it('is apart still, and so is the one that it was part of', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.redirect(A, B);
    separations.revive(A);
    expect(separations.resolve(A)).toBe(A);
    expectBarred(separations, [A, B]);
    separations.inherit(B, A);
    expectBarred(separations, [A, B]);
  });

  it('keeps what was merged into it before, and the story that another one was merged into', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.redirect(A, B);
    separations.redirect(B, C);
    separations.redirect(D, B); // B exists again
    expectBarred(separations, [A, B, C, D]);
  });

  it('bars nobody else', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.add(pair(y, C));
    separations.redirect(A, B);
    separations.revive(A);
    expect(barredOf(separations, y)).toEqual([C]);
  });
});

describe('marks, put back where no redirects are known', () => {
  const marked = () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.redirect(A, B);
    separations.inherit(B, C);
    const rebuilt = createSeparations();
    for (const mark of separations.marks()) rebuilt.add(mark);
    return rebuilt;
  };

  it('bar from what the story was merged into, and from what was parted from that', () => {
    expectBarred(marked(), [A, B, C]);
  });

  it('are taken back together under the name of now', () => {
    const separations = marked();
    separations.delete(pair(x, B));
    expect(separations.isEmpty()).toBe(true);
  });
});

describe('taking a mark back', () => {
  it('changes nothing where there is none', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.delete(pair(y, A));
    expectBarred(separations, [A]);
  });

  it('also takes back what followed from it for parts split off', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.inherit(A, B);
    separations.inherit(B, C);
    expectBarred(separations, [A, B, C]);
    for (const one of [separations, reopened(separations)]) {
      one.delete(pair(x, A));
      expectBarred(one, []);
      expect(one.isEmpty()).toBe(true);
    }
  });

  it('also takes back what followed from it for the story that it was part of', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.redirect(A, B);
    separations.revive(A);
    separations.delete(pair(x, A));
    expectBarred(separations, []);
  });

  it('leaves other marks, also where one says what followed from the other', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.inherit(A, B);
    separations.add(pair(x, B));
    separations.add(pair(x, D));
    separations.inherit(A, D);
    separations.add(pair(y, A));
    separations.delete(pair(x, A));
    expectBarred(separations, [B, D]);
    expect(barredOf(separations, y)).toEqual([A]);
  });

  it('of a part leaves the mark on the rest', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.inherit(A, B);
    separations.delete(pair(x, B));
    expectBarred(separations, [A]);
  });

  it('of a merged story is done under its new name', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.inherit(A, C);
    separations.redirect(A, B);
    separations.delete(pair(x, B));
    expectBarred(separations, []);
  });
});

describe('forgetting', () => {
  const forget = (separations: Separations, living: { stories?: StoryId[]; articles?: ArticleId[] }) => {
    const { stories = [], articles = [] } = living;
    separations.forget({ hasStory: (id) => stories.includes(id), hasArticle: (id) => articles.includes(id) });
    return separations.save();
  };

  const marked = () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.redirect(A, B);
    separations.redirect(B, C);
    return separations;
  };

  it.each<readonly [string, Parameters<typeof forget>[1], 'keeps' | 'drops']>([
    ['of a story that lives', { stories: [C] }, 'keeps'],
    ['of a story and an article that live', { stories: [C], articles: [x] }, 'keeps'],
    [
      'of a story that is gone, whose founder may come again, and an article that may join it',
      { articles: [x] },
      'keeps',
    ],
    ['of a story that is gone and a page', {}, 'drops'],
    ['of a story that is gone and a page, while a story lives that it was not merged into', { stories: [D] }, 'drops'],
  ])('a mark %s', (_, living, what) => {
    const separations = marked();
    const { pairs, redirects } = forget(separations, living);
    expect([pairs.length, redirects.length]).toEqual(what === 'keeps' ? [1, 2] : [0, 0]);
    expectBarred(separations, what === 'keeps' ? [A, B, C] : []);
  });

  it('drops redirects that lead nowhere and keeps those that readers may follow', () => {
    const separations = createSeparations();
    separations.redirect(A, B);
    separations.redirect(C, D);
    expect(forget(separations, { stories: [B] }).redirects).toEqual([[A, B]]);
  });

  it('drops what followed for a part that is gone, and keeps the mark', () => {
    const separations = createSeparations();
    separations.add(pair(x, A));
    separations.inherit(A, B);
    forget(separations, { stories: [A] });
    expectBarred(separations, [A]);
  });
});
