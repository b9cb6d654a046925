// Splits a labelled set into an index and the pages that are looked up in it.
//
// About a third of the stories are left out of the index, since most pages that a reader opens are about stories that nobody
// covers. Every second article of the others is indexed.
import type { ClusterArticle } from '../../engine/ports.ts';
import { isHeldOut } from './evaluate.ts';
import { readLabels } from './labelled-sets.ts';
import { readArticles } from './read-articles.ts';

export type DealtArticles = {
  readonly indexed: readonly ClusterArticle[];
  /** Articles of stories in the index. */
  readonly known: readonly ClusterArticle[];
  /** Articles of the other stories. */
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

/** A quarter of the stories plus an eighth, three eighths together, always whole stories. */
function isOutside(event: string): boolean {
  const [a, b, c] = [0, 1, 2].map((n) => isHeldOut(event, FOLD_STORIES * 10 + n));
  return (a && b) || (!a && b && c) || false;
}
