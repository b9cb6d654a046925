// What the handlers of the API are given: the database, the outlets, the served index and the answers kept in memory.
import type { Catalogue } from '../catalogue.ts';
import type { PageMatcher } from '../match/match-page.ts';
import type { Database } from '../store/database.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { ApiConfig } from './api-config.ts';
import type { ApiLog } from './guard.ts';
import type { IndexFollower } from './served-index.ts';

export type ApiParts = {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly config: ApiConfig;
  readonly index: IndexFollower;
  /** Under their prefixes. */
  readonly lookups: AnswerCache;
  /** All other answers, under the path and question. */
  readonly answers: AnswerCache;
  readonly matcher: PageMatcher;
  readonly now: () => number;
  readonly log: ApiLog;
  /** Answers are for those with a token, and not to be kept by proxies. */
  readonly needsToken: boolean;
};
