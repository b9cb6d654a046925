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
  // Made when they are needed: a number format takes 20 ms and more, in a page of somebody else's.
  const plurals = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
  // As each language writes them: "3:48 AM", "03:48".
  const hours = once(() => (hasTwelveHours(locale) ? 'numeric' : '2-digit'));
  const countries = once(() => createCountryNames(locale));
  const languages = once(() => createLanguageNames(locale));
  // A missing key shows itself instead of leaving a hole; tests/unit/locales.test.ts keeps that from happening.
  const text = (key: string, ...values: string[]) => getMessage(key, values) || key;
  const formatNumber = (n: number) => (isPlain(n) ? String(n) : numbers().format(n));
  return {
    locale,
    text,
    count: (key: string, n: number, ...values: string[]) => {
      const given = [formatNumber(n), ...values];
      return getMessage(`${key}_${plurals().select(n)}`, given) || text(`${key}_other`, ...given);
    },
    number: formatNumber,
    percent: (whole: number) => percents().format(whole / 100),
    time: (at: number) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        ...(yearOf(at) === yearOf(now()) ? {} : { year: 'numeric' }),
        hour: hours(),
        minute: '2-digit',
      }).format(at),
    day: (at: number) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at),
    ago: (at: number) => formatAgo({ at, now: now(), locale }) ?? text('justNow'),
    age: (at: number) => formatAge({ at, now: now(), locale }),
    country: (code: string) => countries()(code),
    language: (code: string) => languages()(code),
    list: (items: readonly string[]) => lists().format(items),
  };
}

const hasTwelveHours = (locale: string) =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;

const yearOf = (at: number) => new Date(at).getFullYear();

/** No digit group and no fraction: written the same in every language that there are messages for. */
function isPlain(n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < 1000;
}

/** Made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The messages' own language, with the browser's regional variant of it where that is the same language. */
function findLocale(localeTag: string, uiLanguage: string): string {
  if (localeTag === '') return uiLanguage;
  return uiLanguage.split('-')[0] === localeTag ? uiLanguage : localeTag;
}
