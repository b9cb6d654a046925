// How many bits of a page's hash the server is asked by, so that the page hides among enough articles.
import { LOOKUP_CROWD_LEAST, type MetaAnswer } from '../../../engine/api.ts';

/**
 * The server's own length, or null when it would tell too much: the server says itself that fewer than the promised
 * articles share a prefix, or it has too few articles for so many prefixes to be shared by enough.
 *
 *   12 800 articles, 8 bits  →  256 prefixes of 50 articles on average: just enough
 *   12 800 articles, 9 bits  →  512 prefixes of 25 articles: never asked
 */
export function chooseLookupBits({ lookupBits, lookupCrowd, index }: MetaAnswer): number | null {
  if (lookupBits === 0) return 0;
  const average = index.articles / 2 ** lookupBits;
  return lookupCrowd >= LOOKUP_CROWD_LEAST && average >= LOOKUP_CROWD_LEAST ? lookupBits : null;
}
