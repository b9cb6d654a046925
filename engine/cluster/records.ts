// What the clusterer holds of articles, clusters (articles of one language and event) and stories (clusters of one event).
import type { ArticleId, FamilyId, StoryId } from '../ids.ts';
import type { Dense } from './dense.ts';
import type { Packed } from './packed-text.ts';
import type { Shingles } from './shingles.ts';

export type ArticleRecord = {
  readonly id: ArticleId;
  /** Position in order of arrival, used by postings and to break ties. Slots are renumbered when too many are empty. */
  slot: number;
  readonly outletId: string;
  /** When it was published, else first seen, in ms since 1970; NaN where neither counts (`undated: 'timeless'`). */
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
  /** Hash of everything that was read, to recognise an unchanged article. */
  readonly contentHash: number;
  cluster: Cluster;
  /** Null for an article without copies, as most are (families.ts). */
  family: Family | null;
};

/** The roster (roster.ts) has the times of its articles. */
export type Cluster = {
  readonly slot: number;
  /** Its row in the roster, which another cluster reuses once this one is gone. */
  row: number;
  readonly language: number;
  members: ArticleRecord[];
  /** Sum of the members' unit vectors, ascending by term; null until it is needed (centroids.ts). */
  centroid: Centroid | null;
  /** The maintenance pass in which the centroid was last used. */
  usedIn: number;
  /** Number of members when the split pass last looked at it. */
  checkedSize: number;
  /** Slots of clusters that it was split from: these merge again only when they have become clearly closer. */
  splitFrom: readonly number[];
  story: Story;
};

export type Centroid = {
  readonly language: number;
  /** Number of different terms of the first member, taken as typical of the cluster: a title or a long text. */
  readonly textLength: number;
  /** Arrays shared with other centroids; this one's terms are the `length` entries from `from` on (centroid-pool.ts). */
  terms: Int32Array;
  weights: Float32Array;
  from: number;
  length: number;
  /** Sum over members of 1 / (squared length before rarity): what one word of its own, of rarity 1, in each adds to the squared length. */
  ownShare: number;
  /** Sum of the unit vectors of the members' encoder vectors, where they have any. */
  dense: Float32Array | null;
  /** Length under the rarities of the epoch `measuredIn`. */
  norm: number;
  measuredIn: number;
};

export type Story = { readonly id: StoryId; clusters: Cluster[] };

export type Family = { id: FamilyId; members: ArticleRecord[] };
