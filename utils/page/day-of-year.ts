// Finds a date without a year in a line: "12 March", "Mi, 12. März, 14:05 Uhr", "3月12日 05:00", "12.3. 18:40".
//
// Running text mentions days of any year, so a line counts only if it has little besides the date and a clock time. The
// caller makes sure that the line stands near the headline.
import { toCommonDates } from '../../engine/text/local-calendars.ts';
import {
  CLOCK,
  checkTime,
  clockMs,
  DAY_FIRST,
  DAY_MONTH,
  DAY_MS,
  MONTH_DAY,
  MONTH_FIRST,
  readMonth,
  toTime,
  WORD,
} from './date-text.ts';

const PATTERNS = [
  { pattern: new RegExp(`${DAY_MONTH}(?=$|[\\s,])`), order: DAY_FIRST },
  // The end is strict because a person's name may look like a month: "Julia 5 comments".
  { pattern: new RegExp(`${MONTH_DAY}\\.?(?=$|,|\\s\\d|\\sat\\s)`), order: MONTH_FIRST },
  { pattern: /(?<![\d年년/])(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]/, order: MONTH_FIRST },
  // Two numbers may also be a score or a price, so a dot or a clock time has to follow: "12.3.", "12/3 à 18h40".
  {
    pattern: /(?<![\d.,:/])(\d{1,2})[./]\s?(\d{1,2})(?:(?<=\.\s?\d+)\.(?!\s?\d{4})|(?=[^\d/].*\d[:.h]\d\d))/,
    order: null,
  },
];

const WORDS = new RegExp(`${WORD}{2,}`, 'g');
/** "Posted" and a weekday, "le jeudi", "Publicado el". With a clock time one more word is allowed ("ora 14:05"). */
const OTHER_WORDS_MAX = 2;
/** Separates the parts of a line: a date, a byline, a reading time. */
const BETWEEN_PARTS = /[|｜·•–—]|\s-\s/;

/** A day that begins in UTC within this time has begun where the outlet is, if that is far enough east. */
const BEGUN_MS = DAY_MS / 2;
/** A day within the coming month is rather an event that the article announces than a date of publication last year. */
const SOON_MS = 31 * DAY_MS;

/**
 * The last such day that is not after `latest`, with the time of day, in epoch milliseconds: outlets leave out the year
 * when it is the current one. Null if there is none.
 */
export function findDayOfYear(
  line: string,
  { latest, lang }: { readonly latest: number; readonly lang: string },
): number | null {
  for (const part of toCommonDates(line, lang)
    .split(BETWEEN_PARTS)
    .map((text) => text.trim())) {
    for (const { pattern, order } of PATTERNS) {
      const found = pattern.exec(part);
      // In English 3/12 is 12 March in the US and 3 December elsewhere.
      if (found === null || (order === null && /^(?:en|$)/.test(lang))) continue;
      const places = order ?? (/^(?:zh|ja|ko)/.test(lang) ? MONTH_FIRST : DAY_FIRST);
      const month = readMonth(found[places.month] ?? '', lang);
      const after = part.slice(found.index + found[0].length);
      const clock = CLOCK.exec(after);
      const others = `${part.slice(0, found.index)} ${after.slice(0, clock?.index)}`;
      const wordsMax = clock === null ? OTHER_WORDS_MAX : OTHER_WORDS_MAX + 1;
      if (month === 0 || /\d/.test(others) || (others.match(WORDS)?.length ?? 0) > wordsMax) continue;
      const year = new Date(latest).getUTCFullYear();
      const day = Number(found[places.day]);
      const times = [year + 1, year, year - 1].map((one) => toTime({ year: one, month, day }));
      if (times.some((time) => time > latest + BEGUN_MS && time < latest + SOON_MS)) continue;
      const time = times.find((one) => one <= latest + BEGUN_MS) ?? Number.NaN;
      return checkTime(time + clockMs(after, { day: time, lang }), latest);
    }
  }
  return null;
}
