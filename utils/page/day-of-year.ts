// Reads the day of a line that leaves the year out: "12 March", "Mi, 12. März, 14:05 Uhr", "3月12日 05:00".
//
// Running text mentions days of any year, so a line counts only where it has little else, up to a clock. Where it stands is
// the caller's to know.
import { toCommonDates } from '../../engine/text/local-calendars.ts';
import { monthOf } from '../../engine/text/month-names.ts';
import { CLOCK, checkTime, clockMs, DAY_MS, toTime, WORD } from './date-text.ts';

const PATTERNS = [
  {
    pattern: new RegExp(
      `(?:^|[^\\w.,])(\\d{1,2})(?:st|nd|rd|th|er|º|°|ª)?\\.?\\s{1,2}(?:de |d’|d'|of )?(${WORD}{2,13}(?:\\s\\u0627\\u0644${WORD}{3,5})?)\\.?(?=$|[\\s,])`,
    ),
    order: { day: 1, month: 2 },
  },
  // A name may be like that of a month: "Julia 5 comments".
  {
    pattern: new RegExp(`(${WORD}{3,13})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?\\.?(?=$|,|\\s\\d|\\sat\\s)`),
    order: { day: 2, month: 1 },
  },
  { pattern: /(?<![\d年년/])(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]/, order: { day: 2, month: 1 } },
];

const WORDS = new RegExp(`${WORD}{2,}`, 'g');
/** A weekday and a label ("Posted"), "le jeudi", "Publicado el"; a clock may have a word before it ("ora"). */
const OTHER_WORDS_MAX = 2;
/** Between such parts stand different things: a byline, a time to read. */
const BETWEEN_PARTS = /[|｜·•–—]|\s-\s/;

/** Where the outlet is, the day may have begun. */
const BEGUN_MS = DAY_MS / 2;
/** A day of the coming month may be that of an event which the article announces, and is no article's of last year. */
const SOON_MS = 31 * DAY_MS;

/** Of the years that had the day before `latest`, the last: outlets leave out the year that it is. */
export function findDayOfYear(line: string, latest: number, lang: string): number | null {
  for (const part of toCommonDates(line, lang)
    .split(BETWEEN_PARTS)
    .map((text) => text.trim())) {
    for (const { pattern, order } of PATTERNS) {
      const found = pattern.exec(part);
      if (found === null) continue;
      const name = found[order.month] ?? '';
      const month = Number(name) || monthOf(name, lang);
      const after = part.slice(found.index + found[0].length);
      const clock = CLOCK.exec(after);
      const others = `${part.slice(0, found.index)} ${after.slice(0, clock?.index)}`;
      const wordsMax = clock === null ? OTHER_WORDS_MAX : OTHER_WORDS_MAX + 1;
      if (month === 0 || /\d/.test(others) || (others.match(WORDS)?.length ?? 0) > wordsMax) continue;
      const year = new Date(latest).getUTCFullYear();
      const days = [year + 1, year, year - 1].map((one) => toTime(one, month, Number(found[order.day])));
      if (days.some((day) => day > latest + BEGUN_MS && day < latest + SOON_MS)) continue;
      const day = days.find((one) => one <= latest + BEGUN_MS) ?? Number.NaN;
      return checkTime(day + clockMs(after, day), latest);
    }
  }
  return null;
}
