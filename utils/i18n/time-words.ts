// Formats times and ages, as part of a sentence or as a short mark, in the reader's language.
import { once } from '../once.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** `from`: the unit is used from two years or months, since a single one would be too coarse. */
const UNITS = [
  { unit: 'year', ms: 365 * DAY_MS, from: 730 * DAY_MS },
  { unit: 'month', ms: 30 * DAY_MS, from: 60 * DAY_MS },
  { unit: 'day', ms: DAY_MS, from: DAY_MS },
  { unit: 'hour', ms: 60 * MINUTE_MS, from: 60 * MINUTE_MS },
  { unit: 'minute', ms: MINUTE_MS, from: 0 },
] as const;

type Unit = (typeof UNITS)[number];
type Age = { readonly unit: Unit['unit']; readonly amount: number };

/** Whole units, rounded down; a time in the future (clocks differ) counts as now. */
export function measureAge(at: number, now: number): Age {
  const elapsedMs = Math.max(0, now - at);
  const fitting: Unit = UNITS.find(({ from }) => elapsedMs >= from) ?? UNITS[4];
  return { unit: fitting.unit, amount: Math.floor(elapsedMs / fitting.ms) };
}

/** Formats are created on first use, and once: each costs more than the rest of an article's line in a list. */
export function createTimeWords({ locale, now }: { locale: string; now: () => number }) {
  const toTimes = (year?: 'numeric') =>
    once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year, ...clockOf(locale) }));
  const timesThisYear = toTimes();
  const times = toTimes('numeric');
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const months = once(() => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }));
  const dates = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));
  const agos = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  const toAges = (unit: Age['unit']) =>
    once(() => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }));
  const ages = {
    year: toAges('year'),
    month: toAges('month'),
    day: toAges('day'),
    hour: toAges('hour'),
    minute: toAges('minute'),
  };
  return {
    time: (at: number) => (yearOf(at) === yearOf(now()) ? timesThisYear() : times()).format(at),
    day: (at: number) => days().format(at),
    /** With the given precision: "2025", "2024-05" as "May 2024", "2026-05-31" as "May 31, 2026". */
    date(given: string): string {
      const at = Date.parse(given);
      if (Number.isNaN(at) || !/^\d{4}-\d{2}(?:-\d{2})?$/.test(given)) return given;
      return (given.length > 7 ? dates() : months()).format(at);
    },
    /** "14 minutes ago"; null under a minute, for which the browser only has "now". */
    ago(at: number): string | null {
      const { unit, amount } = measureAge(at, now());
      return amount === 0 ? null : agos().format(-amount, unit);
    },
    /** "14 min", "3 hr"; less than a minute counts as one. */
    age(at: number): string {
      const { unit, amount } = measureAge(at, now());
      return ages[unit]().format(Math.max(1, amount));
    },
  };
}

/** In the locale's style: "3:48 AM", "03:48". */
function clockOf(locale: string): Intl.DateTimeFormatOptions {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return { hour: hour12 === true ? 'numeric' : '2-digit', minute: '2-digit' };
}

const yearOf = (at: number) => new Date(at).getFullYear();
