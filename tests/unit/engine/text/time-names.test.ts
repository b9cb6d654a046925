// Weekdays and months, whatever language an article declares.
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
  ['*', 'Monday', true], // stands for languages that the lexicon does not count separately
  ['', 'Monday', true],
])('%s: %s', (lang, word, expected) => {
  expect(isTimeName(word, lang)).toBe(expected);
});
