// Reads the dates that feeds use: RFC 822, ISO 8601, W3C-DTF, and common mistakes in writing them.
import type { EpochMs } from '../ids.ts';
import { findZoneOffset, type ZoneContext } from '../text/clock-zones.ts';
import { toCommonDates } from '../text/local-calendars.ts';
import { monthOf } from '../text/month-names.ts';

/** Longer texts are no dates; the limit also bounds the regular expressions. */
const DATE_MAX = 80;

/**
 * Null for anything else. A date without a zone is read as UTC, a day without a time as its midnight.
 * @param lang the feed's or the item's, by which some months, the order of figures and some names of zones differ
 */
export function parseDate(text: string, lang: string | null = null): EpochMs | null {
  if (text.length > DATE_MAX * 4) return null;
  const line = toCommonDates(text, lang ?? '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^\s*(\p{L}+),(?=\d)/u, '$1, ')
    .replace(/(?<=[+-]\d\d:?\d\d|Z)\[[^\]]*\]\s*$/i, '')
    .replace(EAST_ASIAN_DAY, '$1-$2-$3 ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(TYPESET_MINUS, '-');
  if (line === '' || line.length > DATE_MAX) return null;
  for (const read of [readEpoch, readYearFirst, readYearName, readDayFirst, readMonthFirst, readNumeric]) {
    const parts = read(line, lang ?? '');
    if (parts !== null) return typeof parts === 'number' ? parts : toEpochMs(parts, lang ?? '');
  }
  return null;
}

/** 2026年5月3日, 2026년 5월 3일, 2026. 5. 3. */
const EAST_ASIAN_DAY = /(\d{4})(?:[年년]\s?|\.\s)(\d{1,2})(?:[月월]\s?|\.\s)(\d{1,2})(?:[日일]|\.)/;

/** A minus sign before a zone offset; between two times without seconds it would be a dash. */
const TYPESET_MINUS = /[–−](?=\d{4}$)|(?<=:\d\d:\d\d ?)[–−](?=\d\d:\d\d$)/;

type Parts = {
  readonly year: string | undefined;
  readonly month: number;
  readonly day: string | undefined;
  /** Everything after the day: "12:00:05.250 PM +02:00". */
  readonly time: string | undefined;
};

function readEpoch(line: string): number | null {
  if (/^\d{13}$/.test(line)) return Number(line);
  return /^\d{9,10}(?:\.\d+)?$/.test(line) ? Math.floor(Number(line) * 1000) : null;
}

/** 2026-05-03T12:00:00Z, 20260503T120000Z, 20260503120000, 2026/05/03 12:00, 2026-05, 2026 */
function readYearFirst(written: string): Parts | null {
  const line = written.replace(/^(\d{8})(?=\d{6}(?!\d))/, '$1T');
  const match = /^(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2})(?:[T ,]+(.+)|(Z|[+-]\d\d:?\d\d))?)?)?$/i.exec(line);
  if (match === null) return null;
  const compact = /^(\d\d)(\d\d)(\d\d)?(.*)$/.exec(match[5] ?? '');
  const time = compact === null ? match[5] : `${compact[1]}:${compact[2]}:${compact[3] ?? '00'}${compact[4]}`;
  return { year: match[1], month: Number(match[3] ?? 1), day: match[4] ?? '1', time };
}

/** 2026. május 3. 12:00, 2026.05.03. 12:00 */
function readYearName(line: string, lang: string): Parts | null {
  const match = /^(\d{4})\. ?(\p{L}{3,12}|\d{1,2})\.? ?(\d{1,2})\.?,?(?: (.+))?$/u.exec(line);
  const named = match?.[2] ?? '';
  const month = Number.parseInt(named, 10) || monthOf(named, lang);
  return match === null || month === 0 ? null : { year: match[1], month, day: match[3], time: match[4] };
}

/** Sun, 03 May 2026 12:00:00 GMT; 3-May-26 12:00; 3 de mayo de 2026; 周日, 03 5月 2026 12:00:00 GMT */
function readDayFirst(line: string, lang: string): Parts | null {
  const match =
    /^(?:[\p{L}\p{M}]+\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.|º)?[ -]+(?:de )?(\p{L}[\p{L}\p{M}]{1,12}|\d+[月월])[.,]?[ -]+(?:de )?(\d{4}|\d{2})(?:[, ]+(.+))?$/iu.exec(
      line,
    );
  const named = match?.[2] ?? '';
  const month = Number.parseInt(named, 10) || monthOf(named, lang);
  return match === null || month === 0 ? null : { year: match[3], month, day: match[1], time: match[4] };
}

