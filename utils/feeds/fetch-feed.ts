// Asks one outlet for one feed: conditionally, without cookies, within limits of time and size; every outcome has a name.
import { parseFeed } from '../../engine/feed/parse-feed.ts';
import type { FeedParseFailure, ParsedFeed } from '../../engine/feed/schema.ts';
import { decodeFeed } from './decode-feed.ts';
import type { FeedProblem, FeedState } from './feed-state.ts';
import { readBody } from './read-body.ts';
import { readMaxAgeMs, readRetryAfterMs } from './retry-after.ts';

export type FetchLimits = {
  /** From the request to the last byte. */
  readonly timeoutMs: number;
  /** After decompression. */
  readonly bytesMax: number;
};

/** Slow feeds answer within some ten seconds; the largest news sitemaps have 2 MB. */
export const FETCH_LIMITS: FetchLimits = { timeoutMs: 20_000, bytesMax: 5 * 1024 * 1024 };

type Answered = {
  /** Where the answer came from, after redirects. */
  readonly finalUrl: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly maxAgeMs: number | null;
};

export type FetchOutcome =
  | (Answered & { readonly kind: 'fetched'; readonly feed: ParsedFeed })
  | (Answered & { readonly kind: 'unchanged' })
  | {
      readonly kind: 'failed';
      readonly problem: FeedProblem;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'aborted' };

export type FeedRequest = {
  /** Of the feed's state: where to ask, and by which validators. */
  readonly state: Pick<FeedState, 'currentUrl' | 'etag' | 'lastModified'>;
  readonly fetch: typeof fetch;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly isOnline: () => boolean;
  readonly limits?: FetchLimits;
  /** A signal that aborts after so many milliseconds. */
  readonly startTimeout?: (ms: number) => AbortSignal;
};

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

export async function fetchFeed(request: FeedRequest): Promise<FetchOutcome> {
  const { limits = FETCH_LIMITS, startTimeout = AbortSignal.timeout, signal } = request;
  const timeout = startTimeout(limits.timeoutMs);
  try {
    return await ask(request, AbortSignal.any([signal, timeout]), limits);
  } catch {
    if (signal.aborted) return { kind: 'aborted' };
    if (timeout.aborted) return failed('timeout');
    // fetch rejects alike for a missing network, name, certificate or permission; only the first is not the feed's.
    return failed(request.isOnline() ? 'network' : 'offline');
  }
}

async function ask(request: FeedRequest, signal: AbortSignal, { bytesMax }: FetchLimits): Promise<FetchOutcome> {
  const { state, now } = request;
  const headers = new Headers({ accept: ACCEPT });
  if (state.etag !== null) headers.set('if-none-match', state.etag);
  if (state.lastModified !== null) headers.set('if-modified-since', state.lastModified);
  const response = await request.fetch(state.currentUrl, {
    headers,
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // The browser's own cache would answer 304s itself and hide them; our validators live with the feed's state.
    cache: 'no-store',
    redirect: 'follow',
  });
  const answered: Answered = {
    finalUrl: response.url === '' ? state.currentUrl : response.url,
    etag: validatorOf(response, 'etag'),
    lastModified: validatorOf(response, 'last-modified'),
    maxAgeMs: readMaxAgeMs(response.headers),
  };
  if (response.status === 304) {
    return {
      kind: 'unchanged',
      ...answered,
      etag: answered.etag ?? state.etag,
      lastModified: answered.lastModified ?? state.lastModified,
    };
  }
  if (!response.ok) {
    void response.body?.cancel().catch(() => {});
    return failed(problemOfStatus(response.status), response.status, readRetryAfterMs(response.headers, now));
  }
  const body = await readBody(response, bytesMax);
  if (!body.ok) return failed('too-large');
  const text = decodeFeed(body.value, response.headers.get('content-type'));
  const parsed = parseFeed({ text, baseUrl: answered.finalUrl });
  return parsed.ok ? { kind: 'fetched', ...answered, feed: parsed.value } : failed(problemOfParse(parsed.error));
}

/** Absurdly long ones are not stored: the next poll is then unconditional. */
function validatorOf(response: Response, name: string): string | null {
  const text = response.headers.get(name);
  return text === null || text.length > 1000 ? null : text;
}

function failed(problem: FeedProblem, status: number | null = null, retryAfterMs: number | null = null): FetchOutcome {
  return { kind: 'failed', problem, status, retryAfterMs };
}

function problemOfStatus(status: number): FeedProblem {
  if (status === 410) return 'gone';
  return status === 429 || status === 503 ? 'busy' : 'http-error';
}

function problemOfParse(failure: FeedParseFailure): FeedProblem {
  return failure.reason;
}
