// Every word of every language has a stem: one that had none would keep all articles of its feed from being stored.
import { describe, expect, it } from 'vitest';
import { createLanguageRules } from '../../../../engine/text/language-rules.ts';

const rules = createLanguageRules();

describe('Bulgarian', () => {
  it.each([
    ['министър', 'министърът', 'министри'],
    ['център', 'центърът', 'центрове'],
    ['театър', 'театри'],
    ['вестник', 'вестници', 'вестникът'],
  ])('%s has the stem of its forms', (...forms) => {
    expect(new Set(forms.map(rules('bg').stem)).size).toBe(1);
  });
});

const LANGUAGES =
  'ar be bg da de el en es fa fi fr he hi hu id it ja km ko lo my nl no pl pt ro ru sl sv th tr uk zh xx';

/** Letters of every script that has a rule, so that endings of all languages come about. */
const LETTERS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъьюя',
  'ابتثجحخدرزسشصعفقكلمنهوي',
  'अआकगचजतदनपबमयरलवशसहािीुे',
];

const WORDS = LETTERS.flatMap((letters) => Array.from({ length: 1_000 }, (_, n) => inventWord([...letters], n)));

function inventWord(letters: readonly string[], n: number): string {
  const at = (place: number) => letters[(n * (place + 3) + ((n >> place) ^ place)) % letters.length];
  return Array.from({ length: 3 + (n % 7) }, (_, place) => at(place)).join('');
}

it.each(LANGUAGES.split(' '))('%s: words of any letters have a stem', (lang) => {
  const { stem } = rules(lang);
  const stems = WORDS.map((word) => stem(word));
  expect(stems.filter((stemmed) => typeof stemmed !== 'string')).toEqual([]);
});
