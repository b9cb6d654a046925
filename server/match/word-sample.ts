// How rare words are in the index, learned from a sample of its articles in the background and learned anew every while.
import { type CandidateMatcher, createSampleReader } from '../../engine/cluster/match-among.ts';
import type { ClusterArticle } from '../../engine/ports.ts';

/** Word rarities of the common and middling words are within a few percent of the whole index's; 15 MB and half a second. */
export const SAMPLE_ARTICLES = 8000;
/** Articles read between two turns of the event loop: about 5 ms. */
const SLICE = 100;

/** Articles come in slices, so that lookups are answered in between. */
export async function learnWords(sample: readonly ClusterArticle[], articles: number): Promise<CandidateMatcher> {
  const reader = createSampleReader();
  for (const [index, article] of sample.entries()) {
    reader.read(article);
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return reader.finish(articles);
}
