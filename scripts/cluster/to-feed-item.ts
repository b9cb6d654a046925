// Reduces an article of a corpus to what a feed contains.
import type { ClusterArticle } from '../../engine/ports.ts';

/** Keeps the title, and this many characters of the lead or, without one, of the text. */
export function toFeedItem({ body = '', ...article }: ClusterArticle, characters: number): ClusterArticle {
  return { ...article, lead: (article.lead || body).slice(0, characters) };
}
