// Says how old something is, as a sentence part or as a short mark, in the language of the reader.

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** `from`: a single month or year would be too coarse to go by. */
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

/** "14 minutes ago"; null under a minute, for which the browser has only a bare "now". */
export function formatAgo({ at, now, locale }: { at: number; now: number; locale: string }): string | null {
  const { unit, amount } = measureAge(at, now);
  return amount === 0 ? null : new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(-amount, unit);
}

/** "14 min", "3 hr"; under a minute counts as one. */
export function formatAge({ at, now, locale }: { at: number; now: number; locale: string }): string {
  const { unit, amount } = measureAge(at, now);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.max(1, amount));
}
