// How long proxies and browsers may keep each kind of answer, and for how long they may show it while they fetch a new one.

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds. `stale` is what a cache may go on with while it asks anew, or while the server does not answer. */
type Rule = { readonly maxAge: number; readonly stale: number };

const RULES = {
  /** The length of prefixes must not be old for long, or lookups are refused. */
  meta: { maxAge: MINUTE, stale: 5 * MINUTE },
  /** A new article shows up a minute later at most; a reader opens a page minutes after it was published. */
  lookup: { maxAge: MINUTE, stale: 10 * MINUTE },
  story: { maxAge: MINUTE, stale: 10 * MINUTE },
  context: { maxAge: 5 * MINUTE, stale: HOUR },
  stories: { maxAge: 30, stale: 5 * MINUTE },
  outlet: { maxAge: HOUR, stale: 24 * HOUR },
  /** Where a merged story went: it may be merged once more, and then this redirect leads to the next. */
  redirect: { maxAge: HOUR, stale: 24 * HOUR },
  document: { maxAge: HOUR, stale: 24 * HOUR },
} satisfies Readonly<Record<string, Rule>>;

export type CacheRule = keyof typeof RULES;

/** What a token was needed for, and what a reader asked in his own words, is kept by the client's own cache only. */
export function cacheControlOf(name: CacheRule, isPrivate: boolean): string {
  const { maxAge, stale } = RULES[name];
  const scope = isPrivate ? 'private' : 'public';
  return `${scope}, max-age=${maxAge}, stale-while-revalidate=${stale}, stale-if-error=${stale}`;
}
