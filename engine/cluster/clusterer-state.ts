// The clusterer's working memory, and the few operations that change it and keep its parts consistent.
//
// Invariants: every article is in exactly one cluster and one family; every cluster is in exactly one story; no cluster,
// family or story is empty; a story keeps its id as long as it exists, and no other story ever gets it.
import { type ArticleId, StoryId } from '../ids.ts';
import type { Placement } from '../ports.ts';
import { type Centroids, createCentroids } from './centroids.ts';
import { createDotProducts, type DotProducts } from './dot-products.ts';
import { familyIdOf } from './families.ts';
import { createFamilyIndex, type FamilyIndex } from './family-index.ts';
import { type ClusterSizes, createClusterSizes } from './growth.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createNewness, type Newness } from './newness.ts';
import { noteParted } from './partings.ts';
import { createPostings, type Postings } from './postings.ts';
import type { ArticleRecord, Cluster, Story } from './records.ts';
import { createRoster, type Roster } from './roster.ts';
import { createSeparations, type Separations } from './separations.ts';
import { withLast, without } from './short-lists.ts';
import { createSignPostings, type SignPostings } from './sign-postings.ts';
import { createStory, dropStory } from './stories.ts';
import { addTime, removeTime, timingOf } from './timing.ts';
import type { Tuning } from './tuning.ts';

export type ClustererState = {
  readonly tuning: Tuning;
  readonly lexicon: Lexicon;
  readonly articles: Map<ArticleId, ArticleRecord>;
  readonly stories: Map<StoryId, Story>;
  readonly dotProducts: DotProducts;
  readonly centroids: Centroids;
  readonly roster: Roster;
  readonly sizes: ClusterSizes;
  readonly newness: Newness;
  readonly postings: Postings;
  readonly signPostings: SignPostings;
  readonly families: FamilyIndex;
  readonly separations: Separations;
  /** Articles whose place may have changed, each with the last place reported to the host. */
  readonly touched: Map<ArticleRecord, Placement>;
  /** From stories that were merged to their survivors, as far as the host has not been told (unlike `separations`). */
  readonly redirects: Map<StoryId, StoryId>;
  /** Placed since the last maintenance by a narrow margin: the move pass checks whether they fit better elsewhere now. */
  readonly undecided: Set<ArticleRecord>;
  /** Clusters that changed since the last maintenance. */
  readonly dirty: Set<Cluster>;
  /** By slot, both sides of every split that is still remembered (`Cluster.splitFrom`). */
  readonly parted: Map<number, Cluster>;
  /** Number of articles when all clusters were last checked, or the lowest since (recheck-on-growth.ts). */
  recheckedSize: number;
  nextArticleSlot: number;
  nextClusterSlot: number;
};

/** Stands for the cluster of an article that has been read and not been placed yet. */
export const NOWHERE: Cluster = {
  slot: -1,
  row: -1,
  language: 0,
  members: [],
  centroid: null,
  usedIn: 0,
  checkedSize: 0,
  splitFrom: [],
  story: { id: StoryId.parse('s-nowhere'), clusters: [] },
};

/** `known`: what is there already, of a snapshot or a sample. */
export function createState(
  tuning: Tuning,
  known: { readonly lexicon?: Lexicon; readonly newness?: Newness } = {},
): ClustererState {
  const { lexicon = createLexicon(tuning), newness = createNewness() } = known;
  const roster = createRoster();
  const articles = new Map<ArticleId, ArticleRecord>();
  return {
    tuning,
    lexicon,
    dotProducts: createDotProducts(lexicon),
    centroids: createCentroids(),
    roster,
    sizes: createClusterSizes(),
    newness,
    articles,
    stories: new Map(),
    postings: createPostings(roster),
    signPostings: createSignPostings(roster, articles),
    families: createFamilyIndex(),
    separations: createSeparations(),
    touched: new Map(),
    redirects: new Map(),
    undecided: new Set(),
    dirty: new Set(),
    parted: new Map(),
    recheckedSize: 0,
    nextArticleSlot: 0,
    nextClusterSlot: 0,
  };
}

const NO_SLOTS: readonly number[] = [];

