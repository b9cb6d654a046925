// What is computed from the lexicon's counts stays the same until the lexicon says that it has changed.
import { expect, it } from 'vitest';
import { createLexicon } from '../../../../engine/cluster/lexicon.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';

const NONE = new Int32Array();

it('the weight of own words changes with the rarities only, also in a language that is new since', () => {
  const lexicon = createLexicon(DEFAULT_TUNING);
  const english = lexicon.languageOf('en');
  lexicon.refresh();
  const german = lexicon.languageOf('de');
  const measure = () => [english, german].map(lexicon.ownSquared);
  const [before, epoch] = [measure(), lexicon.epoch()];
  for (let n = 0; n < 20; n++) {
    for (const language of [english, german]) lexicon.count({ terms: NONE, signs: NONE, language }, 1);
  }
  expect(lexicon.epoch()).toBe(epoch);
  expect(measure()).toEqual(before);

  lexicon.refreshTerms([]);
  const after = measure();
  expect(lexicon.epoch()).not.toBe(epoch);
  for (const [at, own] of after.entries()) expect(own).toBeGreaterThan(before[at] ?? 0);
  lexicon.refresh();
  expect(measure()).toEqual(after);
});

it('the weight of own words in a new language does not depend on when it is asked for', () => {
  const weigh = (isAsked: boolean) => {
    const lexicon = createLexicon(DEFAULT_TUNING);
    const language = lexicon.languageOf('en');
    if (isAsked) lexicon.ownSquared(language);
    lexicon.count({ terms: NONE, signs: NONE, language }, 1);
    return lexicon.ownSquared(language);
  };
  expect(weigh(true)).toBe(weigh(false));
});
