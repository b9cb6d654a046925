// A request for a feed and what its answer means: conditional headers, limits, and a name for every outcome.
//
// The host only does the network part: it sends these headers and reads status, headers and at most `bytesMax` of the body.
import type { EpochMs } from '../ids.ts';
import { decodeBytes } from '../text/decode-bytes.ts';
import { type FeedProblem, type FeedState, VALIDATOR_MAX } from './feed-state.ts';
import { parseFeed } from './parse-feed.ts';
import { type HeaderReader, readMaxAgeMs, readRetryAfterMs } from './retry-after.ts';
import type { ParsedFeed } from './schema.ts';
import { readServerTime } from './server-time.ts';

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
  /** The time of the answer by the server's clock; null where it does not say. */
  readonly saidAt: EpochMs | null;
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

/** The address to fetch, and the validators of the last answer. */
export type AskedFeed = Pick<FeedState, 'currentUrl' | 'etag' | 'lastModified'>;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

export function toRequestHeaders({ etag, lastModified }: AskedFeed): Record<string, string> {
  return {
    accept: ACCEPT,
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

export type FeedAnswer = { readonly status: number; readonly headers: HeaderReader; readonly finalUrl: string };

/** Null when the body has to be read first (`outcomeOfBody`). */
export function outcomeOfHead(
  { status, headers, finalUrl }: FeedAnswer,
  { asked, now }: { readonly asked: AskedFeed; readonly now: number },
): FetchOutcome | null {
  if (status === 304) {
    const answered = readAnswered(headers, finalUrl);
    return {
      kind: 'unchanged',
      ...answered,
      etag: answered.etag ?? asked.etag,
      lastModified: answered.lastModified ?? asked.lastModified,
    };
  }
  if (status >= 200 && status < 300) return null;
  return failedFetch(problemOfStatus(status), { status, retryAfterMs: readRetryAfterMs(headers, now) });
}

export function outcomeOfBody({ headers, finalUrl }: FeedAnswer, body: Uint8Array): FetchOutcome {
  const text = decodeBytes(body, headers.get('content-type'));
  const parsed = parseFeed({ text, baseUrl: finalUrl });
  return parsed.ok
    ? { kind: 'fetched', ...readAnswered(headers, finalUrl), feed: parsed.value }
    : failedFetch(parsed.error.reason);
}

type FailedFetch = Extract<FetchOutcome, { kind: 'failed' }>;

/** Without an answer there is neither a status nor a time to wait. */
export function failedFetch(
  problem: FeedProblem,
  { status, retryAfterMs }: Pick<FailedFetch, 'status' | 'retryAfterMs'> = { status: null, retryAfterMs: null },
): FailedFetch {
  return { kind: 'failed', problem, status, retryAfterMs };
}

function readAnswered(headers: HeaderReader, finalUrl: string): Answered {
  return {
    finalUrl,
    etag: readValidator(headers, 'etag'),
    lastModified: readValidator(headers, 'last-modified'),
    maxAgeMs: readMaxAgeMs(headers),
    saidAt: readServerTime(headers),
  };
}

function readValidator(headers: HeaderReader, name: string): string | null {
  const text = headers.get(name);
  return text === null || text.length > VALIDATOR_MAX ? null : text;
}

function problemOfStatus(status: number): FeedProblem {
  if (status === 410) return 'gone';
  return status === 429 || status === 503 ? 'busy' : 'http-error';
}
