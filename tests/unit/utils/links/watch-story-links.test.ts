// Story links while the page changes: found once, gone once, and found anew when a node is used for another story.
// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { findSiteHints } from '../../../../utils/links/site-hints.ts';
import { type WatchOptions, watchStoryLinks } from '../../../../utils/links/watch-story-links.ts';

const HEADLINE = 'Northport votes to rebuild its old harbour wall';
let pending: (() => void)[] = [];
const told: string[] = [];

function watch(options: Partial<WatchOptions> = {}) {
  return watchStoryLinks({
    root: document,
    hints: null,
    onFound: (links) => told.push(...links.map(({ url }) => `+ ${url}`)),
    onGone: (links) => told.push(...links.map(({ url }) => `- ${url}`)),
    schedule: (work) => {
      pending.push(work);
      return () => {
        pending = pending.filter((other) => other !== work);
      };
    },
    ...options,
  });
}

/** Lets observers speak, then runs what they scheduled, until all is quiet. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  while (pending.length > 0) {
    pending.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

beforeEach(() => {
  pending = [];
  told.length = 0;
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL('https://courier.test/');
  document.body.innerHTML = `<main><h2><a id="a" href="/news/a-story-of-the-wall?utm_source=front">${HEADLINE}</a></h2></main>`;
});

it('finds what is there, once', async () => {
  const { stop } = watch();
  await settle();
  document.body.append(document.createElement('p'));
  await settle();
  stop();
  expect(told).toEqual(['+ https://courier.test/news/a-story-of-the-wall']);
});

it('tells what comes, what goes and what becomes another', async () => {
  const { stop } = watch();
  await settle();
  document
    .querySelector('main')
    ?.insertAdjacentHTML('beforeend', `<h2><a href="/news/b-story-of-the-wall">${HEADLINE}</a></h2>`);
  await settle();
  document.getElementById('a')?.setAttribute('href', '/news/c-story-of-the-wall');
  await settle();
  document.body.textContent = '';
  await settle();
  stop();
  expect(told.map((line) => line.replace('https://courier.test/news/', ''))).toEqual([
    '+ a-story-of-the-wall',
    '+ b-story-of-the-wall',
    '- a-story-of-the-wall',
    '+ c-story-of-the-wall',
    '- b-story-of-the-wall',
    '- c-story-of-the-wall',
  ]);
});

it('tells nothing after its end', async () => {
  const { stop } = watch();
  stop();
  await settle();
  expect(told).toEqual([]);
});

it('hints are found for a site and the names below it, and for no other', () => {
  expect(findSiteHints('news.ycombinator.com')?.link).toContain('titleline');
  expect(findSiteHints('courier.test')).toBeNull();
});
