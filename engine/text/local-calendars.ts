// Rewrites dates of other digits, calendars and clocks so that the patterns of date parsing understand them.
//
// "27 พ.ย. 2569", "۶ آذر ۱۴۰۵", "27 tháng 11, 2026", "令和8年11月27日" become "2026-11-27" or an equivalent; "오후 6:30" becomes 18:30.

import { OTHER_FIGURES, toPlainFigure } from './plain-figures.ts';

const DAY_MS = 86_400_000;

const OTHER_FIGURE = new RegExp(`[${OTHER_FIGURES}]`, 'g');
const NOT_LATIN = /[\u0590-\uffff]/;

/** A digit of any supported script. */
export const FIGURE = new RegExp(`[\\d${OTHER_FIGURES}]`);

export function toCommonDates(text: string, lang: string): string {
  const plain =
    NOT_LATIN.test(text) || lang.startsWith('th') ? toCommonTimes(text.replace(OTHER_FIGURE, toPlainFigure)) : text;
  switch (lang.slice(0, 2)) {
    case 'fa':
      return toGregorian(plain);
    case 'lv':
      return plain.replace(LATVIAN_DATE, '$2. $3 $1');
    case 'vi':
      return plain.replace(VIETNAMESE_DATE, '$3-$2-$1');
    default:
      return plain;
  }
}

const LATVIAN_DATE = /(\d{4})\. gada (\d{1,2})\. (\S{3,12})/;
const VIETNAMESE_DATE = /(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,| năm)? (\d{4})/;
/** Years of the Japanese era since 2019, and of the Republic of China. */
const ERA_YEAR = /(令和|民[國国])\s?(\d{1,3}|元)\s?年/g;

const THAI_DATE = /(\d{1,2})\s([\u0e00-\u0e7f.]{3,12})\s(?:พ\.ศ\.\s?)?((?:19|20|25)\d\d)/g;
const THAI_NUMBERS = /(\d{1,2}\/\d{1,2}\/)(25\d\d)(?!\d)/g;
/** Beginnings of Thai month names, abbreviated and full, without dots; in order, twice. */
const THAI_MONTHS = 'มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค มก กุ มีน เมษ พฤษ มิถ กร สิ กั ตุ พฤศ ธั'.split(' ');
const HALF = '午前|午後|上午|下午|오전|오후';
/** "午後6時30分", "오후 6시", "18時30分"; "下午6:30". Arabic writes a.m. or p.m. after the time. */
const SPELLED_CLOCK = new RegExp(
  `(${HALF})?\\s?(\\d{1,2})\\s?[時时點点시](?![間间간])(?:\\s?(\\d{1,2})\\s?[分분])?`,
  'g',
);
const HALVED_CLOCK = new RegExp(`(${HALF})\\s?(\\d{1,2})[:：](\\d\\d)`, 'g');
const ARABIC_HALF = /(\d:\d\d)\s?([صم])(?=$|[\s|،-])/g;
const AFTERNOON = new Set(['午後', '下午', '오후']);

/** Groups of the patterns. */
type DayMonthYear = [day: string, month: string, year: string];
type YearMonthDay = [year: string, month: string, day: string];
type ClockParts = [half: string | undefined, hour: string, minute?: string];

function toCommonTimes(text: string): string {
  return text
    .replace(THAI_DATE, (whole, ...[day, month, year]: DayMonthYear) => {
      const index = THAI_MONTHS.findIndex((name) => month.replaceAll('.', '').startsWith(name));
      return index < 0 ? whole : `${fromBuddhist(Number(year))}-${(index % 12) + 1}-${day}`;
    })
    .replace(
      ERA_YEAR,
      (_, ...[era, year]: [string, string]) => `${(era === '令和' ? 2018 : 1911) + (Number(year) || 1)}年`,
    )
    .replace(THAI_NUMBERS, (_, ...[before, year]: [string, string]) => `${before}${fromBuddhist(Number(year))}`)
    .replace(SPELLED_CLOCK, toClock)
    .replace(HALVED_CLOCK, toClock)
    .replace(ARABIC_HALF, (_, ...[clock, half]: [string, string]) => `${clock} ${half === 'م' ? 'pm' : 'am'}`);
}

function toClock(_: string, ...[half, hour, minute = '0']: ClockParts): string {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (AFTERNOON.has(half) ? 12 : 0);
  return ` ${hours}:${minute.padStart(2, '0')}`;
}

const fromBuddhist = (year: number) => (year > 2400 ? year - 543 : year);

const PERSIAN_MONTHS = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const PERSIAN_DATE = new RegExp(`(\\d{1,2})\\s(${PERSIAN_MONTHS.join('|')})(?:\\s?ماه)?\\s(1[34]\\d\\d)(?!\\d)`, 'g');
const PERSIAN_NUMBERS = /(?<!\d)(1[34]\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)/g;

function toGregorian(text: string): string {
  return text
    .replace(PERSIAN_DATE, (_, ...[day, month, year]: DayMonthYear) =>
      toIso({ year: Number(year), month: PERSIAN_MONTHS.indexOf(month) + 1, day: Number(day) }),
    )
    .replace(PERSIAN_NUMBERS, (_, ...[year, month, day]: YearMonthDay) =>
      toIso({ year: Number(year), month: Number(month), day: Number(day) }),
    );
}

/** The first of Farvardin 1400. */
const YEAR_1400 = Date.UTC(2021, 2, 21);

/** From the Solar Hijri calendar. Leap years by the 33-year cycle with eight leap years, which is exact from 1343 to 1472. */
function toIso({ year, month, day }: Readonly<Record<'year' | 'month' | 'day', number>>): string {
  const before = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  const days = countDays(year) - countDays(1400) + before + day - 1;
  return new Date(YEAR_1400 + days * DAY_MS).toISOString().slice(0, 10);
}

function countDays(year: number): number {
  return year * 365 + Math.floor((year * 8 + 21) / 33);
}
