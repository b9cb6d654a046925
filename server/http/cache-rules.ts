// How long proxies and browsers may keep each kind of answer, and how long they may serve it while fetching a new one.

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** In seconds. `stale`: how much longer a cache may use the answer while it revalidates or the server does not respond. */
type Rule = { readonly maxAge: number; readonly stale: number };

const RULES = {
  /** An outdated prefix length makes lookups fail. */
  meta: { maxAge: MINUTE, stale: 5 * MINUTE },
  /** So a new article shows up a minute late at most; readers open a page minutes after it was published. */
  lookup: { maxAge: MINUTE, stale: 10 * MINUTE },
  story: { maxAge: MINUTE, stale: 10 * MINUTE },
  context: { maxAge: 5 * MINUTE, stale: HOUR },
  stories: { maxAge: 30, stale: 5 * MINUTE },
  outlet: { maxAge: HOUR, stale: 24 * HOUR },
  /** The target may be merged in turn; then it redirects to the next one. */
  redirect: { maxAge: HOUR, stale: 24 * HOUR },
  document: { maxAge: HOUR, stale: 24 * HOUR },
} satisfies Readonly<Record<string, Rule>>;

export type CacheRule = keyof typeof RULES;

/** Answers that need a token, or contain a reader's own words, may be stored in the client's own cache only. */
export function cacheControlOf(name: CacheRule, { isPrivate }: { readonly isPrivate: boolean }): string {
  const { maxAge, stale } = RULES[name];
  const scope = isPrivate ? 'private' : 'public';
  return `${scope}, max-age=${maxAge}, stale-while-revalidate=${stale}, stale-if-error=${stale}`;
}
