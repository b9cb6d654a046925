// Keeps ids of stories working after a batch: an id leads to a story that has an article the id once stood for, if there is one.
//
// A living story's id is its own. The id of a story that has ended leads to the story that has most of its former articles.
// Example: A is merged into B, B is split into B and P, and B expires; then A and B lead to P. Former articles are stored only if
// they are in another story than the one the id leads to: while A leads to B, an article of A can leave B only by a move, and is
// recorded then. An id never leads to a story because of an article that an admin separated from the id's story.
import { chooseHeir } from '../../engine/cluster/choose-heir.ts';
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import type { Queries } from '../store/database.ts';
import { type FormerMember, type FormerPlace, readFormerMembers, writeFormerPlaces } from '../store/former-places.ts';
import { readPlacesIn } from '../store/places.ts';
import { readSeparated } from '../store/separations.ts';
import { type Redirect, readRedirects } from '../store/stories.ts';
import type { BatchChanges } from './apply-entries.ts';

type TouchedStories = {
  readonly generation: number;
  readonly changes: BatchChanges;
  /** Previous stories of the placed and removed articles, as far as they had one. */
  readonly before: ReadonlyMap<ArticleId, StoryId>;
  readonly touched: ReadonlySet<StoryId>;
  /** Current members of the touched stories; a story that has none is missing. */
  readonly members: ReadonlyMap<StoryId, unknown>;
};

export type ResolvedRedirects = { readonly redirects: readonly Redirect[]; readonly gone: readonly StoryId[] };

/** Call it after the batch's places have been written and before its stories are. */
export async function resolveRedirects(queries: Queries, batch: TouchedStories): Promise<ResolvedRedirects> {
  const { generation, changes, touched, members } = batch;
  const known = await readRedirects(queries, { generation, storyIds: [...touched] });
  const leads = new Map(known.map(({ from, to }) => [from, to]));
  const idsOf = (storyId: StoryId) => [
    ...(leads.has(storyId) ? [] : [storyId]),
    ...known.flatMap(({ from, to }) => (to === storyId && !members.has(from) ? [from] : [])),
  ];
  const ended = [...touched].filter((storyId) => !members.has(storyId)).flatMap(idsOf);
  const left = [
    ...(await readMovedAway(queries, { ...batch, idsOf })),
    ...(await readRevived(queries, { ...batch, leads })),
  ];
  const heirs = await findHeirs(queries, { generation, ended, left, changes });
  const places = left.filter(
    ({ storyId, articleId }) => heirs.get(storyId) !== changes.placed.get(articleId)?.storyId || members.has(storyId),
  );
  if (places.length > 0) await writeFormerPlaces(queries, { generation, places });
  return {
    redirects: [...heirs].map(([from, to]) => ({ from, to })),
    gone: ended.filter((storyId) => !heirs.has(storyId)),
  };
}

/** Articles that have moved away from the story an id leads to. */
async function readMovedAway(
  queries: Queries,
  { changes, before, idsOf }: TouchedStories & { readonly idsOf: (storyId: StoryId) => readonly StoryId[] },
): Promise<readonly FormerPlace[]> {
  const moves = [...before].flatMap(([articleId, from]) => {
    const to = changes.placed.get(articleId)?.storyId ?? from;
    return from === to ? [] : [{ articleId, from, to }];
  });
  const apart = await readSeparated(
    queries,
    moves.map(({ articleId }) => articleId),
  );
  return moves.flatMap(({ articleId, from, to }) =>
    idsOf(from).flatMap((storyId) =>
      storyId === to || apart.get(articleId)?.has(storyId) ? [] : [{ storyId, articleId }],
    ),
  );
}

/** An id that led to another story and has its own story again once stood for the articles of that other story. */
async function readRevived(
  queries: Queries,
  { generation, changes, before, members, leads }: TouchedStories & { readonly leads: ReadonlyMap<StoryId, StoryId> },
): Promise<readonly FormerPlace[]> {
  const revived = [...leads].filter(([from]) => members.has(from));
  if (revived.length === 0) return [];
  const now = await readPlacesIn(queries, { generation, storyIds: revived.map(([, to]) => to) });
  const stayed = [...now].filter(([articleId]) => !changes.placed.has(articleId) || before.has(articleId));
  const had = [...new Map([...stayed, ...before])];
  return revived.flatMap(([storyId, led]) =>
    had.flatMap(([articleId, place]) => {
      const isThere = changes.placed.get(articleId)?.storyId === storyId;
      return place === led && !isThere ? [{ storyId, articleId }] : [];
    }),
  );
}

type Ended = {
  readonly generation: number;
  readonly ended: readonly StoryId[];
  /** Articles that moved in this batch. */
  readonly left: readonly FormerPlace[];
  readonly changes: BatchChanges;
};

async function findHeirs(
  queries: Queries,
  { generation, ended, left, changes }: Ended,
): Promise<ReadonlyMap<StoryId, StoryId>> {
  if (ended.length === 0) return new Map();
  const stored = await readFormerMembers(queries, { generation, storyIds: ended });
  const leftNow = left.flatMap((place): FormerMember[] => {
    const now = changes.placed.get(place.articleId)?.storyId;
    return now === undefined ? [] : [{ ...place, now }];
  });
  const heirs = new Map<StoryId, StoryId>();
  for (const id of ended) {
    const own = [...stored, ...leftNow].filter(({ storyId }) => storyId === id);
    const places = new Map(own.map(({ articleId, now }) => [articleId, now]));
    const heir = chooseHeir(places.values(), changes.redirects.get(id));
    if (heir !== null) heirs.set(id, heir);
  }
  return heirs;
}
