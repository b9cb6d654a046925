// Counts how often a page in a language without reports finds its story, and how often the result is right.
//
// Each language of a set in turn is left out of the index, and its articles serve as pages.
import { FOREIGN_CONFIDENCE } from '../../engine/cluster/confidence.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { clusterArticles } from './cluster-articles.ts';
import { readLabels } from './labelled-sets.ts';
import { majorities } from './majorities.ts';
import { readArticles } from './read-articles.ts';

/** Most pages per language, distributed evenly over the set. */
const PAGES_MOST = 150;

export type ForeignMatches = {
  readonly pages: number;
  /** Pages whose story has a report in another language. */
  readonly findable: number;
  readonly found: number;
  readonly right: number;
};

/** A match is right if most of the story's articles have the page's label. Null for a set in one language. */
export async function measureForeign(file: string): Promise<ForeignMatches | null> {
  const events = new Map(readLabels(file).map(({ id, story }) => [id, story]));
  const articles: ClusterArticle[] = [];
  for await (const article of readArticles(file)) articles.push(article);
  const languages = new Set(articles.map(({ lang }) => lang));
  if (languages.size < 2) return null;
  const total = { pages: 0, findable: 0, found: 0, right: 0 };
  for (const language of languages) {
    const others = articles.filter(({ lang }) => lang !== language);
    const { clusterer, places } = clusterArticles(others);
    const eventOf = majorities(others, { events, places });
    const told = new Set(others.map(({ id }) => events.get(id)));
    const own = articles.filter(({ lang }) => lang === language);
    const step = Math.max(1, Math.ceil(own.length / PAGES_MOST));
    for (const page of own.filter((_, at) => at % step === 0)) {
      const match = clusterer.match(page);
      const event = events.get(page.id);
      total.pages += 1;
      if (told.has(event)) total.findable += 1;
      if (match?.confidence !== FOREIGN_CONFIDENCE) continue;
      total.found += 1;
      if (eventOf.get(match.storyId) === event) total.right += 1;
    }
  }
  return total;
}
