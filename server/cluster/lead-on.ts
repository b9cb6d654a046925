// Where ids of stories lead after a batch: each to a story with an article that it has led to before, as long as one is there.
//
// A living story's id is its own. An id whose story has ended leads to the story that has most of what it has led to.
// Example: A is merged into B, B is parted into B and P, and B expires. A and B lead to P then. Which articles those are
// is kept for those alone that are elsewhere than where the id leads: while A leads to B, what A has led to leaves B only
// by a move, and is noted then. What an admin told apart from a story is never led to by its id.
import { chooseHeir } from '../../engine/cluster/choose-heir.ts';
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import type { Queries } from '../store/database.ts';
import { type FormerMember, type FormerPlace, readFormerMembers, writeFormerPlaces } from '../store/former-places.ts';
import { readPlacesIn } from '../store/places.ts';
import { readSeparated } from '../store/separations.ts';
import { type Redirect, readRedirects } from '../store/stories.ts';
import type { BatchChanges } from './apply-entries.ts';

type Leading = {
  readonly generation: number;
  readonly changes: BatchChanges;
  /** Of the articles that were placed or removed, where they were known. */
  readonly before: ReadonlyMap<ArticleId, StoryId>;
  readonly touched: ReadonlySet<StoryId>;
  /** Of those that are touched, by now; a story without any is not among them. */
  readonly members: ReadonlyMap<StoryId, unknown>;
};

export type Leads = { readonly redirects: readonly Redirect[]; readonly gone: readonly StoryId[] };

/** After the batch's places were written, and before its stories are. */
export async function leadOn(queries: Queries, leading: Leading): Promise<Leads> {
  const { generation, changes, touched, members } = leading;
  const known = await readRedirects(queries, { generation, storyIds: [...touched] });
  const leads = new Map(known.map(({ from, to }) => [from, to]));
  const idsOf = (storyId: StoryId) => [
    ...(leads.has(storyId) ? [] : [storyId]),
    ...known.flatMap(({ from, to }) => (to === storyId && !members.has(from) ? [from] : [])),
  ];
  const ended = [...touched].filter((storyId) => !members.has(storyId)).flatMap(idsOf);
  const left = [...(await readLeft(queries, leading, idsOf)), ...(await readLed(queries, leading, leads))];
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

/** What has moved away from where an id leads. */
async function readLeft(
  queries: Queries,
  { changes, before }: Leading,
  idsOf: (storyId: StoryId) => readonly StoryId[],
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

/** A name that leads no further, but to a story of its own again, has led to the articles of the one that it led to. */
async function readLed(
  queries: Queries,
  { generation, changes, before, members }: Leading,
  leads: ReadonlyMap<StoryId, StoryId>,
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
  /** In this batch. */
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
