// How long a server's answer may be shown, from its Cache-Control header.
import type { EpochMs } from '../../../engine/ids.ts';

export type Lifetime = {
  /** Until then it is shown without asking again. */
  readonly freshUntil: EpochMs;
  /** Until then it is shown while it is asked for again. */
  readonly staleUntil: EpochMs;
};

/** One page asks for the same story from popup, badge and card within seconds; no answer changes so fast. */
const FRESH_LEAST_MS = 15_000;
/** A wrong header must not keep an old answer for good. */
const FRESH_MOST_MS = 24 * 3_600_000;

/** Null for what must not be kept. */
export function readLifetime(headers: Headers, now: EpochMs): Lifetime | null {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-store\b/i.test(control)) return null;
  const freshMs = /\bno-cache\b/i.test(control) ? 0 : (readSeconds(control, 'max-age') ?? 0);
  const freshUntil = now + Math.min(FRESH_MOST_MS, Math.max(FRESH_LEAST_MS, freshMs));
  const staleMs = Math.min(FRESH_MOST_MS, readSeconds(control, 'stale-while-revalidate') ?? 0);
  return { freshUntil, staleUntil: freshUntil + staleMs };
}

function readSeconds(control: string, directive: string): number | null {
  const found = new RegExp(`(?:^|[\\s,])${directive}\\s*=\\s*"?(\\d{1,9})`, 'i').exec(control)?.[1];
  return found === undefined ? null : Number(found) * 1000;
}
