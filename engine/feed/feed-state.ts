// What is remembered of one feed between polls: its address, validators, schedule and last outcome.
import * as z from 'zod/mini';
import { ArticleId, EpochMs } from '../ids.ts';
import { URL_MAX } from '../limits.ts';
import { HttpUrl } from '../schema.ts';

/** In characters; longer validators are not stored, and the next poll is unconditional. */
export const VALIDATOR_MAX = 1000;
const Validator = z.nullable(z.string().check(z.maxLength(VALIDATOR_MAX)));

/** Why the last poll brought nothing; each has a sentence and a next step in the options page. */
export const FeedProblem = z.enum([
  /** The reader's own network is down: the browser says so, or no host of a whole cycle answered. */
  'offline',
  /** No answer in time. */
  'timeout',
  /** No connection, or the browser refused the answer (a redirect to a host without permission, a bad certificate). */
  'network',
  'http-error',
  /** 410: the outlet says that it will not come back. */
  'gone',
  /** 429 or 503: the outlet asks to be left alone for a while. */
  'busy',
  'too-large',
  'empty',
  'not-a-feed',
  'malformed',
]);
export type FeedProblem = z.infer<typeof FeedProblem>;

export const FeedState = z.object({
  /** As the registry or the user gives it: the key. */
  url: HttpUrl,
  /** Where it is polled: `url`, or where that has been redirecting to. */
  currentUrl: HttpUrl,
  /** Where the last poll was redirected to, until the next one shows whether that holds. */
  redirectedTo: z.nullable(z.string().check(z.maxLength(URL_MAX))),
  etag: Validator,
  /** As the server wrote it, since it wants it back unchanged. */
  lastModified: Validator,
  /** The interval that the feed asks for, kept for polls that bring no feed. */
  ttlMinutes: z.nullable(z.number()),
  nextPollAt: EpochMs,
  /** In a row; being offline is not the feed's failure. */
  failures: z.number(),
  lastAttemptAt: z.nullable(EpochMs),
  lastSuccessAt: z.nullable(EpochMs),
  lastProblem: z.nullable(FeedProblem),
  /** Set with `http-error`, `gone` and `busy`. */
  lastStatus: z.nullable(z.number()),
  /** Items in the last feed that was fetched. */
  articlesSeen: z.number(),
  /** When the feed itself was last received, as opposed to "unchanged"; absent in older states. */
  fetchedAt: z.optional(EpochMs),
  /**
   * Articles that the last fetched feed listed without a date: if they have expired from the index by the next poll, they are
   * old, not new (undated.ts). Kept by hosts whose articles expire by when they were first seen.
   */
  undated: z.optional(z.array(ArticleId)),
  /** Articles of the last feed that an engine of this version failed on. Kept by hosts that store this nowhere else. */
  setAside: z.optional(z.object({ engineVersion: z.number(), ids: z.array(ArticleId) })),
  /** The articles that it listed: a key of headline and time or lead, and the id first listed under it (readdressed.ts). */
  listed: z.optional(z.array(z.tuple([z.string(), ArticleId]))),
});
export type FeedState = z.infer<typeof FeedState>;

/** A feed that was never polled is due at once. */
export function createFeedState(url: string): FeedState {
  return {
    url,
    currentUrl: url,
    redirectedTo: null,
    etag: null,
    lastModified: null,
    ttlMinutes: null,
    nextPollAt: 0,
    failures: 0,
    lastAttemptAt: null,
    lastSuccessAt: null,
    lastProblem: null,
    lastStatus: null,
    articlesSeen: 0,
  };
}
