// The operator's choices for the API.
import type { TrustedProxies } from './client-address.ts';
import type { Rate } from './rate-limiter.ts';

export type ApiConfig = {
  /** The operator's name for this server, shown to its users. */
  readonly name: string;
  /** For institutions: requests without this token are refused. Null for a public server. */
  readonly readToken: string | null;
  /** Tokens that allow sending articles; empty: nobody may. */
  readonly articleTokens: readonly string[];
  /** Token for reading /metrics remotely; without one, only direct connections from private networks may. */
  readonly metricsToken: string | null;
  readonly trustedProxies: TrustedProxies;
  /** For each client. */
  readonly rates: { readonly read: Rate; readonly match: Rate; readonly articles: Rate };
  readonly lookupCacheBytes: number;
  readonly answerCacheBytes: number;
  /** Stories are deleted this long after their last article; articles published longer ago than this are not accepted. */
  readonly keepMs: number;
  /** When more articles than this wait to be placed in a story, new ones are refused until the number drops. */
  readonly waitingMax: number;
  /** After this, a request other than a batch of articles is given up. */
  readonly timeoutMs: number;
};

/** Allows for 16 MB of articles over a slow line: a batch that is cut off sooner would be cut off again at each retry. */
export const ARTICLES_TIMEOUT_MS = 60_000;

const MEGABYTE = 1024 * 1024;

/**
 * Reading a page takes one or two requests, and a newspaper's front page with all its links none: 240 a minute is a reader who
 * opens a page every half second. Many readers may share one office address, hence the reserve.
 */
export const API_DEFAULTS: ApiConfig = {
  name: 'Parallax',
  readToken: null,
  articleTokens: [],
  metricsToken: null,
  trustedProxies: { by: 'count', count: 0 },
  rates: {
    read: { perMinute: 240, burst: 240 },
    match: { perMinute: 30, burst: 30 },
    articles: { perMinute: 600, burst: 600 },
  },
  lookupCacheBytes: 120 * MEGABYTE,
  answerCacheBytes: 16 * MEGABYTE,
  keepMs: 14 * 24 * 3_600_000,
  waitingMax: 20_000,
  timeoutMs: 10_000,
};
