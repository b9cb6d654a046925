// Parses declared and visible dates into epoch milliseconds. Refuses dates before 1990 or more than a day ahead.

import { findZoneOffset, type ZoneContext } from '../../engine/text/clock-zones.ts';
import { toCommonDates } from '../../engine/text/local-calendars.ts';
import { monthOf } from '../../engine/text/month-names.ts';

export const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(1990, 0, 1);

/** Null if an article that exists now cannot have this time. Both times are in epoch milliseconds. */
export function checkTime(time: number, now: number): number | null {
  return Number.isFinite(time) && time >= EARLIEST && time <= now + DAY_MS ? Math.round(time) : null;
}

const ISO =
  /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:(?:[T ]|\s+at\s+|,\s*|(?=\d{4}(?:\d\d)?$))\s*(?![3-9]\d|2[5-9])(\d\d?)[:h]?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(?:([ap])m\b)?\s*(Z|(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?|UTC|GMT)?)?/i;

function offsetMs(zone = 'Z'): number {
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0;
  const [, hours, rest = '0'] = /(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  const minutes = Number(hours) * 60 + Number(rest);
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** The number of a month, from figures or its name in a language. 0 if it is none. */
export function readMonth(written: string, lang: string): number {
  return Number(written) || monthOf(written, lang);
}

type DateParts = { readonly year: number; readonly month: number; readonly day: number };

/** Midnight UTC of a day, in epoch milliseconds. NaN if there is no such day. */
export function toTime({ year, month, day }: DateParts): number {
  const midnight = Date.UTC(year, month - 1, day);
  // Date.UTC carries over: 31 April becomes 1 May, and month 13 becomes January. Such dates are refused.
  return new Date(midnight).getUTCMonth() === month - 1 ? midnight : Number.NaN;
}

/** Also "18 h 30" and the "T18:30" of ISO 8601. A day is no clock: "– 19.05.2026". */
export const CLOCK =
  /(?:\b|T)(?![3-9]\d|2[5-9])(\d{1,2})(?:[:.]|\s?h\s?)(\d\d)(?!\d|\.\d{4})(?::\d\d(?:[.,]\d+)?)?\s*(?:([ap])\.?m\b)?\.?\s*(?:Uhr\s)?(?:\(?(Z|[A-Z]{2,4})?\)?\s*([+-]\d\d?(?::?\d\d)?(?!\d))?)/i;

/** `half`: "a" for a.m., "p" for p.m., capital or not, of a clock of twelve hours. */
function toHours(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (/p/i.test(half) ? 12 : 0);
}

/**
 * The clock time in the text after a date, in ms to add to the day (midnight UTC), with the zone's offset on that day
 * subtracted. 0 if there is none.
 */
export function clockMs(after: string, context: ZoneContext): number {
  const parts = CLOCK.exec(after.slice(0, 40));
  // Behind another year it is the clock time of another date.
  if (parts === null || /\d{4}/.test(after.slice(0, parts.index))) return 0;
  const [, hour, minute, half, name = '', offset] = parts;
  return (
    (toHours(Number(hour) % 24, half) * 60 + Number(minute)) * 60_000 -
    (offset === undefined ? (findZoneOffset(name, context) ?? 0) : offsetMs(offset))
  );
}

/** When the page is read, in epoch milliseconds, and its language, empty if it is unknown. */
export type DateContext = { readonly now: number; readonly lang?: string };

/**
 * Parses a declared date: epoch seconds or milliseconds, ISO 8601 and variants of it (also 202605190830, without "T"),
 * RFC 822, else a date written in the page's language.
 */
export function parseDeclaredDate(declared: string, context: DateContext): number | null {
  const { now } = context;
  const text = toCommonDates(declared.trim().slice(0, 100), context.lang ?? '');
  if (/^\d{9,10}$/.test(text)) return checkTime(Number(text) * 1000, now);
  if (/^(?!19|20)\d{12,13}$/.test(text)) return checkTime(Number(text), now);
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', half, zone] = iso;
    const midnight = toTime({ year: Number(year), month: Number(month), day: Number(day) });
    const named = zone === undefined ? (/^ ?\[?([A-Z]\S+?)\]?$/.exec(text.slice(iso[0].length))?.[1] ?? '') : '';
    const aheadMs = findZoneOffset(named, { day: midnight, lang: context.lang ?? '' }) ?? offsetMs(zone);
    return checkTime(
      midnight + ((toHours(Number(hour), half) * 60 + Number(minute)) * 60 + Number(second)) * 1000 - aheadMs,
      now,
    );
  }
  return findWrittenDate(text, context);
}

/**
 * A letter of any script: neither space, figure nor punctuation. Unicode classes (\p{L}) would be clearer, but the
 * browser takes 3 ms to compile them at a page's first date.
 */
export const WORD = '[^\\s\\d!-/:-@[-`{-~\\u2010-\\u2027\\u00a0-\\u00bf]';
/** "12 March", "le 1er mars", "12 de marzo". Some Arabic months are two words, the second of which begins with "ال". */
export const DAY_MONTH = `(?:^|[^\\w.,])[.,]?(\\d{1,2})(?:st|nd|rd|th|er|º|°|ª)?[\\s.,\\-/]{1,3}(?:de |d’|d'|of )?(${WORD}{2,13}(?:\\s\\u0627\\u0644${WORD}{3,5})?)\\.?`;
/** "March 12" */
export const MONTH_DAY = `(${WORD}{3,13})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?`;
const DAY_MONTH_YEAR = new RegExp(`${DAY_MONTH},?[\\s\\-/]{1,2}(?:de |del )?((?:19|20)\\d\\d)(?!\\d)`, 'g');
const MONTH_DAY_YEAR = new RegExp(`${MONTH_DAY}(?:,|\\s)\\s{0,2}((?:19|20)\\d\\d)(?!\\d)`, 'g');
/** Hungarian and Lithuanian: "2024. február 14.", "2024 m. vasario 14 d." */
const YEAR_NAME_DAY = new RegExp(
  `(?<!\\d)((?:19|20)\\d\\d)\\.?(?: m\\.)?\\s{1,2}(${WORD}{3,13})\\.?\\s{1,2}(\\d{1,2})(?!\\d)`,
  'g',
);
const YEAR_MONTH_DAY = /(?<!\d)((?:19|20)\d\d)\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)/;
/** "12.3.2026", "12/3/2026". Czech has a space after the dot, Arabic a right-to-left mark before the slash. */
const NUMBERS = /(?<![\d.])(\d{1,2})(?:\.\s?|\u200f?\/|-)(\d{1,2})(?:\.\s?|\u200f?\/|-)((?:19|20)\d\d)(?![\d.]\d|\d)/;

