// The real texts of a locale for components outside of a browser extension, with a fixed clock.

import de from '../../../public/_locales/de/messages.json' with { type: 'json' };
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../../public/_locales/es/messages.json' with { type: 'json' };
import fr from '../../../public/_locales/fr/messages.json' with { type: 'json' };
import { createWords } from '../../../utils/i18n/create-words.ts';
import { NOW } from './invented-story.ts';

export const LOCALES: Readonly<Record<string, Readonly<Record<string, { readonly message: string }>>>> = {
  en,
  de,
  es,
  fr,
};

export function createTestWords(locale = 'en') {
  const messages = LOCALES[locale];
  return createWords({
    getMessage: (key, values) =>
      (messages?.[key]?.message ?? '').replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? ''),
    uiLanguage: locale,
    now: () => NOW,
  });
}
