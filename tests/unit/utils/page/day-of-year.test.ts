// Dates without a year in many languages: only in lines with little else, and in the last year that had the day.
import { describe, expect, it } from 'vitest';
import { findDayOfYear } from '../../../../utils/page/day-of-year.ts';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const find = (line: string, lang: string, latest = NOW) => {
  const time = findDayOfYear(line, { latest, lang });
  return time === null ? null : new Date(time).toISOString().slice(0, 16);
};

describe('findDayOfYear', () => {
  it.each([
    ['12 March', 'en', '2026-03-12T00:00'],
    ['March 12 at 5:00 pm EDT', 'en', '2026-03-12T21:00'],
    ['Thu, 12 March, 14:05 GMT', 'en', '2026-03-12T14:05'],
    ['Posted March 12', 'en', '2026-03-12T00:00'],
    ['By Ada Lind and three others | 12 Mar', 'en', '2026-03-12T00:00'],
    ['Mar 12 · 5 min read', 'en', '2026-03-12T00:00'],
    ['Stand: 12. März, 18:40 Uhr', 'de', '2026-03-12T18:40'],
    ['le jeudi 12 mars à 18h40', 'fr', '2026-03-12T18:40'],
    ['Publicado el 12 de marzo', 'es', '2026-03-12T00:00'],
    ['Publicat la 12 martie, ora 18:40', 'ro', '2026-03-12T18:40'],
    ['3 апреля, 18:40', 'ru', '2026-04-03T18:40'],
    ['čtvrtek 12. března', 'cs', '2026-03-12T00:00'],
    ['torsdag 12 mars', 'sv', '2026-03-12T00:00'],
    ['الخميس ١٢ مارس', 'ar', '2026-03-12T00:00'],
    ['3月12日 05:00', 'ja', '2026-03-12T05:00'],
    ['3月12日 週四 20:11 記者 林宥安／北嶺報導', 'zh', '2026-03-12T20:11'],
    ['3월 12일 오전 9:30', 'ko', '2026-03-12T09:30'],
    ['12.3. 18:40', 'de', '2026-03-12T18:40'],
    ['12.03. - 18:40 Uhr', 'de', '2026-03-12T00:00'],
    ['to 12.3. klo 18.40', 'fi', '2026-03-12T18:40'],
    ['12. 3. 18:40', 'cs', '2026-03-12T18:40'],
    ['12.03 kl. 18:40', 'nb', '2026-03-12T18:40'],
    ['le 12/03 à 18h40', 'fr', '2026-03-12T18:40'],
    ['3/12(木) 6:12', 'ja', '2026-03-12T06:12'],
    ['03.12. 18:40', 'ko', '2026-03-12T18:40'],
  ])('%s', (line, lang, day) => {
    expect(find(line, lang)).toBe(day);
  });

  it.each([
    ['20 May', '2026-05-20T00:00'],
    // The day has already begun in zones far east of UTC.
    ['21 May', '2026-05-21T00:00'],
    ['21 June', '2025-06-21T00:00'],
    ['31 December', '2025-12-31T00:00'],
  ])('takes the last year that had the day: %s', (line, day) => {
    expect(find(line, 'en', Date.parse('2026-05-20T14:00:00Z'))).toBe(day);
  });

  it.each([
    ['31 December', '2026-12-31T00:00'],
    ['1 January', '2027-01-01T00:00'],
    ['20 January', null],
    ['29 February', null],
  ])('knows that a year ends: %s', (line, day) => {
    expect(find(line, 'en', Date.parse('2026-12-31T20:00:00Z'))).toBe(day);
  });

  it.each([
    'The festival will be held on 12 December in the old port.',
    'He will be honored on 12 March.',
    'By Julia 5 comments',
    '12 March 2019',
    '12 March, when 300 came',
    '5 of 12 March babies',
    '31 April',
    // Days in the near future are an event's.
    '22 May',
    'Saturday 19 June',
    '12 Martians',
    '3 min read',
    '12/3 18:40',
    '2018年3月12日',
  ])('finds none in "%s"', (line) => {
    expect(find(line, 'en')).toBeNull();
  });

  it.each([
    '12.3',
    '12/3',
    'geöffnet 24/7.',
    '12.3.2019 18:40',
    '12/03/2019 18:40',
    'Version 1.12.3. 18:40',
    '12.30 - 18:40',
    '31.4. 18:40',
  ])('finds none in the figures "%s"', (line) => {
    expect(find(line, 'de')).toBeNull();
  });
});
