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
  const isOther = NOT_LATIN.test(text) || lang.startsWith('th');
  const plain = (isOther ? toCommonTimes(text.replace(OTHER_FIGURE, toPlainFigure)) : text).replace(
    HALF_BEHIND,
    (_, ...[hour, rest, morning]: [string, string, string?]) => `${(Number(hour) % 12) + (morning ? 0 : 12)}${rest}`,
  );
  switch (lang.slice(0, 2)) {
    case 'fa':
      return toGregorian(plain);
    case 'lv':
      return plain.replace(LATVIAN_DATE, '$2. $3 $1');
    case 'vi':
      return plain.replace(VIETNAMESE_DATE, '$4-$3-$2 $1');
    default:
      return plain;
  }
}

const LATVIAN_DATE = /(\d{4})\. gada (\d{1,2})\. (\S{3,12})/;
/** The clock time may stand first: "18:30 Thứ Năm, 14 tháng 5, 2026". */
const VIETNAMESE_DATE = /(?:(\d\d?:\d\d) \D{0,12})?(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,| năm)? (\d{4})/;
/** Years of the Japanese era since 2019, and of the Republic of China. */
const ERA_YEAR = /(令和|民[國国])\s?(\d{1,3}|元)\s?年/g;

const THAI_DATE = /(\d{1,2})\s([ก-๛.]{3,12})\s(?:.\.ศ\.\s?)?((?:19|20|25)\d\d)/g;
const THAI_NUMBERS = /(\d{1,2}\/\d{1,2}\/)(25\d\d)(?!\d)/g;
/** Beginnings of Thai month names, abbreviated and full, without dots; in order, twice. */
const THAI_MONTHS = 'มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค มก กุ มีน เมษ พฤษ มิถ กร สิ กั ตุ พฤศ ธั'.split(' ');
/** "18時30分", "6시" */
const SPELLED_CLOCK = /(\d{1,2})\s?[時时點点시](?![間间간])(?:\s?(\d{1,2})\s?[分분])?/g;
/**
 * Words before the time. Those of a line mean twelve hours from 0, 6, 12 or 18 o'clock on: a quarter past twelve at night is 0:15, past two
 * 2:15. Words for the morning that never stand before a twelve are left out.
 */
const PARTS_OF_DAY = [
  '午前|上午|오전|凌晨',
  '中午|দুপুর|दोपहर',
  '午後|下午|오후|傍晚|বিকাল|বিকেল|সন্ধ্যা|शाम',
  '晚上|深夜|রাত|रात',
];
const PART_HOUR = new RegExp(`(${PARTS_OF_DAY.join('|')})\\s?(\\d{1,2})(?=:\\d\\d)`, 'g');
/**
 * After the time, the morning's words first: Spanish "6:30 p. m.", Greek, Albanian, Malay, Vietnamese, Arabic, Persian, Bengali. "PM"
 * is left as it is: a date before it has its month first.
 */
const HALF_BEHIND =
  /\b(0?\d|1[0-2])([:.]\d\d(?::\d\d)?)\s?(?:(a\.\s?m|π\.?μ|p\.d|PG|SA|ص[باحً]*|ق\.?ظ|এএম)|p\.\s?m|μ\.?μ|m\.d|PTG|CH|م[ساءً]*|ب\.?ظ|পিএম)\.?(?=$|[\s|،,)-])/gi;

/** Groups of the patterns. */
type DayMonthYear = [day: string, month: string, year: string];
type YearMonthDay = [year: string, month: string, day: string];
type ClockParts = [hour: string, minute?: string];

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
    .replace(SPELLED_CLOCK, (_, ...[hour, minute = '0']: ClockParts) => `${hour}:${minute.padStart(2, '0')}`)
    .replaceAll('：', ':')
    .replace(PART_HOUR, (_, ...[part, hour]: [string, string]) => {
      const first = PARTS_OF_DAY.findIndex((words) => words.includes(part)) * 6;
      return ` ${(first + ((Number(hour) + 24 - first) % 12)) % 24}`;
    });
}

const fromBuddhist = (year: number) => (year > 2400 ? year - 543 : year);

const PERSIAN_MONTHS = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const PERSIAN_DATE = new RegExp(`(\\d{1,2})\\s(${PERSIAN_MONTHS.join('|')})(?:\\s?ماه)?\\s(1[34]\\d\\d)(?!\\d)`, 'g');
const PERSIAN_NUMBERS = /(?<!\d)(1[34]\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)/g;

function toGregorian(text: string): string {
  return text
    .replace(
      PERSIAN_DATE,
      (_, ...[day, month, year]: DayMonthYear) => `${year}/${PERSIAN_MONTHS.indexOf(month) + 1}/${day}`,
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
