// Texts and numbers in the language of the messages: all that a badge says, which comes into pages of somebody else's.
import { once } from '../once.ts';

/** Like browser.i18n.getMessage: the text of a key, or an empty string when there is none. */
export type GetMessage = (key: string, values: string[]) => string;

export type TextWordsOptions = {
  readonly getMessage: GetMessage;
  /** Of the browser: "en-GB" decides how dates look when the messages are English. */
  readonly uiLanguage: string;
};

export function createTextWords({ getMessage, uiLanguage }: TextWordsOptions) {
  const locale = findLocale(getMessage('localeTag', []), uiLanguage);
  // Made when they are needed: a number format takes 20 ms and more.
  const plurals = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
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
  };
}

/** No digit group and no fraction: written the same in every language that there are messages for. */
function isPlain(n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < 1000;
}

/** The messages' own language, with the browser's regional variant of it where that is the same language. */
function findLocale(localeTag: string, uiLanguage: string): string {
  if (localeTag === '') return uiLanguage;
  return uiLanguage.split('-')[0] === localeTag ? uiLanguage : localeTag;
}