export function createCluster(
  state: ClustererState,
  { story, language }: Pick<Cluster, 'story' | 'language'>,
): Cluster {
  const cluster: Cluster = {
    slot: state.nextClusterSlot++,
    row: -1,
    language,
    members: [],
    centroid: null,
    usedIn: 0,
    checkedSize: 0,
    splitFrom: NO_SLOTS,
    story,
  };
  state.roster.add(cluster);
  story.clusters = withLast(story.clusters, cluster);
  return cluster;
}

type Membership = { readonly record: ArticleRecord; readonly cluster: Cluster };

export function join(state: ClustererState, { record, cluster }: Membership): void {
  put(state, { record, cluster });
  setMembers(state, { cluster, members: withLast(cluster.members, record) });
  const timing = state.roster.timing(cluster);
  addTime(timing, record.at);
  state.roster.noteTiming(cluster, timing);
  state.dirty.add(cluster);
  state.centroids.noteJoined(cluster, record);
}

/** Fills an empty cluster with the members that a snapshot has for it; unlike `join`, it leaves the cluster unmarked. */
export function fillCluster(
  state: ClustererState,
  { cluster, records }: { readonly cluster: Cluster; readonly records: readonly ArticleRecord[] },
): void {
  setMembers(state, { cluster, members: records.slice() });
  for (const record of records) put(state, { record, cluster });
  measureTime(state, cluster);
}

function setMembers(
  { roster, sizes }: ClustererState,
  { cluster, members }: { readonly cluster: Cluster; readonly members: ArticleRecord[] },
): void {
  sizes.note(cluster.language, { before: cluster.members.length, after: members.length });
  cluster.members = members;
  roster.noteTextLength(cluster, members[0]?.size ?? 0);
}

/** Records the cluster at the article alone, not the article at the cluster. */
function put(state: ClustererState, { record, cluster }: Membership): void {
  record.cluster = cluster;
  state.roster.assign(record.slot, cluster);
}

export function placementOf(record: ArticleRecord): Placement {
  return { storyId: record.cluster.story.id, familyId: familyIdOf(record) };
}

/** Must be called before an article's place changes. */
export function touch(state: ClustererState, record: ArticleRecord): void {
  if (!state.touched.has(record)) state.touched.set(record, placementOf(record));
}

/** Takes the article out of its cluster; a cluster or story that this leaves empty is dropped. */
export function leave(state: ClustererState, record: ArticleRecord): void {
  state.dirty.add(record.cluster);
  withdraw(state, record);
}

/**
 * `leave` for an article that is removed altogether: the cluster is not marked as changed. Losing a member brings it no
 * closer to other clusters, and in a full window half of all comparisons would be of clusters that only expire.
 */
export function withdraw(state: ClustererState, record: ArticleRecord): void {
  const cluster = record.cluster;
  setMembers(state, { cluster, members: without(cluster.members, record) });
  if (cluster.members.length === 0) {
    dropCluster(state, { cluster });
    return;
  }
  cluster.centroid = null;
  const timing = state.roster.timing(cluster);
  if (removeTime(timing, record.at).isSpanKept) state.roster.noteTiming(cluster, timing);
  else measureTime(state, cluster);
}

/** Moves all members of `from` to `into`, which stays in its story. */
export function mergeClusters(
  state: ClustererState,
  { into, from }: { readonly into: Cluster; readonly from: Cluster },
): void {
  for (const record of from.members) {
    touch(state, record);
    put(state, { record, cluster: into });
  }
  state.sizes.note(from.language, { before: from.members.length, after: 0 });
  const members = into.members.concat(from.members).sort((a, b) => a.slot - b.slot);
  setMembers(state, { cluster: into, members });
  from.members = [];
  into.centroid = null;
  into.checkedSize = Math.max(into.checkedSize, from.checkedSize);
  into.splitFrom = mergeSplitFrom(into, from);
  if (into.splitFrom.length > 0) noteParted(state, [into]);
  state.dirty.add(into);
  measureTime(state, into);
  dropCluster(state, { cluster: from, heir: into.story });
}

