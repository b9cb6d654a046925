// Writes what a batch has changed, all of it or nothing, and only for the shard's owner: places, stories, redirects, position.
import type { ArticleId, EpochMs, StoryId } from '../../engine/ids.ts';
import { insertBatch } from '../store/batches.ts';
import type { Database, Queries } from '../store/database.ts';
import { deletePlaces, readMembersOf, readStoryIds, writePlaces } from '../store/places.ts';
import { type Advance, advance, type Lease } from '../store/shard-states.ts';
import { deleteStories, readMergedIds, redirectStories, writeStories } from '../store/stories.ts';
import type { BatchChanges } from './apply-entries.ts';
import { type SummaryStyle, toStoryRow } from './story-row.ts';

export type Commit = {
  readonly lease: Lease;
  readonly range: Advance;
  readonly changes: BatchChanges;
  readonly isSettled: boolean;
  readonly at: EpochMs;
  readonly style: SummaryStyle;
};

/** False when the shard is no longer this owner's: what he holds in memory is worth nothing then. */
export function commitBatch(database: Database, commit: Commit): Promise<boolean> {
  const { lease, range, changes, isSettled } = commit;
  const { generation, shard } = lease;
  return database.transaction(async (queries) => {
    if (!(await advance(queries, lease, range))) return false;
    await insertBatch(queries, { generation, shard, lastNo: range.to, isSettled });
    const { placed, removed } = changes;
    const before = await readStoryIds(queries, { generation, articleIds: [...placed.keys(), ...removed] });
    if (placed.size > 0) await writePlaces(queries, { generation, places: placed });
    if (removed.length > 0) await deletePlaces(queries, { generation, articleIds: removed });
    await refreshStories(queries, commit, before);
    return true;
  });
}

/**
 * Stories that the engine merged lead to the one they are part of. A story that is left without members leads to its heir,
 * the story that its members moved to; without one it is gone.
 */
async function refreshStories(
  queries: Queries,
  { lease, changes, at, style }: Commit,
  before: ReadonlyMap<ArticleId, StoryId>,
): Promise<void> {
  const { generation, shard } = lease;
  const { placed, redirects } = changes;
  const heirs = new Map<StoryId, StoryId>();
  const touched = new Set<StoryId>([...before.values(), ...redirects.keys()]);
  for (const [articleId, { storyId }] of placed) {
    touched.add(storyId);
    const old = before.get(articleId);
    if (old !== undefined && old !== storyId) heirs.set(old, storyId);
  }
  if (touched.size === 0) return;
  const members = await readMembersOf(queries, { generation, storyIds: [...touched] });
  const rows = [...members].map(([storyId, own]) => toStoryRow(storyId, own, style));
  if (rows.length > 0) await writeStories(queries, { generation, shard, stories: rows });

  const empty = [...touched].filter((storyId) => !members.has(storyId));
  const merged = await readMergedIds(queries, { generation, storyIds: empty });
  const toRedirect: { from: StoryId; to: StoryId }[] = [];
  const gone: StoryId[] = [];
  for (const from of empty) {
    const next = redirects.get(from) ?? heirs.get(from);
    if (next !== undefined) toRedirect.push({ from, to: follow(new Map([...heirs, ...redirects]), next, members) });
    else if (!merged.has(from)) gone.push(from);
  }
  if (toRedirect.length > 0) await redirectStories(queries, { generation, shard, redirects: toRedirect, at });
  if (gone.length > 0) await deleteStories(queries, { generation, storyIds: gone });
}

/** To the first story on the way that has members. */
function follow(ways: ReadonlyMap<StoryId, StoryId>, start: StoryId, living: ReadonlyMap<StoryId, unknown>): StoryId {
  const seen = new Set<StoryId>();
  let at = start;
  for (let next = ways.get(at); !living.has(at) && next !== undefined && !seen.has(at); next = ways.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}
