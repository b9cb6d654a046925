// The extension's words for scripts in pages, from the browser's own API: they do without the polyfill.
import { createWords } from '../i18n/create-words.ts';
import { extensionApi } from './ask-worker.ts';

export function openPageWords() {
  const i18n = extensionApi()?.i18n;
  return createWords({
    getMessage: (key, values) => i18n?.getMessage(key, values) ?? '',
    uiLanguage: i18n?.getUILanguage() ?? 'en',
    now: Date.now,
  });
}
