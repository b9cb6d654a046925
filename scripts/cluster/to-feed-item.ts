// Cuts an article of a corpus to what a feed gives of it.
import type { ClusterArticle } from '../../engine/ports.ts';

/** The title, and so many characters of its lead, or else of its text. */
export function toFeedItem({ body = '', ...article }: ClusterArticle, characters: number): ClusterArticle {
  return { ...article, lead: (article.lead || body).slice(0, characters) };
}
