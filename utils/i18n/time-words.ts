// Says when something was and how old it is, as a sentence part or as a short mark, in the language of the reader.
import { once } from './once.ts';

const MINUTE_MS = 60_000;
const UNITS = [
  { unit: 'day', ms: 24 * 60 * MINUTE_MS },
  { unit: 'hour', ms: 60 * MINUTE_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const;

type Age = { readonly unit: 'day' | 'hour' | 'minute'; readonly amount: number };

/** Whole units, rounded down; a time in the future (clocks differ) counts as now. */
export function measureAge(at: number, now: number): Age {
  const elapsedMs = Math.max(0, now - at);
  const fitting = UNITS.find(({ ms }) => elapsedMs >= ms) ?? UNITS[2];
  return { unit: fitting.unit, amount: Math.floor(elapsedMs / fitting.ms) };
}

/** Formats are made when they are needed, and once: each costs more than the rest of an article's line in a list. */
export function createTimeWords({ locale, now }: { locale: string; now: () => number }) {
  const times = once(
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  );
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const agos = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  const toAges = (unit: Age['unit']) =>
    once(() => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }));
  const ages = { day: toAges('day'), hour: toAges('hour'), minute: toAges('minute') };
  return {
    time: (at: number) => times().format(at),
    day: (at: number) => days().format(at),
    /** "14 minutes ago"; null under a minute, for which the browser has only a bare "now". */
    ago(at: number): string | null {
      const { unit, amount } = measureAge(at, now());
      return amount === 0 ? null : agos().format(-amount, unit);
    },
    /** "14 min", "3 hr"; under a minute counts as one. */
    age(at: number): string {
      const { unit, amount } = measureAge(at, now());
      return ages[unit]().format(Math.max(1, amount));
    },
  };
}
