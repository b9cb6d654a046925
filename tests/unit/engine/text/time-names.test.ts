// Weekdays and months, in whatever an article says to be its language.
import { expect, it } from 'vitest';
import { isTimeName } from '../../../../engine/text/time-names.ts';

it.each([
  ['en', 'Monday', true],
  ['de', 'März', true],
  ['ru', 'мая', true],
  ['fr', 'mars', true],
  ['en', 'Velm', false],
  ['en', 'march', false],
  ['en', 'may', false],
  ['und', 'Monday', true],
  ['*', 'Monday', true], // the lexicon's word for languages past those that it counts apart
  ['', 'Monday', true],
])('%s: %s', (lang, word, expected) => {
  expect(isTimeName(word, lang)).toBe(expected);
});
