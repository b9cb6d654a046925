// How long a server's answer may be shown, from its Cache-Control header.
import type { EpochMs } from '../../../engine/ids.ts';

export type Lifetime = {
  /** Until then it is shown without a request. */
  readonly freshUntil: EpochMs;
  /** Until then it is shown and refreshed in the background. */
  readonly staleUntil: EpochMs;
};

/** Popup, badge and card of one page ask for the same story within seconds; no answer changes that fast. */
const FRESH_MIN_MS = 15_000;
/** Limits the harm of a wrong header. */
const FRESH_MAX_MS = 24 * 3_600_000;

/** Null for an answer that must not be kept. */
export function readLifetime(headers: Headers, now: EpochMs): Lifetime | null {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-store\b/i.test(control)) return null;
  const freshMs = /\bno-cache\b/i.test(control) ? 0 : (readSeconds(control, 'max-age') ?? 0);
  const freshUntil = now + Math.min(FRESH_MAX_MS, Math.max(FRESH_MIN_MS, freshMs));
  const staleMs = Math.min(FRESH_MAX_MS, readSeconds(control, 'stale-while-revalidate') ?? 0);
  return { freshUntil, staleUntil: freshUntil + staleMs };
}

function readSeconds(control: string, directive: string): number | null {
  const found = new RegExp(`(?:^|[\\s,])${directive}\\s*=\\s*"?(\\d{1,9})`, 'i').exec(control)?.[1];
  return found === undefined ? null : Number(found) * 1000;
}
