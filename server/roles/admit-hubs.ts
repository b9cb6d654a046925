// Serves hubs beside the API, with rate limits: each of their calls queries the database, whoever makes it. And a feed names
// its own hub: a hostile one could push until so many articles wait for their story that nothing else is taken in.

import type { TrustedProxies } from '../http/client-address.ts';
import { createAllowance } from '../http/client-allowance.ts';
import type { Api } from '../http/create-api.ts';
import { createRateLimiter, type RateLimiter } from '../http/rate-limiter.ts';
import { CALLBACK_PATH } from '../ingest/websub/subscribe.ts';

export type HubAdmission = {
  readonly answerHub: (request: Request) => Promise<Response | null>;
  readonly api: Api['fetch'];
  readonly trustedProxies: TrustedProxies;
  /** Monotonic milliseconds. */
  readonly ticks: () => number;
  readonly onFailure: (cause: unknown) => void;
};

/** The largest hub serves some hundred feeds of the registry, which change a few times an hour. Refused pushes get polled. */
const HUB_RATE = { perMinute: 600, burst: 600 };

/** Of one feed. A push brings at most 1000 articles; about 200 a second get their place in a story (docs/scaling.md). */
const PUSH_RATE = { perMinute: 2, burst: 5 };

/** Counts pushes by their subscription's id. `ticks`: monotonic milliseconds. */
export const createPushAllowance = (ticks: () => number): RateLimiter['take'] =>
  createRateLimiter(PUSH_RATE, ticks).take;

export function admitHubs({ answerHub, api, trustedProxies, ticks, onFailure }: HubAdmission): Api['fetch'] {
  const allow = createAllowance({ rate: HUB_RATE, trustedProxies, ticks });
  return async (request, host) => {
    if (!new URL(request.url).pathname.startsWith(CALLBACK_PATH)) return await api(request, host);
    const forwardedFor = request.headers.get('x-forwarded-for') ?? undefined;
    const wait = allow({ peer: host?.peer ?? null, forwardedFor });
    if (wait !== null) return new Response(null, { status: 429, headers: { 'retry-after': String(wait) } });
    try {
      return (await answerHub(request)) ?? (await api(request, host));
    } catch (cause) {
      onFailure(cause);
      return new Response(null, { status: 500 });
    }
  };
}
