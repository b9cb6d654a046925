// Deals a labelled set into an index and the pages that are asked about.
//
// A third of the stories stays out of the index altogether: most pages a reader opens are of stories that nobody covers. Of
// the others every second article is indexed.
import type { ClusterArticle } from '../../engine/ports.ts';
import { isHeldOut } from './evaluate.ts';
import { readLabels } from './labelled-sets.ts';
import { readArticles } from './read-articles.ts';

export type DealtArticles = {
  readonly indexed: readonly ClusterArticle[];
  /** Of stories in the index. */
  readonly known: readonly ClusterArticle[];
  /** Of stories that are not. */
  readonly unknown: readonly ClusterArticle[];
  /** The label of each article. */
  readonly events: ReadonlyMap<string, string>;
};

const FOLD_STORIES = 11;

export async function dealArticles(file: string): Promise<DealtArticles> {
  const events = new Map(readLabels(file).map(({ id, story }) => [id, story]));
  const indexed: ClusterArticle[] = [];
  const known: ClusterArticle[] = [];
  const unknown: ClusterArticle[] = [];
  const counts = new Map<string, number>();
  for await (const article of readArticles(file)) {
    const event = events.get(article.id) ?? '';
    const count = (counts.get(event) ?? 0) + 1;
    counts.set(event, count);
    if (isOutside(event)) unknown.push(article);
    else if (count % 2 === 1) indexed.push(article);
    else known.push(article);
  }
  return { indexed, known, unknown, events };
}

/** Two folds of stories agree on a quarter of them, three on an eighth: together a third, whole stories each. */
function isOutside(event: string): boolean {
  const [a, b, c] = [0, 1, 2].map((n) => isHeldOut(event, FOLD_STORIES * 10 + n));
  return (a && b) || (!a && b && c) || false;
}
