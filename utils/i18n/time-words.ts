// Says how old something is, as a sentence part or as a short mark, in the language of the reader.

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
