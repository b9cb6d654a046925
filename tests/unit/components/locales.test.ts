// The four locales have the same keys with the same placeholders, and the code uses every key and no other.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestWords, LOCALES } from '../../support/ui/test-words.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDERS = ['components', 'entrypoints', 'utils'];
const CATEGORY = /_(zero|one|two|few|many|other)$/;

const textOf = (locale: string, key: string) => LOCALES[locale]?.[key]?.message ?? '';
const keysOf = (locale: string) => Object.keys(LOCALES[locale] ?? {});
const placesOf = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

function readSources(): string {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(ROOT, folder, file)),
  );
  return [...files, path.join(ROOT, 'wxt.config.ts')].map((file) => readFileSync(file, 'utf8')).join('\n');
}

const sources = readSources();

describe.each(['de', 'es', 'fr'])('locale %s', (locale) => {
  it('has every text of the English one, and no other', () => {
    expect(keysOf(locale).sort()).toEqual(keysOf('en').sort());
  });

  it('leaves no text empty', () => {
    expect(keysOf(locale).filter((key) => textOf(locale, key).trim() === '')).toEqual([]);
  });

  it('keeps the placeholders of each text; singulars may leave the number out', () => {
    const differing = keysOf(locale).filter((key) => {
      const [ours, theirs] = [placesOf(textOf(locale, key)), placesOf(textOf('en', key))];
      const missing = theirs.filter((place) => !ours.includes(place));
      const isFine = missing.length === 0 || (key.endsWith('_one') && missing.every((place) => place === '$1'));
      return !isFine || ours.some((place) => !theirs.includes(place));
    });
    expect(differing).toEqual([]);
  });

  it('has the plural forms that its language asks for in small numbers', () => {
    const asked = new Set([0, 1, 2, 5, 21, 100].map((n) => new Intl.PluralRules(locale).select(n)));
    const bases = new Set(
      keysOf(locale)
        .filter((key) => CATEGORY.test(key))
        .map((key) => key.replace(CATEGORY, '')),
    );
    const missing = [...bases].flatMap((base) =>
      [...asked].map((category) => `${base}_${category}`).filter((key) => textOf(locale, key) === ''),
    );
    expect(missing).toEqual([]);
  });
});

describe('message keys', () => {
  it('have names that the browser takes, different in more than case', () => {
    const keys = keysOf('en');
    expect(keys.filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
  });

  it('are all used', () => {
    const isUsed = (key: string) =>
      [`'${key}'`, `"${key}"`, `__MSG_${key}__`].some((written) => sources.includes(written));
    const unused = keysOf('en').filter((key) => !isUsed(key) && !isUsed(key.replace(CATEGORY, '')));
    expect(unused).toEqual([]);
  });

  it('that the manifest names all exist', () => {
    const named = [...sources.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((key) => textOf('en', key) === '')).toEqual([]);
  });

  it('that are asked of the browser directly all exist', () => {
    const asked = [...sources.matchAll(/getMessage\(\s*'(\w+)'/g)].map(([, key = '']) => key);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((key) => textOf('en', key) === '')).toEqual([]);
  });
});

it.each([
  ['en', /rated outlets/g],
  ['de', /eingestuften/g],
  ['es', /medios valorados/g],
  ['fr', /médias évalués/g],
])('%s: a blindspot is told with two numbers of rated outlets, and none of all', (locale, rated) => {
  const texts = keysOf(locale).filter((key) => key.startsWith('blindspotBasis'));
  expect(texts).toHaveLength(4);
  expect(texts.filter((key) => textOf(locale, key).match(rated)?.length !== 2)).toEqual([]);
});

it('French: one outlet of several is no plural, and several are', () => {
  const unknown = (total: number, count: number) =>
    createTestWords('fr').count('facetUnknown', total, String(count)).replace(/\s/g, ' ');
  expect([unknown(1, 1), unknown(5, 1), unknown(5, 2)]).toEqual([
    'inconnu : 1 sur 1 média',
    'inconnu : 1 sur 5 médias',
    'inconnu : 2 sur 5 médias',
  ]);
});

it('French: a pack of ratings has one name', () => {
  expect(textOf('fr', 'serverRatings')).toContain('lots importés');
  expect(keysOf('fr').filter((key) => /\bjeux?\b/.test(textOf('fr', key)))).toEqual([]);
});

it('French: no sign of punctuation begins a line', () => {
  const breaking = keysOf('fr').filter((key) => /« | [:;?!»]/.test(textOf('fr', key)));
  expect(breaking).toEqual([]);
});

it('only German sets a space before the ellipsis of what is going on', () => {
  const spaced = Object.keys(LOCALES).filter((locale) => keysOf(locale).some((key) => / …/.test(textOf(locale, key))));
  expect(spaced).toEqual(['de']);
});
