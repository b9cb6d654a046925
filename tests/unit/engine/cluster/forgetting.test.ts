// A clusterer whose articles expire stays as small as its window, and its results do not depend on whether it was reopened.
import { expect, it } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { ArticleId, StoryId } from '../../../../engine/ids.ts';
import type { ClusterArticle, StoryClusterer } from '../../../../engine/ports.ts';
import { article, HOUR, NOON } from './invented-articles.ts';

/** Placing articles takes most of the time of these tests. */
const WINDOW = 60;

/** Every fourth article reports something new, in words that no article had before. */
function inventArticle(n: number): ClusterArticle {
  const event = Math.floor(n / 4);
  const word = (kind: string) =>
    `${kind}${event.toString(26).replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`;
  const title = `${word('Mar')} council closes ${word('gun')} bridge after ${word('fel')} report ${n % 4}`;
  const lead = `The ${word('hol')} of ${word('Mar')} said the bridge of ${word('Kar')} stays closed.`;
  return article(`n-${n}`, title, { lead, publishedAt: NOON + n * (HOUR / 10) });
}

function step(clusterer: StoryClusterer, n: number) {
  const placed = clusterer.add(inventArticle(n));
  if (n >= WINDOW) clusterer.remove(inventArticle(n - WINDOW).id);
  return n % 25 === 24 ? [placed, clusterer.maintain()] : [placed];
}

it('forgets the words of articles that are gone', () => {
  const clusterer = createStoryClusterer();
  const sizes: number[] = [];
  for (let n = 0; n < 6 * WINDOW; n++) {
    step(clusterer, n);
    if ((n + 1) % WINDOW === 0) sizes.push(clusterer.snapshot().data.length);
  }
  const [, full = 0, ...later] = sizes; // the first snapshot has fewer word ids
  expect(Math.max(...later)).toBeLessThan(1.1 * full);
});

/** One clusterer that goes on, and one that is reopened from its snapshot at times. */
function expectAlike(steps: number, take: (clusterer: StoryClusterer, n: number) => unknown) {
  const kept = createStoryClusterer();
  let reopened = createStoryClusterer();
  for (let n = 0; n < steps; n++) {
    expect(take(reopened, n)).toEqual(take(kept, n));
    if (n % 65 !== 64) continue;
    const snapshot = kept.snapshot();
    expect(reopened.snapshot()).toEqual(snapshot);
    const opened = openStoryClusterer(snapshot);
    if (!opened) throw new Error('snapshot not opened');
    reopened = opened;
  }
  return { kept, reopened };
}

it('gives the same results after reopening, even if reused ids mean new words', () => {
  const { kept, reopened } = expectAlike(5 * WINDOW, step);
  const last = inventArticle(5 * WINDOW - 1);
  expect(kept.explain(last)).toEqual(reopened.explain(last));
  expect(JSON.stringify(kept.explain(last))).toContain('gunrm');
});

it('keeps words apart that reuse the ids of others', () => {
  const clusterer = createStoryClusterer();
  clusterer.add(article('old', 'Velgost harbour strike ends in Drumlow'));
  clusterer.remove(article('old', '').id);
  clusterer.snapshot();
  clusterer.add(article('new', 'Brantil glacier retreats near Oskar'));
  const probe = { ...article('page', 'Velgost harbour strike ends in Drumlow'), url: 'https://page.test/' };
  expect(clusterer.match(probe)).toBeNull();
  expect(clusterer.match({ ...probe, title: 'Brantil glacier retreats near Oskar' })?.storyId).toBe('s-new');
});

/** At times, users mark a page and an article of the window as not the same story. */
function stepMarked(clusterer: StoryClusterer, n: number) {
  const [placed, maintained] = step(clusterer, n);
  const storyId = inventStory(n);
  if (n % 5 === 4) clusterer.separate({ articleId: ArticleId.parse(`page-${n}`), storyId });
  if (n % 9 === 8) clusterer.separate({ articleId: inventArticle(n).id, storyId });
  return [placed, maintained];
}

const inventStory = (n: number) => StoryId.parse(`s-${inventArticle(n - (n % 4)).id}`);

it('forgets marks and redirects when story and article are gone', () => {
  const clusterer = createStoryClusterer();
  for (let n = 0; n < 4 * WINDOW; n++) stepMarked(clusterer, n);
  const { data } = clusterer.snapshot();
  const named = new TextDecoder().decode(data).match(/(?<=page-)\d+/g) ?? [];
  expect(named.length).toBeGreaterThan(WINDOW / 10);
  expect(Math.min(...named.map(Number))).toBeGreaterThan(2 * WINDOW); // some stories outlive their first articles
});

it('goes on alike after it was reopened when marks were forgotten', () => {
  expectAlike(4 * WINDOW, stepMarked);
});

it('keeps a mark on an article that lives while the founder of the story comes and goes', () => {
  const clusterer = createStoryClusterer();
  const founder = article('founder', 'Orlen dam crack grows above Westmark');
  const apart = article('apart', 'Orlen dam crack: Westmark waits');
  const { storyId } = clusterer.add(founder);
  clusterer.separate({ articleId: apart.id, storyId });
  clusterer.add(apart);
  clusterer.remove(founder.id);
  clusterer.snapshot();
  expect(clusterer.add({ ...founder, title: 'Comet seen over Lund' }).storyId).toBe(storyId);
  expect(clusterer.add({ ...apart, title: 'Comet seen over Lund by many' }).storyId).not.toBe(storyId);
});
