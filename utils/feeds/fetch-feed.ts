// Fetches one feed with the browser's fetch: without cookies, within limits of time and size.
import {
  type AskedFeed,
  FETCH_LIMITS,
  type FetchLimits,
  type FetchOutcome,
  failedFetch,
  outcomeOfBody,
  outcomeOfHead,
  toRequestHeaders,
} from '../../engine/feed/feed-exchange.ts';
import { readBody } from './read-body.ts';

export type FeedRequest = {
  readonly state: AskedFeed;
  readonly fetch: typeof fetch;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly isOnline: () => boolean;
  readonly limits?: FetchLimits;
  /** Returns a signal that aborts after this many milliseconds. */
  readonly startTimeout?: (ms: number) => AbortSignal;
};

export async function fetchFeed(request: FeedRequest): Promise<FetchOutcome> {
  const { limits = FETCH_LIMITS, startTimeout = AbortSignal.timeout, signal } = request;
  const timeout = startTimeout(limits.timeoutMs);
  try {
    return await ask({ ...request, signal: AbortSignal.any([signal, timeout]) }, limits);
  } catch {
    if (signal.aborted) return { kind: 'aborted' };
    if (timeout.aborted) return failedFetch('timeout');
    // fetch rejects alike for a missing network, host, certificate or permission; only the first is not the feed's fault.
    return failedFetch(request.isOnline() ? 'network' : 'offline');
  }
}

async function ask(request: FeedRequest, { bytesMax }: FetchLimits): Promise<FetchOutcome> {
  const { state, now, signal } = request;
  const response = await request.fetch(state.currentUrl, {
    headers: new Headers(toRequestHeaders(state)),
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // The browser's cache would handle 304 answers itself and hide them; our validators are in the feed's state.
    cache: 'no-store',
    redirect: 'follow',
  });
  const finalUrl = response.url === '' ? state.currentUrl : response.url;
  const answer = { status: response.status, headers: response.headers, finalUrl };
  const outcome = outcomeOfHead(answer, { asked: state, now });
  if (outcome !== null) {
    void response.body?.cancel().catch(() => {});
    return outcome;
  }
  const body = await readBody(response, bytesMax);
  return body.ok ? outcomeOfBody(answer, body.value) : failedFetch('too-large');
}
