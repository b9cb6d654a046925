// The id under which the article at any variant of its address is stored.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import { type ArticleId, toArticleId } from '../../engine/ids.ts';

/** Null for what is no http(s) address. */
export function toUrlArticleId(url: string): ArticleId | null {
  const canonicalUrl = canonicalizeUrl(url);
  return canonicalUrl === null ? null : toArticleId(canonicalUrl);
}
