// Texts as sequences of words: what is a single number, and its value.
import { describe, expect, it } from 'vitest';
import { readTokens } from '../../../../engine/context/read-tokens.ts';
import { createLanguageRules } from '../../../../engine/text/language-rules.ts';

const rules = createLanguageRules();
const numbersOf = (text: string, lang: string) =>
  readTokens(text, { lang, rule: rules(lang) }).flatMap(({ surface, value }) =>
    value === null ? [] : [`${surface} = ${value}`],
  );

describe('numbers in groups parted by spaces', () => {
  it.each<[string, string, readonly string[]]>([
    ['fr', '1 500 manifestants', ['1 500 = 1500']],
    ['fr', '12 500 000 voix', ['12 500 000 = 12500000']],
    ['fr', '1\u202f500 manifestants', ['1\u202f500 = 1500']],
    ['fr', '1\u00a0500,5 tonnes', ['1\u00a0500,5 = 1500.5']],
    ['sv', '1 500 personer', ['1 500 = 1500']],
    ['en', '1\u00a0500 people', ['1\u00a0500 = 1500']],
    // not digit groups
    ['en', 'Of 12 500 were hurt', ['12 = 12', '500 = 500']],
    ['und', 'Of 12 500 were hurt', ['12 = 12', '500 = 500']],
    ['fr', 'En 2024 500 personnes', ['2024 = 2024', '500 = 500']],
    ['fr', '1 5000 personnes', ['1 = 1', '5000 = 5000']],
    ['fr', '12 50 personnes', ['12 = 12', '50 = 50']],
    ['fr', '0 500 personnes', ['0 = 0', '500 = 500']],
    ['fr', '15, 500 personnes', ['15 = 15', '500 = 500']],
  ])('%s: %s', (lang, text, expected) => {
    expect(numbersOf(text, lang)).toEqual(expected);
  });
});

describe('figures of other scripts', () => {
  it.each<[string, string, readonly string[]]>([
    ['hi', 'वेल्म में १५ लोग', ['15 = 15']],
    ['ar', 'مقتل ١٥٠٠ شخص', ['1500 = 1500']],
    ['fa', '۱۵ نفر', ['15 = 15']],
  ])('%s: %s', (lang, text, expected) => {
    expect(numbersOf(text, lang)).toEqual(expected);
  });
});

describe('numbers in words', () => {
  it.each<[string, string, readonly string[]]>([
    ['en', 'Twenty-five people', ['Twenty-five = 25']],
    ['en', 'ninety nine balloons', ['ninety nine = 99']],
    ['en', 'twenty people', ['twenty = 20']],
    ['en', 'thirty, five of them children', ['thirty = 30', 'five = 5']],
    ['de', 'Fünfundzwanzig Menschen', ['Fünfundzwanzig = 25']],
    ['de', 'einundzwanzig Menschen', ['einundzwanzig = 21']],
    ['fr', 'Dix-sept prisonniers', ['Dix-sept = 17']],
    ['fr', 'vingt et un blessés', ['vingt et un = 21']],
    ['fr', 'soixante-dix blessés', ['soixante-dix = 70']],
    ['fr', 'soixante et onze blessés', ['soixante et onze = 71']],
    ['fr', 'quatre-vingts blessés', ['quatre-vingts = 80']],
    ['fr', 'quatre-vingt-trois blessés', ['quatre-vingt-trois = 83']],
    ['fr', 'quatre-vingt-dix-sept blessés', ['quatre-vingt-dix-sept = 97']],
    ['fr', 'un avion neuf', []],
    ['es', 'treinta y ocho presos', ['treinta y ocho = 38']],
    ['es', 'veintitrés presos', ['veintitrés = 23']],
    ['it', 'ventotto feriti', ['ventotto = 28']],
    ['it', 'trentatré feriti', ['trentatré = 33']],
    ['it', 'cinquantacinque feriti', ['cinquantacinque = 55']],
    ['pt', 'vinte e cinco feridos', ['vinte e cinco = 25']],
    ['pt', 'dezessete feridos', ['dezessete = 17']],
  ])('%s: %s', (lang, text, expected) => {
    expect(numbersOf(text, lang)).toEqual(expected);
  });
});
