// How a story gets its id, what becomes of the id when the story ends, and which stories must stay apart.
import { type ArticleId, StoryId } from '../ids.ts';
import type { ClustererState } from './clusterer-state.ts';
import type { Cluster, Story } from './records.ts';

type Founding = {
  readonly founders: readonly ArticleId[];
  /** The story that the founders are split off from. */
  readonly splitFrom?: StoryId;
};

/**
 * A story with an id made of its first article's. A number is added where that id is in use, was used before, or belongs to
 * a story that one of the articles was separated from. A story that was merged into `splitFrom` and is split off again
 * before the host was told of the merge gets its old id back.
 */
export function createStory(state: ClustererState, { founders, splitFrom }: Founding): Story {
  const { separations, stories } = state;
  const name = ['s-', founders[0]].join('').slice(0, 190); // in one piece, where a template keeps its parts as well
  const mayUse = (id: StoryId) => !stories.has(id) && !founders.some((founder) => separations.isBarred(founder, id));
  let id = StoryId.parse(name);
  const wasMerged = splitFrom !== undefined && separations.resolve(id) === splitFrom;
  if (wasMerged && mayUse(id) && state.redirects.delete(id)) separations.revive(id);
  const isFree = (id: StoryId) => mayUse(id) && separations.resolve(id) === id;
  for (let n = 2; !isFree(id); n++) id = StoryId.parse(`${name}-${n}`);
  return openStory(state, id);
}

export function openStory(state: ClustererState, id: StoryId): Story {
  const known = state.stories.get(id);
  if (known) return known;
  const story: Story = { id, clusters: [] };
  state.stories.set(id, story);
  return story;
}

type Ending = { readonly story: Story; readonly heir: Story | undefined };

/** The story's id redirects to the heir's from now on, where there is one. */
export function dropStory(state: ClustererState, { story, heir }: Ending): void {
  state.stories.delete(story.id);
  if (heir && heir !== story) redirectStory(state, { from: story.id, to: heir.id });
}

type Redirect = { readonly from: StoryId; readonly to: StoryId };

/** For the host and for separations: the id `from` means the story `to` from now on. */
export function redirectStory(state: ClustererState, { from, to }: Redirect): void {
  state.redirects.set(from, to);
  state.separations.redirect(from, to);
}

export function countMembers(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { members }) => sum + members.length, 0);
}

/** True when no member of either story was separated from the other. */
export function mayShareStory(state: ClustererState, [a, b]: readonly [Story, Story]): boolean {
  if (a === b || state.separations.isEmpty()) return true;
  return !hasMemberBarredFrom(state, { story: a, from: b.id }) && !hasMemberBarredFrom(state, { story: b, from: a.id });
}

/** True when a member of the story was separated from the story `from`, which may have ended. */
export function hasMemberBarredFrom(
  state: ClustererState,
  { story, from }: { readonly story: Story; readonly from: StoryId },
): boolean {
  return story.clusters.some((cluster) => cluster.members.some((one) => state.separations.isBarred(one.id, from)));
}
