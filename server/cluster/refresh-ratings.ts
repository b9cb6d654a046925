// After packs or the registry have changed, renews the summaries that were computed with other ratings, each story once.
import { createHash } from 'node:crypto';
import type { StoryId } from '../../engine/ids.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Database } from '../store/database.ts';
import { readMembersOf } from '../store/places.ts';
import { confirmLease, type Lease } from '../store/shard-states.ts';
import { readOutdatedStoryIds, writeStories } from '../store/stories.ts';
import { type SummaryStyle, toStoryRow } from './story-row.ts';

/** A hash of everything in the catalogue that a summary depends on. */
export function nameRatings(catalogue: Omit<SummaryCatalogue, 'rater'>): string {
  const { ratingPacks, directory, baseline, blindspotThresholds } = catalogue;
  const facts = directory.outlets.map(({ id, name, domains, country }) => [id, name, domains[0], country]);
  return createHash('sha256')
    .update(JSON.stringify([ratingPacks, facts, baseline, blindspotThresholds]))
    .digest('hex')
    .slice(0, 16);
}

export type SummaryCatalogue = Pick<
  Catalogue,
  'rater' | 'baseline' | 'blindspotThresholds' | 'ratingPacks' | 'directory'
>;

/** Stories per transaction: no longer than a batch's commit. */
const STORIES_AT_ONCE = 100;

type Parts = { readonly database: Database; readonly lease: Lease; readonly style: SummaryStyle };

/** Each call renews some; false when none is left, or another process owns the shard. */
export function createRatingsRefresh({ database, lease, style }: Parts): () => Promise<boolean> {
  const { generation, shard } = lease;
  const { ratedBy } = style;
  let after: StoryId | null = null;
  let isDone = false;
  return async () => {
    if (isDone) return false;
    isDone = await database.transaction(async (queries) => {
      if (!(await confirmLease(queries, lease))) return true;
      const question = { generation, shard, ratedBy, after, limit: STORIES_AT_ONCE };
      const storyIds = await readOutdatedStoryIds(queries, question);
      const members = await readMembersOf(queries, { generation, storyIds });
      const stories = [...members].map(([storyId, own]) => toStoryRow({ storyId, ...own }, style));
      if (stories.length > 0) await writeStories(queries, { generation, shard, stories });
      after = storyIds.at(-1) ?? null;
      return storyIds.length < STORIES_AT_ONCE;
    });
    return !isDone;
  };
}
