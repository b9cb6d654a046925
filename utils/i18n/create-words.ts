// Makes the words that components are given, from any source of messages (the browser, or a locale's file in tests).
import { createCountryNames, createLanguageNames } from './name-words.ts';
import { formatAge, formatAgo } from './time-words.ts';

/** Like browser.i18n.getMessage: the text of a key, or an empty string when there is none. */
export type GetMessage = (key: string, values: string[]) => string;

export type WordsOptions = {
  readonly getMessage: GetMessage;
  /** Of the browser: "en-GB" decides how dates look when the messages are English. */
  readonly uiLanguage: string;
  readonly now: () => number;
};

export function createWords({ getMessage, uiLanguage, now }: WordsOptions) {
  const locale = findLocale(getMessage('localeTag', []), uiLanguage);
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const lists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  // A missing key shows itself instead of leaving a hole; tests/unit/locales.test.ts keeps that from happening.
  const text = (key: string, ...values: string[]) => getMessage(key, values) || key;
  return {
    locale,
    text,
    count: (key: string, n: number, ...values: string[]) => {
      const given = [numbers.format(n), ...values];
      return getMessage(`${key}_${plurals.select(n)}`, given) || text(`${key}_other`, ...given);
    },
    number: (n: number) => numbers.format(n),
    percent: (whole: number) => percents.format(whole / 100),
    time: (at: number) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
        at,
      ),
    day: (at: number) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at),
    ago: (at: number) => formatAgo({ at, now: now(), locale }) ?? text('justNow'),
    age: (at: number) => formatAge({ at, now: now(), locale }),
    country: createCountryNames(locale),
    language: createLanguageNames(locale),
    list: (items: readonly string[]) => lists.format(items),
  };
}

/** The messages' own language, with the browser's regional variant of it where that is the same language. */
function findLocale(localeTag: string, uiLanguage: string): string {
  if (localeTag === '') return uiLanguage;
  return uiLanguage.split('-')[0] === localeTag ? uiLanguage : localeTag;
}
