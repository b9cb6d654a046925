// The extension's translations for scripts in pages, from the browser's own API, without the polyfill.
import type { TextWordsOptions } from '../i18n/create-text-words.ts';
import { extensionApi } from './ask-worker.ts';

export function readPageMessages(): TextWordsOptions {
  const i18n = extensionApi()?.i18n;
  return {
    getMessage: (key, values) => i18n?.getMessage(key, values) ?? '',
    uiLanguage: i18n?.getUILanguage() ?? 'en',
  };
}
