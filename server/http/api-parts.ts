// What the API's handlers share: the database, the outlets, the served index and the cached answers.
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
  /** Lookup answers by prefix. */
  readonly lookups: AnswerCache;
  /** All other answers, by path and question. */
  readonly answers: AnswerCache;
  readonly matcher: PageMatcher;
  readonly now: () => number;
  readonly log: ApiLog;
  /** True when answers require a token; proxies must not cache them then. */
  readonly needsToken: boolean;
};
