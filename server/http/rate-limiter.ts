// Limits each client to a number of requests a minute, with a reserve for bursts: one token bucket per client.
//
// Example: 120 a minute with a burst of 40. A client that was idle may make 40 requests at once, then two a second.

export type Rate = { readonly perMinute: number; readonly burst: number };

export type RateLimiter = {
  /** Null when the client may ask; otherwise the seconds to wait. */
  readonly take: (client: string) => number | null;
  readonly size: () => number;
};

type Bucket = { tokens: number; at: number };

/** 100 bytes each. Somebody with more addresses than this cannot be limited by counting per address anyway. */
const CLIENTS_MAX = 100_000;
const MINUTE_MS = 60_000;

export function createRateLimiter({ perMinute, burst }: Rate, now: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / MINUTE_MS;
  let sweepAt = now() + MINUTE_MS;

  /** A full bucket carries no more information than a missing one. */
  function sweep(at: number): void {
    for (const [client, bucket] of buckets) {
      if (bucket.tokens + (at - bucket.at) * perMs >= burst) buckets.delete(client);
    }
    for (const client of buckets.keys()) {
      if (buckets.size <= CLIENTS_MAX) break;
      buckets.delete(client);
    }
    sweepAt = at + MINUTE_MS;
  }

  return {
    take(client) {
      const at = now();
      if (at >= sweepAt || buckets.size > CLIENTS_MAX * 1.1) sweep(at);
      const bucket = buckets.get(client);
      if (bucket === undefined) {
        buckets.set(client, { tokens: burst - 1, at });
        return null;
      }
      bucket.tokens = Math.min(burst, bucket.tokens + Math.max(0, at - bucket.at) * perMs);
      bucket.at = at;
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
      bucket.tokens -= 1;
      return null;
    },
    size: () => buckets.size,
  };
}
