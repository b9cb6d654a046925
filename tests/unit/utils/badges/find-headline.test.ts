// Where the open article's headline stands in its page.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { findHeadline } from '../../../../utils/badges/find-headline.ts';

const TITLE = 'Northport votes to rebuild its sea wall';
const find = (markup: string) => {
  document.body.innerHTML = markup;
  return findHeadline(document, TITLE)?.id ?? null;
};

it('is the heading that says what the title says', () => {
  expect(find(`<h1 id="site">The Courier</h1><h2 id="it">${TITLE}</h2>`)).toBe('it');
});

it('is the first heading of the first rank when a list repeats it below', () => {
  expect(find(`<h1 id="it">${TITLE}</h1><h2 id="list">${TITLE}</h2>`)).toBe('it');
});

it('may carry a kicker, or lack a word', () => {
  expect(find(`<h1 id="it">Coast: Northport votes to rebuild sea wall</h1>`)).toBe('it');
});

it('is none where no heading is about the same', () => {
  expect(find('<h1>Northport in pictures</h1><h2>Sport</h2>')).toBeNull();
});
