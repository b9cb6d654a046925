// Creates the texts that components use, from any source of messages (the browser, or a locale file in tests).

import { once } from '../once.ts';
import { createTextWords, type TextWordsOptions } from './create-text-words.ts';
import { createCountryNames, createLanguageNames } from './name-words.ts';
import { createTimeWords } from './time-words.ts';

export type WordsOptions = TextWordsOptions & { readonly now: () => number };

export function createWords({ now, ...options }: WordsOptions) {
  const words = createTextWords(options);
  const { locale } = words;
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
  const alternatives = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const countries = once(() => createCountryNames(locale));
  const languages = once(() => createLanguageNames(locale));
  const times = createTimeWords({ locale, now });
  return {
    ...words,
    percent: (whole: number) => percents().format(whole / 100),
    time: times.time,
    day: times.day,
    date: times.date,
    ago: (at: number) => times.ago(at) ?? words.text('justNow'),
    age: times.age,
    country: (code: string) => countries()(code),
    language: (code: string) => languages()(code),
    list: (items: readonly string[]) => lists().format(items),
    // Only the last two are joined by the browser, which writes "7 u 8" in Spanish, but in English a comma before "or".
    either: (items: readonly string[]) => {
      const before = items.slice(0, -1).join(', ');
      return alternatives().format(before === '' ? items : [before, ...items.slice(-1)]);
    },
  };
}
