// Decides when a feed is polled next: the usual interval, what the feed asks for, and longer after every failure.
//
//   every 20 min, jitter 0.8 … 0.95  →  due 16 … 19 min later
//   ttl 60                 →  due 60 min later;  ttl 1440  →  capped at TTL_MAX_MS, since news would be stale
//   failures 1, 2, 3, … 7  →  about 20, 40, 80 min … 21 h, then every 24 h;  Retry-After 3600  →  no sooner than that

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Longest interval that a feed can ask for: publishing systems say "daily" by default. */
export const TTL_MAX_MS = 2 * HOUR_MS;
export const BACK_OFF_MAX_MS = 24 * HOUR_MS;

export type PollResult =
  | { readonly kind: 'answered'; readonly ttlMinutes: number | null; readonly maxAgeMs: number | null }
  | {
      readonly kind: 'failed';
      readonly failures: number;
      readonly isGone: boolean;
      readonly retryAfterMs: number | null;
    };

export type Schedule = {
  readonly now: number;
  readonly pollIntervalMs: number;
  readonly jitter: Jitter;
  /** 0 … 1 */
  readonly random: () => number;
};

/**
 * Range of the random factor on each interval, so that not all feeds are due at once. Below 1 for a host that checks once an
 * interval: a feed due just after the check would wait for the next one. From 1 up for a host that checks all the time.
 */
export type Jitter = { readonly least: number; readonly most: number };

export function nextPollAt(result: PollResult, { now, pollIntervalMs, jitter, random }: Schedule): number {
  const factor = jitter.least + (jitter.most - jitter.least) * random();
  if (result.kind === 'answered') {
    const asked = Math.min(Math.max((result.ttlMinutes ?? 0) * MINUTE_MS, result.maxAgeMs ?? 0), TTL_MAX_MS);
    // A factor below 1 must not make it earlier than the feed asks for.
    return Math.round(now + Math.max(pollIntervalMs * factor, asked * Math.max(factor, 1)));
  }
  const doublings = Math.min(result.failures - 1, 20);
  const backOff = result.isGone ? BACK_OFF_MAX_MS : Math.min(pollIntervalMs * 2 ** doublings, BACK_OFF_MAX_MS);
  const jitteredMs = Math.min(backOff * factor, BACK_OFF_MAX_MS);
  return Math.round(now + Math.max(jitteredMs, Math.min(result.retryAfterMs ?? 0, BACK_OFF_MAX_MS)));
}