/** Makes `leaving` a story of their own. The rest keeps the story, and separations from that story hold for both. */
export function splitCluster(
  state: ClustererState,
  { cluster, leaving }: { readonly cluster: Cluster; readonly leaving: readonly ArticleRecord[] },
): Cluster {
  if (leaving.length === 0) throw new Error('a story without articles');
  const story = createPart(state, { whole: cluster.story, members: leaving });
  const made = createCluster(state, { story, language: cluster.language });
  for (const record of leaving) {
    touch(state, record);
    put(state, { record, cluster: made });
  }
  setMembers(state, { cluster: made, members: leaving.slice() });
  setMembers(state, { cluster, members: cluster.members.filter((record) => record.cluster === cluster).slice() });
  for (const part of [cluster, made]) {
    part.centroid = null;
    part.checkedSize = part.members.length;
    measureTime(state, part);
    state.dirty.add(part);
  }
  made.splitFrom = withLast(cluster.splitFrom, cluster.slot);
  noteParted(state, [cluster, made]);
  return made;
}

/** The slots that both were split from. Nearly always none: most clusters never held two events. */
function mergeSplitFrom(into: Cluster, from: Cluster): readonly number[] {
  if (into.splitFrom.length + from.splitFrom.length === 0) return NO_SLOTS;
  const slots = new Set([...into.splitFrom, ...from.splitFrom]);
  slots.delete(from.slot);
  return [...slots];
}

/** Moves all clusters of `from` to `into`; the id of `from` redirects there from now on. */
export function mergeStories(
  state: ClustererState,
  { into, from }: { readonly into: Story; readonly from: Story },
): void {
  if (into === from) return;
  for (const cluster of from.clusters) {
    for (const record of cluster.members) touch(state, record);
    cluster.story = into;
  }
  into.clusters = into.clusters.concat(from.clusters);
  from.clusters = [];
  dropStory(state, { story: from, heir: into });
}

/** Makes `leaving`, some of the story's clusters, a story of their own. */
export function splitStory(
  state: ClustererState,
  { story, leaving }: { readonly story: Story; readonly leaving: readonly Cluster[] },
): void {
  const members = leaving.flatMap((cluster) => cluster.members);
  for (const record of members) touch(state, record);
  const made = createPart(state, { whole: story, members });
  story.clusters = story.clusters.filter((cluster) => !leaving.includes(cluster));
  made.clusters = made.clusters.concat(leaving);
  for (const cluster of leaving) cluster.story = made;
}

/** A story for some of another story's articles; separations from that story hold for it, too. */
function createPart(
  state: ClustererState,
  { whole, members }: { readonly whole: Story; readonly members: readonly ArticleRecord[] },
): Story {
  const ids = members.map(({ id }) => id);
  const part = createStory(state, { founders: ids, splitFrom: whole.id });
  state.separations.inherit(whole.id, part.id);
  return part;
}

/** `heir`: the story that takes the articles of the cluster's story, where that ends with it. */
function dropCluster(
  state: ClustererState,
  { cluster, heir }: { readonly cluster: Cluster; readonly heir?: Story },
): void {
  state.dirty.delete(cluster);
  state.parted.delete(cluster.slot);
  state.roster.remove(cluster);
  const { story } = cluster;
  story.clusters = without(story.clusters, cluster);
  if (story.clusters.length === 0) dropStory(state, { story, heir });
}

function measureTime(state: ClustererState, cluster: Cluster): void {
  state.roster.noteTiming(cluster, timingOf(cluster.members));
}

/** Slots of removed articles stay empty in every list; past both of these, articles and share of them, all slots are renumbered. */
const EMPTY_LEAST = 4096;
const EMPTY_SHARE = 0.5;

export function sweepSlots(state: ClustererState): void {
  const empty = state.nextArticleSlot - state.articles.size;
  if (empty < EMPTY_LEAST || empty < EMPTY_SHARE * state.articles.size) return;
  const renumbered = new Int32Array(state.nextArticleSlot).fill(-1);
  let next = 0;
  for (const record of state.articles.values()) {
    renumbered[record.slot] = next;
    record.slot = next++;
  }
  state.roster.renumber(renumbered, next);
  state.postings.sweep(renumbered);
  state.signPostings.sweep(renumbered);
  state.families.sweep(renumbered);
  state.nextArticleSlot = next;
}
