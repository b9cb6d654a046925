// The extension's translations in the browser's language, from public/_locales.
import { browser } from './browser.ts';
import { createWords } from './i18n/create-words.ts';

export function openWords() {
  return createWords({
    getMessage: (key, values) => browser.i18n.getMessage(key, values),
    uiLanguage: browser.i18n.getUILanguage(),
    now: Date.now,
  });
}
