// A story's name and end: how it is called, what it becomes, and which stories may not be one.
import { type ArticleId, StoryId } from '../ids.ts';
import type { ClustererState } from './clusterer-state.ts';
import type { Cluster, Story } from './records.ts';

/**
 * A story named after the first of its articles; a number is added where that name was already given away, or where one of
 * the articles was told apart from it. A story that was merged into `parted`, and is split off from it again before the host
 * was told, takes its name back.
 */
export function createStory(state: ClustererState, founders: readonly ArticleId[], parted: StoryId | null): Story {
  const { separations, stories } = state;
  const name = ['s-', founders[0]].join('').slice(0, 190); // in one piece, where a template keeps its parts as well
  const mayBear = (id: StoryId) => !stories.has(id) && !founders.some((founder) => separations.isBarred(founder, id));
  let id = StoryId.parse(name);
  const wasMerged = parted !== null && separations.resolve(id) === parted;
  if (wasMerged && mayBear(id) && state.redirects.delete(id)) separations.revive(id);
  const isFree = (id: StoryId) => mayBear(id) && separations.resolve(id) === id;
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

/** What named it means the heir from now on, where it has one. */
export function dropStory(state: ClustererState, story: Story, heir: Story | undefined): void {
  state.stories.delete(story.id);
  if (heir && heir !== story) redirectStory(state, story.id, heir.id);
}

/** For hosts and for separations alike: what named the one story means the other from now on. */
export function redirectStory(state: ClustererState, from: StoryId, to: StoryId): void {
  state.redirects.set(from, to);
  state.separations.redirect(from, to);
}

export function countMembers(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { members }) => sum + members.length, 0);
}

/** True when no member of the one story was told apart from the other. */
export function mayShareStory(state: ClustererState, a: Story, b: Story): boolean {
  if (a === b || state.separations.isEmpty()) return true;
  return !hasBarred(state, a, b.id) && !hasBarred(state, b, a.id);
}

/** True when a member of the story was told apart from the other, which may have ended. */
export function hasBarred(state: ClustererState, story: Story, other: StoryId): boolean {
  return story.clusters.some((cluster) => cluster.members.some((one) => state.separations.isBarred(one.id, other)));
}
