// The names of weekdays and months in any language, from the host's own data.
import { remember } from '../remember.ts';
import { LANGUAGES_KEPT } from './country-names.ts';

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export function isTimeName(word: string, lang: string): boolean {
  if (lang === 'en' && /^\p{Ll}/u.test(word)) return false; // a march; it may rain
  return timeNamesIn(lang).has(word.toLowerCase());
}

/** Costly to build; an article may claim any language. */
const timeNamesIn = remember(listTimeNames, LANGUAGES_KEPT);

function listTimeNames(lang: string): ReadonlySet<string> {
  const locale = /^[a-z]{2,3}$/.test(lang) && lang !== 'und' ? lang : 'en'; // Intl throws for an invalid tag
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // With a day, the month's name is in the grammatical case that texts use.
  const months = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const names = [
    ...Array.from({ length: 7 }, (_, day) => weekdays.format(MONDAY + day * DAY_MS)),
    ...Array.from({ length: 12 }, (_, month) => months.format(Date.UTC(2024, month, 2))),
  ];
  return new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? []).values());
}
