// What the clusterer holds of articles, clusters (articles of one language and event) and stories (clusters of one event).
import type { ArticleId, FamilyId, StoryId } from '../ids.ts';
import type { Sketch } from './shingles.ts';

export type ArticleRecord = {
  readonly id: ArticleId;
  /** Position in order of arrival: postings and ties go by it. */
  readonly slot: number;
  readonly outletId: string;
  /** Published, else first seen; NaN where the host vouches for neither. */
  readonly at: number;
  readonly language: number;
  readonly credit: string | null;
  /** Ascending term numbers with their weights before rarity. */
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  /** The strongest terms, under which the article is found. */
  readonly probes: Int32Array;
  /** Ascending: skeletons of names, numbers, countries, that mean the same in every language. */
  readonly signs: Int32Array;
  /** For finding copies. */
  readonly sketch: Sketch;
  /** Hash of all that was read, to know an unchanged article when it comes again. */
  readonly contentHash: number;
  cluster: Cluster;
  family: Family;
};

export type Cluster = {
  readonly slot: number;
  readonly language: number;
  members: ArticleRecord[];
  /** Sum of the members' unit vectors, ascending by term. */
  centroid: Centroid;
  /** True once a member left or clusters merged: the sum then differs from a fresh one by rounding. */
  isRounded: boolean;
  first: number;
  last: number;
  /** How many members it had when it was last asked whether it holds two events. */
  checkedSize: number;
  /** Slots of clusters that were split from it: they come together again only when they have grown clearly closer. */
  partedFrom: readonly number[];
  story: Story;
  /** Scratch of the search for candidates: points so far, the last word that gave some, and in which search. */
  readonly tally: Tally;
};

export type Tally = { visit: number; term: number; points: number };

export type Centroid = {
  terms: Int32Array;
  weights: Float32Array;
  length: number;
  /** Length with the rarities of the epoch `measuredIn`. */
  norm: number;
  measuredIn: number;
};

export type Story = { readonly id: StoryId; clusters: Cluster[] };

export type Family = { id: FamilyId; members: ArticleRecord[] };
