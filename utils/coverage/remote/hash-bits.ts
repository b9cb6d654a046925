// How many bits of a page's hash are sent to the server, so that the page hides among enough articles.
import { LOOKUP_CROWD_LEAST, type MetaAnswer } from '../../../engine/api.ts';

/**
 * The length that the server asks for, or null when that would reveal too much: when the server itself says that fewer
 * articles than promised share a prefix, or when it has too few articles for that many prefixes.
 *
 *   12 800 articles, 8 bits  →  256 prefixes of 50 articles on average: just enough
 *   12 800 articles, 9 bits  →  512 prefixes of 25 articles: never asked
 */
export function chooseLookupBits({ lookupBits, lookupCrowd, index }: MetaAnswer): number | null {
  if (lookupBits === 0) return 0;
  const average = index.articles / 2 ** lookupBits;
  return lookupCrowd >= LOOKUP_CROWD_LEAST && average >= LOOKUP_CROWD_LEAST ? lookupBits : null;
}
