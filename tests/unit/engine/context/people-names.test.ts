// Names of peoples and countries, and names that only begin like them.
import { describe, expect, it } from 'vitest';
import { toNameId } from '../../../../engine/context/find-names.ts';
import { findCountryOf, isPeople } from '../../../../engine/context/people-names.ts';

const toNamed = (text: string) => ({ id: toNameId(text), text });

describe('isPeople', () => {
  it.each([
    ['en', 'Russian Americans Chinese Israelis British French Greeks Swiss Turkish Uzbeks'],
    ['fr', 'Américains Français Chinoise Espagnols Russes Turcs Canadiennes'],
    ['de', 'Russen Ukrainer'],
  ])('%s: %s', (lang, words) => {
    for (const word of words.split(' ')) expect([word, isPeople(toNamed(word), lang)]).toEqual([word, true]);
  });

  it('also of a part of a country', () => {
    expect(isPeople(toNamed('North Korean'), 'en')).toBe(true);
    expect(isPeople(toNamed('East Timor'), 'en')).toBe(false);
  });

  it.each([
    [
      'en',
      'Francis Frances Dominic Turkey Myanmar Palestine Bosnia Herzegovina Burkina Macedonia Tobago Emirates Vatican',
    ],
    ['fr', 'Francis François Palestine Birmanie'],
    ['es', 'Franco Palestina Francisco'],
    ['it', 'Palestina Franco'],
  ])('not: %s: %s', (lang, words) => {
    for (const word of words.split(' ')) expect([word, isPeople(toNamed(word), lang)]).toEqual([word, false]);
  });
});

describe('findCountryOf', () => {
  it.each([
    ['en', 'Turkey', 'TR'],
    ['en', 'Myanmar', 'MM'],
    ['en', 'Hong Kong', 'HK'],
    ['en', 'Palestine', 'PS'],
    ['en', 'Bosnia', 'BA'],
    ['en', 'East Timor', 'TL'],
    ['en', 'Democratic Republic of Congo', 'CD'],
    ['es', 'Palestina', 'PS'],
    ['fr', 'Birmanie', 'MM'],
    ['en', 'Burma', 'MM'],
    ['en', 'Francis', null],
    ['en', 'Islands', null],
    ['es', 'China', 'CN'],
    ['ru', 'Украину', 'UA'],
  ])('%s: %s', (lang, text, expected) => {
    expect(findCountryOf(toNamed(text), lang)).toBe(expected);
  });
});
