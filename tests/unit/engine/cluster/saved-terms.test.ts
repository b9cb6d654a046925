// The words of a snapshot are found in place, and words that it lacks are not.
import { describe, expect, it } from 'vitest';
import { createByteReader } from '../../../../engine/cluster/byte-reader.ts';
import { createByteWriter } from '../../../../engine/cluster/byte-writer.ts';
import { createLexicon, type LexiconState } from '../../../../engine/cluster/lexicon.ts';
import { toSavedTerms } from '../../../../engine/cluster/saved-terms.ts';
import { readLexicon, writeLexicon } from '../../../../engine/cluster/snapshot-lexicon.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';

function learn(count: number) {
  const lexicon = createLexicon(DEFAULT_TUNING);
  const languages = ['en', 'ru', 'de'].map(lexicon.languageOf);
  for (let n = 0; n < count; n++) {
    const stem = `${['bridge', 'мост', 'brück'][n % 3]}${n}`;
    const language = languages[n % 3] ?? 0;
    const term = lexicon.intern(`${lexicon.languageCode(language)}:${stem}`, {
      language,
      surface: `${stem.slice(0, 4)}En`,
    });
    const sign = lexicon.intern(`#${n}`, { language: 0, surface: `Sign ${n}` });
    // Every fifth article is removed, and its words with it.
    const article = { terms: Int32Array.of(term), signs: Int32Array.of(sign), language };
    lexicon.count(article, 1);
    if (n % 5 === 0) lexicon.count(article, -1);
  }
  lexicon.forget();
  return lexicon;
}

function readBack(state: LexiconState) {
  const out = createByteWriter();
  writeLexicon(out, state);
  return readLexicon(createByteReader(out.finish()));
}

describe.each([1, 64, 500])('of %i articles', (count) => {
  const state = learn(count).save();
  const { terms } = readBack(state);

  it('have the keys and spellings that were saved', () => {
    expect(terms.size).toBe(state.keys.length);
    for (const [term, key] of state.keys.entries()) {
      expect([terms.key(term), terms.surface(term)]).toEqual([key, state.surfaces[term]]);
      if (key !== '') expect(terms.find(key)).toBe(term);
    }
  });

  it('are the same as those read from the texts', () => {
    const listed = toSavedTerms(state.keys, state.surfaces);
    expect(terms.forgotten()).toEqual(listed.forgotten());
    expect(terms.forgotten().length).toBeGreaterThan(0);
    for (const key of ['en:bridge1', 'en:bridge0', 'ru:bridge1', 'bridge1', '#2', '#x', 'de:']) {
      expect(terms.find(key)).toBe(listed.find(key));
    }
  });
});

it('have their current meaning, after their ids were reused for other words', () => {
  const saved = readBack(learn(20).save());
  const lexicon = createLexicon(DEFAULT_TUNING, saved);
  const term = lexicon.find('#7') ?? -1;
  lexicon.count({ terms: new Int32Array(0), signs: Int32Array.of(term), language: 1 }, -1);
  lexicon.forget();
  expect(lexicon.find('#7')).toBeUndefined();
  for (let n = 0; lexicon.find('#7') === undefined && n < 20; n++) {
    const made = lexicon.intern(`#new ${n}`, { language: 0, surface: `New ${n}` });
    expect([lexicon.find(`#new ${n}`), lexicon.surface(made)]).toEqual([made, `New ${n}`]);
    expect(lexicon.find('')).toBeUndefined();
  }
  expect(lexicon.find('#7')).toBeUndefined();
  expect(lexicon.intern('#7', { language: 0, surface: 'Seven' })).not.toBe(term);
  expect(lexicon.find('#8')).toBe(saved.terms.find('#8'));
});

it('of a page that was only matched are dropped afterwards', () => {
  const saved = readBack(learn(20).save());
  const lexicon = createLexicon(DEFAULT_TUNING, saved);
  const before = lexicon.size();
  lexicon.withTemporaryTerms(() => lexicon.intern('#page', { language: 0, surface: 'Page' }));
  expect(lexicon.find('#page')).toBeUndefined();
  expect(lexicon.size()).toBe(before);
  expect(lexicon.save().keys).toEqual(learn(20).save().keys);
});
