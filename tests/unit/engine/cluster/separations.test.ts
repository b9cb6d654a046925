// What a mark "not the same story" forbids after stories were merged, split off again, and marks were taken back.
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

const barredOf = (separations: Separations, id = x) => [A, B, C, D].filter((story) => separations.isBarred(id, story));

const reopened = (separations: Separations) => createSeparations(separations.save());

/** Each as it is, and as it is after a snapshot was opened. */
function expectBarred(separations: Separations, stories: readonly StoryId[]): void {
  expect(barredOf(separations)).toEqual(stories);
  expect(barredOf(reopened(separations))).toEqual(stories);
}

describe('a story that takes its name back', () => {
  it('is apart still, and so is the one that it was part of', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.redirect(A, B);
    separations.revive(A);
    expectBarred(separations, [A, B]);
    separations.inherit(B, A);
    expectBarred(separations, [A, B]);
  });

  it('lets go neither of what was merged before, nor where another was merged into it', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.redirect(A, B);
    separations.redirect(B, C);
    separations.redirect(D, B); // B lives again
    expectBarred(separations, [A, B, C, D]);
  });

  it('bars nobody else', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.add(y, C);
    separations.redirect(A, B);
    separations.revive(A);
    expect(barredOf(separations, y)).toEqual([C]);
  });
});

describe('taking a mark back', () => {
  it('also takes back what followed from it for parts split off', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.inherit(A, B);
    separations.inherit(B, C);
    expectBarred(separations, [A, B, C]);
    for (const one of [separations, reopened(separations)]) {
      one.delete(x, A);
      expectBarred(one, []);
      expect(one.isEmpty()).toBe(true);
    }
  });

  it('also takes back what followed from it for the story that it was part of', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.redirect(A, B);
    separations.revive(A);
    separations.delete(x, A);
    expectBarred(separations, []);
  });

  it('leaves other marks, also where one says what followed from the other', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.inherit(A, B);
    separations.add(x, B);
    separations.add(x, D);
    separations.inherit(A, D);
    separations.add(y, A);
    separations.delete(x, A);
    expectBarred(separations, [B, D]);
    expect(barredOf(separations, y)).toEqual([A]);
  });

  it('of a part leaves the mark on the rest', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.inherit(A, B);
    separations.delete(x, B);
    expectBarred(separations, [A]);
  });

  it('of a merged story is done under its new name', () => {
    const separations = createSeparations();
    separations.add(x, A);
    separations.inherit(A, C);
    separations.redirect(A, B);
    separations.delete(x, B);
    expectBarred(separations, []);
  });
});