/** May 3, 2026 12:00 PM EST; Sun May 3 12:00:00 GMT 2026 */
function readMonthFirst(line: string, lang: string): Parts | null {
  const us = /^(?:\p{L}+,? )?(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[, ]+(.+))?$/iu.exec(line);
  const c = /^\p{L}+,? (\p{L}{3,12})\.? (\d{1,2}),? (\d{1,2}:\d\d(?::\d\d)?(?: [\w+:-]{1,9})?) (\d{4})$/iu.exec(line);
  const month = monthOf((us ?? c)?.[1] ?? '', lang);
  if (month === 0) return null;
  if (us !== null) return { year: us[3], month, day: us[2], time: us[4] };
  return c === null ? null : { year: c[4], month, day: c[2], time: c[3] };
}

/**
 * 03.05.2026 12:00 is the third of May; so is 05/03/2026 in American feeds, those that say no language and with AM or PM, unless only
 * the other order is a date, and 03/05/2026 in the others.
 */
function readNumeric(line: string, lang: string): Parts | null {
  const match = /^(?:\p{L}+,? )?(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?:[, ]+(.+))?$/u.exec(line);
  if (match === null) return null;
  const isAmerican = /^(?:en(?:-us)?)?$/i.test(lang) || /\d ?[ap]m\b/i.test(match[5] ?? '');
  const isMonthFirst = match[2] === '/' && Number(match[1]) <= 12 && (isAmerican || Number(match[3]) > 12);
  const [month, day] = isMonthFirst ? [match[1], match[3]] : [match[3], match[1]];
  return { year: match[4], month: Number(month), day, time: match[5] };
}

function toEpochMs({ year, month, day, time }: Parts, lang: string): EpochMs | null {
  const short = Number(year);
  const fullYear = year?.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
  const dayOfMonth = Number(day);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31 || fullYear < 1000) return null;
  const midnight = Date.UTC(fullYear, month - 1, dayOfMonth);
  const clock = readClock(time ?? '', { day: midnight, lang });
  if (clock === null) return null;
  return new Date(midnight).getUTCMonth() === month - 1 ? midnight + clock : null;
}

/** 12:00, 12:00:05.250 PM, 12.30 Uhr, 12 PM; then the zone. */
const CLOCK =
  /^(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?|(?=\s*(?:[ap]\.?m|uhr)))\s*([ap]\.?m\b\.?)?(?:uhr\b)?\s*(.*)$/i;

const BEFORE_CLOCK = /^(?:[-–] |à |às |at |um |a las |kl\.? |klo |om |ore )/i;

/** Milliseconds after midnight UTC; a time that cannot be read is not guessed, the whole date is dropped. */
function readClock(written: string, context: ZoneContext): number | null {
  const text = written.replace(BEFORE_CLOCK, '').trim();
  const match = CLOCK.exec(text);
  if (match === null) {
    const offset = readOffset(text, context);
    return offset === null ? null : -offset;
  }
  const half = match[5]?.[0]?.toLowerCase();
  const hour = Number(match[1]);
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const minutes = Number(match[2] ?? 0);
  const seconds = Number(match[3] ?? 0);
  const offset = readOffset(match[6] ?? '', context);
  if (hours > 24 || minutes > 59 || seconds > 60 || offset === null) return null;
  const fraction = Math.floor(Number(`0.${match[4] ?? 0}`) * 1000);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction - offset;
}

const HOUR_MS = 3_600_000;

function readOffset(zone: string, context: ZoneContext): number | null {
  const name = zone.trim().toUpperCase();
  if (name === '') return 0;
  if (name.startsWith('- ')) return null; // a dash: from one time to another
  const named = findZoneOffset(name, context);
  if (named !== null) return named;
  const match = /^(?:GMT|UTC?|Z)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?: [A-Z]+)?$/.exec(name);
  if (match === null) return null;
  const offset = Number(match[2]) * HOUR_MS + Number(match[3] ?? 0) * 60_000;
  return offset > 15 * HOUR_MS ? null : match[1] === '-' ? -offset : offset;
}
