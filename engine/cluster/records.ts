// What the clusterer holds of articles, clusters (articles of one language and event) and stories (clusters of one event).
import type { ArticleId, FamilyId, StoryId } from '../ids.ts';
import type { Dense } from './dense.ts';
import type { Packed } from './packed-text.ts';
import type { Shingles } from './shingles.ts';

export type ArticleRecord = {
  readonly id: ArticleId;
  /** Position in order of arrival: postings and ties go by it. Slots are given anew when too many of them stand empty. */
  slot: number;
  readonly outletId: string;
  /** Published, else first seen; NaN where the host vouches for neither. */
  readonly at: number;
  readonly language: number;
  readonly credit: string | null;
  /** Terms with their counts, those it is listed under, and signs (names, numbers, countries in any language). */
  readonly packed: Packed;
  /** Number of different terms. */
  readonly size: number;
  /** For finding copies: the opening (see opening.ts), and of long texts a sample of runs. */
  readonly words: string;
  readonly titleLength: number;
  readonly sample: Shingles | null;
  /** The host's vector of its meaning, where it has one. */
  readonly dense: Dense | null;
  /** Hash of all that was read, to know an unchanged article when it comes again. */
  readonly contentHash: number;
  cluster: Cluster;
  /** Null for one that is a family by itself, as most are (see families.ts). */
  family: Family | null;
};

/** When its articles are from stands in the roster. */
export type Cluster = {
  readonly slot: number;
  /** Where it stands in the roster; another cluster's once it is gone. */
  row: number;
  readonly language: number;
  members: ArticleRecord[];
  /** Sum of the members' unit vectors, ascending by term; null while nobody has asked for it (see centroids.ts). */
  centroid: Centroid | null;
  /** When the centroid was last asked for, in maintenance passes. */
  usedIn: number;
  /** How many members it had when it was last asked whether it holds two events. */
  checkedSize: number;
  /** Slots of clusters that were split from it: they come together again only when they have grown clearly closer. */
  partedFrom: readonly number[];
  story: Story;
};

export type Centroid = {
  readonly language: number;
  /** Number of different terms of the founding member, which stands for the cluster's kind of text. */
  readonly textLength: number;
  /** Its words lie from `from` on, `length` of them, among those of others (centroid-pool.ts). */
  terms: Int32Array;
  weights: Float32Array;
  from: number;
  length: number;
  /** Sum of the members' 1 / squared length before rarity: what one own word of each adds to the squared length. */
  ownShare: number;
  /** Sum of those members' unit vectors of meaning that have one. */
  dense: Float32Array | null;
  /** Length with the rarities of the epoch `measuredIn`. */
  norm: number;
  measuredIn: number;
};

export type Story = { readonly id: StoryId; clusters: Cluster[] };

export type Family = { id: FamilyId; members: ArticleRecord[] };
