// 358 invented reports on 24 invented events in 22 languages: reports on one event match across languages, and no others do.
// Places, offices and federations are real; people, firms and outlets are not. The texts were not written after the engine's word lists.
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ClusterArticle } from '../../../../engine/ports.ts';
import { clusterArticles } from '../../../../scripts/cluster/cluster-articles.ts';
import { readLabels } from '../../../../scripts/cluster/labelled-sets.ts';
import { readArticles } from '../../../../scripts/cluster/read-articles.ts';

const FILE = path.resolve(import.meta.dirname, '../../../fixtures/stories/news-in-22-languages.jsonl');

it('reports of one event are one story across languages', async () => {
  const articles: ClusterArticle[] = [];
  for await (const article of readArticles(FILE)) articles.push(article);
  const events = new Map(readLabels(FILE).map(({ id, story }) => [id, story]));
  const { places } = clusterArticles(articles);

  const pairs = { met: 0, wrong: 0, missed: 0 };
  for (const [at, one] of articles.entries()) {
    for (const other of articles.slice(at + 1)) {
      if (one.lang === other.lang) continue;
      const isOneEvent = events.get(one.id) === events.get(other.id);
      const isOneStory = places.get(one.id)?.storyId === places.get(other.id)?.storyId;
      if (isOneEvent && isOneStory) pairs.met += 1;
      else if (isOneStory) pairs.wrong += 1;
      else if (isOneEvent) pairs.missed += 1;
    }
  }
  expect(pairs.met / (pairs.met + pairs.missed)).toBeGreaterThan(0.55);
  expect(pairs.wrong / (pairs.met + pairs.wrong)).toBeLessThan(0.02);
});
