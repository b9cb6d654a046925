// Commits the changes of a batch in one transaction, if this process still owns the shard: places, stories, redirects, position.
import type { ArticleId, EpochMs, StoryId } from '../../engine/ids.ts';
import { insertBatch } from '../store/batches.ts';
import type { Database, Queries } from '../store/database.ts';
import { deletePlaces, readMembersOf, readStoryIds, writePlaces } from '../store/places.ts';
import { type Advance, advance, type Lease } from '../store/shard-states.ts';
import { deleteStories, redirectStories, writeStories } from '../store/stories.ts';
import type { BatchChanges } from './apply-entries.ts';
import { resolveRedirects } from './resolve-redirects.ts';
import { type SummaryStyle, toStoryRow } from './story-row.ts';

export type Commit = {
  readonly lease: Lease;
  readonly range: Advance;
  readonly changes: BatchChanges;
  readonly isSettled: boolean;
  readonly at: EpochMs;
  readonly style: SummaryStyle;
};

/** False when another process owns the shard by now: this one's state in memory is then worthless. */
export function commitBatch(database: Database, commit: Commit): Promise<boolean> {
  const { lease, range, changes, isSettled } = commit;
  const { generation, shard } = lease;
  return database.transaction(async (queries) => {
    if (!(await advance(queries, { lease, ...range }))) return false;
    await insertBatch(queries, { generation, shard, lastNo: range.to, isSettled });
    const { placed, removed } = changes;
    const before = await readStoryIds(queries, { generation, articleIds: [...placed.keys(), ...removed] });
    if (placed.size > 0) await writePlaces(queries, { generation, places: placed });
    if (removed.length > 0) await deletePlaces(queries, { generation, articleIds: removed });
    await refreshStories(queries, { ...commit, before });
    return true;
  });
}

async function refreshStories(
  queries: Queries,
  { lease, changes, at, style, before }: Commit & { readonly before: ReadonlyMap<ArticleId, StoryId> },
): Promise<void> {
  const { generation, shard } = lease;
  const touched = new Set([...before.values(), ...[...changes.placed.values()].map(({ storyId }) => storyId)]);
  if (touched.size === 0) return;
  const members = await readMembersOf(queries, { generation, storyIds: [...touched] });
  const { redirects, gone } = await resolveRedirects(queries, { generation, changes, before, touched, members });
  const rows = [...members].map(([storyId, own]) => toStoryRow({ storyId, ...own }, style));
  if (rows.length > 0) await writeStories(queries, { generation, shard, stories: rows });
  if (redirects.length > 0) await redirectStories(queries, { generation, shard, redirects, at });
  if (gone.length > 0) await deleteStories(queries, { generation, storyIds: gone });
}
