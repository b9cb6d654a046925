// What an operator decides about the API, as the configuration parses it.
import type { TrustedProxies } from './client-address.ts';
import type { Rate } from './rate-limiter.ts';

export type ApiConfig = {
  /** The operator's own name for this server, shown to its users. */
  readonly name: string;
  /** Institutions: without this token nobody is answered. Null for a public server. */
  readonly readToken: string | null;
  /** Who may give articles; none: nobody. */
  readonly articleTokens: readonly string[];
  /** For /metrics from afar; without one only this machine's and private networks' own connections are answered. */
  readonly metricsToken: string | null;
  readonly trustedProxies: TrustedProxies;
  /** Of one client. */
  readonly rates: { readonly read: Rate; readonly match: Rate; readonly articles: Rate };
  readonly lookupCacheBytes: number;
  readonly answerCacheBytes: number;
  /** Stories are forgotten so long after their last article; articles that were published before that are not taken. */
  readonly keepMs: number;
  /** With more articles waiting for their place in a story, new ones are refused until it is fewer. */
  readonly waitingMax: number;
  /** After which a question is given up, but for a batch of articles. */
  readonly timeoutMs: number;
};

/** For 16 MB of articles over a slow line: what is cut off sooner would be cut off every time that it is sent again. */
export const ARTICLES_TIMEOUT_MS = 60_000;

const MEGABYTE = 1024 * 1024;

/**
 * Reading a page takes one or two questions, and a newspaper's front page with all its links none: 240 a minute is
 * somebody who opens a page every half second. Behind one address of an office there may be many: hence the reserve.
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
