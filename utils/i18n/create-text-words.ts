// Texts and numbers in the language of the messages: all that a badge needs, kept small because it is loaded into pages.
import { once } from '../once.ts';

/** Like browser.i18n.getMessage: the message for a key, or an empty string if there is none. */
export type GetMessage = (key: string, values: string[]) => string;

export type TextWordsOptions = {
  readonly getMessage: GetMessage;
  /** The browser's language: with English messages, "en-GB" decides how dates look. */
  readonly uiLanguage: string;
};

export function createTextWords({ getMessage, uiLanguage }: TextWordsOptions) {
  const locale = findLocale(getMessage('localeTag', []), uiLanguage);
  // Created on first use: a number format takes 20 ms or more.
  const plurals = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  // A missing key is shown as such instead of nothing; tests/unit/locales.test.ts prevents that.
  const text = (key: string, ...values: string[]) => getMessage(key, values) || key;
  const formatNumber = (n: number) => (isPlain(n) ? String(n) : numbers().format(n));
  return {
    locale,
    text,
    /** The values in the message's order: the number that decides about the plural comes first. */
    count: (key: string, ...[n, ...values]: [n: number, ...values: string[]]) => {
      const given = [formatNumber(n), ...values];
      return getMessage(`${key}_${plurals().select(n)}`, given) || text(`${key}_other`, ...given);
    },
    number: formatNumber,
  };
}

/** No digit grouping and no fraction: written the same in every language that there are messages for. */
function isPlain(n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < 1000;
}

/** The messages' language, in the browser's regional variant if the browser uses the same language. */
function findLocale(localeTag: string, uiLanguage: string): string {
  if (localeTag === '') return uiLanguage;
  return uiLanguage.split('-')[0] === localeTag ? uiLanguage : localeTag;
}
