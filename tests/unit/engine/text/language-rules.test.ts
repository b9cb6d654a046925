// Every word of every language has a stem: one that had none would keep all articles of its feed from being stored.
import { describe, expect, it } from 'vitest';
import { createLanguageRules } from '../../../../engine/text/language-rules.ts';
import { toTermKey } from '../../../../engine/text/term-key.ts';

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

it.each([
  ['cs', 'a je na se za že pro který'],
  ['el', 'και το να του της με που από για είναι'],
  ['fr', 'le de et dans pour après'],
  ['hi', 'के में की है और को'],
  ['hr', 'je na da se za od koji nije'],
  ['id', 'yang di dan untuk dengan'],
  ['mk', 'и во на да се за од'],
  ['pl', 'w na że się nie do'],
  ['ro', 'și în de la cu pe acești'],
  ['ru', 'и в не на что это'],
  ['sk', 'a je na sa za že pre ktorý'],
  ['sl', 'in je na da se za so ki ne'],
  ['sr', 'и је на да се за који je koji'],
  ['tr', 've bir bu için İçin ile'],
  ['uk', 'і в не на що до для після'],
])('%s: its most frequent words say nothing', (lang, words) => {
  expect(words.split(' ').filter((word) => toTermKey(word, lang, rules(lang)) !== null)).toEqual([]);
});

const LANGUAGES =
  'ar be bg cs da de el en es fa fi fr he hi hr hu id it ja km ko lo mk my nl no pl pt ro ru sk sl sr sv th tr uk zh xx';

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