/**
 * A year of two digits counts only with dots, as in German, and with a clock time after it: "Do 25.04.24 | 14:07 Uhr".
 */
const SHORT_YEAR = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])(?=.{0,12}\d{1,2}[:.]\d\d)/;

/** Where a pattern has the parts of a date: the numbers of its groups. */
export const DAY_FIRST = { day: 1, month: 2, year: 3 };
export const MONTH_FIRST = { day: 2, month: 1, year: 3 };
const YEAR_FIRST = { day: 3, month: 2, year: 1 };

/** Patterns with the name of a month. */
const NAMED = [
  { pattern: DAY_MONTH_YEAR, order: DAY_FIRST },
  { pattern: MONTH_DAY_YEAR, order: MONTH_FIRST },
  { pattern: YEAR_NAME_DAY, order: YEAR_FIRST },
];

/**
 * Finds a date with its year in a line of text, in epoch milliseconds. Dates of numbers alone are read with the day
 * first, except with slashes or hyphens in US or unspecified English, and where the second number cannot be a month.
 */
export function findWrittenDate(written: string, { now, lang = '' }: DateContext): number | null {
  const text = toCommonDates(written, lang);
  /** The places are the numbers of the match's groups. A year may have two digits. */
  const at = (match: RegExpExecArray, { year, month, day }: DateParts): number | null => {
    const time = toTime({
      year: Number(match[year]?.padStart(4, '20')),
      month: readMonth(match[month] ?? '', lang),
      day: Number(match[day]),
    });
    return checkTime(time + clockMs(text.slice(match.index + match[0].length), { day: time, lang }), now);
  };
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  if (yearFirst !== null) return at(yearFirst, YEAR_FIRST);
  for (const { pattern, order } of NAMED) {
    for (const named of text.matchAll(pattern)) {
      if (monthOf(named[order.month] ?? '', lang) > 0) return at(named, order);
    }
  }
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    const isMonthFirst = second > 12 || (first <= 12 && /^en(?:[-_]us)?$/i.test(lang) && !numbers[0].includes('.'));
    return at(numbers, isMonthFirst ? MONTH_FIRST : DAY_FIRST);
  }
  const short = SHORT_YEAR.exec(text);
  return short === null ? null : at(short, DAY_FIRST);
}
