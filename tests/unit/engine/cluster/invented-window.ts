// A window that tests fill with articles directly, for the parts below the clusterer.
import { createCluster, createState, join } from '../../../../engine/cluster/clusterer-state.ts';
import { packText } from '../../../../engine/cluster/packed-text.ts';
import { createPostings } from '../../../../engine/cluster/postings.ts';
import type { ArticleRecord, Cluster } from '../../../../engine/cluster/records.ts';
import { openStory } from '../../../../engine/cluster/stories.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';
import { ArticleId, StoryId } from '../../../../engine/ids.ts';
import { HOUR, NOON } from './invented-articles.ts';

type Invented = { readonly hours?: number; readonly language?: number; readonly signs?: readonly number[] };

/** A story for each article. */
export function createWindow() {
  const state = createState(DEFAULT_TUNING);
  const postings = createPostings(state.roster);

  function add(terms: readonly number[], { hours = 0, language = 1, signs = [] }: Invented = {}): ArticleRecord {
    const slot = state.nextArticleSlot++;
    const cluster = createCluster(state, { story: openStory(state, StoryId.parse(`s-${slot}`)), language });
    const numbers = Int32Array.from(terms);
    const weights = new Float32Array(terms.length).fill(1);
    const record: ArticleRecord = {
      id: ArticleId.parse(`a-${slot}`),
      slot,
      outletId: 'outlet',
      at: NOON + HOUR / 2 + hours * HOUR,
      language,
      credit: null,
      packed: packText({ terms: numbers, weights, probes: numbers, signs: Int32Array.from(signs) }),
      size: terms.length,
      words: '',
      titleLength: 0,
      sample: null,
      dense: null,
      contentHash: 0,
      cluster,
      family: null,
    };
    state.articles.set(record.id, record);
    join(state, { record, cluster });
    postings.add(slot, numbers);
    return record;
  }

  const query = (terms: readonly number[], accepts: (cluster: Cluster) => boolean = () => true) => ({
    probes: Int32Array.from(terms),
    rarities: Float32Array.from([1, 2, 3]),
    reach: 10,
    limit: 2,
    span: { first: NOON + HOUR / 2, last: NOON + HOUR / 2 },
    decayHours: 20,
    hoursMost: 40,
    language: 1,
    accepts,
  });
  return { state, postings, add, query };
}
