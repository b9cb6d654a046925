// Numbers, plurals, ages and names in the four languages, at the boundaries where the form changes.
import { describe, expect, it } from 'vitest';
import { createWords } from '../../../../utils/i18n/create-words.ts';
import { measureAge } from '../../../../utils/i18n/time-words.ts';
import { NOW } from '../../../support/ui/invented-story.ts';
import { createTestWords } from '../../../support/ui/test-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('count', () => {
  it.each([
    ['en', 0, '0 articles'],
    ['en', 1, '1 article'],
    ['en', 2, '2 articles'],
    ['en', 1234, '1,234 articles'],
    ['de', 1, '1 Artikel'],
    ['de', 1234, '1.234 Artikel'],
    ['fr', 0, '0 article'],
    ['fr', 1, '1 article'],
    ['fr', 2, '2 articles'],
    ['es', 1, '1 artículo'],
    ['es', 0, '0 artículos'],
    ['es', 1_000_000, '1.000.000 artículos'],
  ])('%s, %d: %s', (locale, n, expected) => {
    expect(plain(createTestWords(locale).count('articlesCount', n))).toBe(expected);
  });
});

describe('dates of ratings and packs', () => {
  it.each([
    ['en', '2024-05', 'May 2024'],
    ['de', '2024-05', 'Mai 2024'],
    ['fr', '2024-05', 'mai 2024'],
    ['es', '2024-05', 'may 2024'],
    ['en', '2026-01-01', 'Jan 1, 2026'],
    ['de', '2026-05-31', '31.05.2026'],
    ['en', '2025', '2025'],
    ['en', '2024-13', '2024-13'],
    ['en', 'spring', 'spring'],
  ])('%s, %s: %s', (locale, given, expected) => {
    expect(plain(createTestWords(locale).date(given))).toBe(expected);
  });
});

describe('measureAge', () => {
  it.each([
    [-5 * MINUTE, { unit: 'minute', amount: 0 }],
    [0, { unit: 'minute', amount: 0 }],
    [MINUTE - 1, { unit: 'minute', amount: 0 }],
    [MINUTE, { unit: 'minute', amount: 1 }],
    [HOUR - 1, { unit: 'minute', amount: 59 }],
    [HOUR, { unit: 'hour', amount: 1 }],
    [DAY - 1, { unit: 'hour', amount: 23 }],
    [DAY, { unit: 'day', amount: 1 }],
    [60 * DAY - 1, { unit: 'day', amount: 59 }],
    [60 * DAY, { unit: 'month', amount: 2 }],
    [730 * DAY - 1, { unit: 'month', amount: 24 }],
    [730 * DAY, { unit: 'year', amount: 2 }],
  ])('%d ms', (elapsedMs, expected) => {
    expect(measureAge(NOW - elapsedMs, NOW)).toEqual(expected);
  });
});

describe('ages in words', () => {
  it.each([
    ['en', 0, 'just now', '1 min'],
    ['en', 14 * MINUTE, '14 minutes ago', '14 min'],
    ['de', 3 * HOUR, 'vor 3 Stunden', '3 Std.'],
    ['fr', 3 * HOUR, 'il y a 3 heures', '3 h'],
    ['es', 2 * DAY, 'hace 2 días', '2 d'],
    ['en', 730 * DAY, '2 years ago', '2 yrs'],
  ])('%s, %d ms', (locale, elapsedMs, ago, age) => {
    const words = createTestWords(locale);
    expect(plain(words.ago(NOW - elapsedMs))).toBe(ago);
    expect(plain(words.age(NOW - elapsedMs))).toBe(age);
  });
});

describe('points in time', () => {
  // In the time zone of the user's own clock.
  const morning = new Date(2026, 2, 5, 9).getTime();
  const lastYear = new Date(2025, 0, 29, 12).getTime();

  it.each([
    ['en', morning, 'Mar 5, 9:00 AM'],
    ['de', morning, '5. März, 09:00'],
    ['en', lastYear, 'Jan 29, 2025, 12:00 PM'],
    ['fr', lastYear, '29 janv. 2025, 12:00'],
  ])('%s: as its readers write them, with the year where it is another one', (locale, at, expected) => {
    expect(plain(createTestWords(locale).time(at))).toBe(expected);
  });
});

describe('names', () => {
  it('of countries and languages follow the locale; what is unknown stays a code', () => {
    expect(createTestWords('de').country('US')).toBe('Vereinigte Staaten');
    expect(createTestWords('fr').language('de')).toBe('allemand');
    expect(createTestWords().country('ZZ9')).toBe('ZZ9');
  });
});

describe('the locale', () => {
  const localeOf = (uiLanguage: string, tag: string) =>
    createWords({ getMessage: (key) => (key === 'localeTag' ? tag : ''), uiLanguage, now: () => NOW }).locale;

  it('keeps the browser’s region where the language is the same', () => {
    expect(localeOf('en-GB', 'en')).toBe('en-GB');
  });

  it('is that of the texts where the browser speaks a language that we do not', () => {
    expect(localeOf('it-IT', 'en')).toBe('en');
  });

  it('shows the key of a text that is missing instead of a hole', () => {
    expect(createTestWords().text('noSuchKey')).toBe('noSuchKey');
  });
});
