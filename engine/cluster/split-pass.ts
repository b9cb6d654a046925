// Splits clusters that hold two events: similar events that were merged in a small window, or the next chapter of an affair.
//
// A cluster that has grown by a quarter is divided in two in the best way: by words (two-means, from the two members least
// like each other), or else before and after its longest pause, as an affair's chapters are. If the parts score less than
// `splitBelow` times what the merge pass would need to merge them, each becomes a story, and the larger keeps the id. To
// merge again, the two need the same factor more, so that nothing goes back and forth. Copies stay together.
// Example: 15 reports on one fight and 11 on another by the same boxer score 0.45 as parts, and 0.52 is needed: two stories.
// 200 reports on one launch divide into reviews and prices, which score 0.31, and 0.28 is needed: one story.
import { normOf, type SparseSlice, toSlice } from './centroid.ts';
import { type ClustererState, splitCluster } from './clusterer-state.ts';
import type { Growth } from './growth.ts';
import type { Lexicon } from './lexicon.ts';
import { judgeParts, type Part } from './merge-pass.ts';
import { unpackText } from './packed-text.ts';
import type { ArticleRecord, Cluster } from './records.ts';
import { cosineWith } from './similarity.ts';
import { timingOf } from './timing.ts';

/** Growth since the last check: a check reads every member, and one more article seldom changes the result. */
const GROWTH = 1.25;
/** Smaller clusters have no two parts of `PART_LEAST`. */
const SIZE_LEAST = 4;
/** Articles in a part. A single odd article is no event; the move pass deals with it. */
const PART_LEAST = 2;
/** Articles with a time; among fewer, the longest pause is mostly a night. */
const PAUSE_LEAST = 8;
const ROUNDS = 8;

export function splitPass(state: ClustererState, growth: Growth): void {
  const queue = [...state.dirty].sort((a, b) => b.slot - a.slot); // by slot, since snapshots do not keep the order of changes
  for (let cluster = queue.pop(); cluster; cluster = queue.pop()) {
    const size = cluster.members.length;
    if (size < SIZE_LEAST || size < cluster.checkedSize * GROWTH) continue;
    cluster.checkedSize = size;
    const leaving = findSecondEvent(state, { cluster, growth });
    if (!leaving) continue;
    const made = splitCluster(state, { cluster, leaving });
    for (const part of [cluster, made]) {
      part.checkedSize = 0; // each part may hold two events again
      queue.push(part);
    }
  }
}

/** The smaller of two parts that should be split; null where the cluster holds one event. */
function findSecondEvent(
  state: ClustererState,
  { cluster, growth }: { readonly cluster: Cluster; readonly growth: Growth },
): readonly ArticleRecord[] | null {
  const members = cluster.members.map((record) => readMember(state, record));
  for (const partInTwo of [partByWords, partByPause]) {
    const parts = partInTwo(state, members);
    if (!parts) continue;
    const [a, b] = parts;
    if (Math.min(a.members.length, b.members.length) < PART_LEAST) continue;
    const { score, threshold } = judgeParts(state, { a, b });
    if (score * growth(a, b) >= state.tuning.splitBelow * threshold) continue;
    return a.members.length >= b.members.length ? b.members : a.members;
  }
  return null;
}

/** A member with its unpacked vector: it is unpacked once, and compared and summed many times. */
type ReadMember = SparseSlice &
  Pick<ArticleRecord, 'language' | 'dense' | 'size'> & { readonly record: ArticleRecord; readonly norm: number };

function readMember(state: ClustererState, record: ArticleRecord): ReadMember {
  const { packed, language, dense, size } = record;
  const { terms, weights, from, length } = toSlice(unpackText(packed));
  const norm = normOf({ terms, weights, from, length, language }, state.lexicon);
  return { terms, weights, from, length, norm, language, dense, size, record };
}

type TwoParts = readonly [SplitPart, SplitPart];

function partByWords(state: ClustererState, members: readonly ReadMember[]): TwoParts | null {
  const { lexicon } = state;
  const part = (some: readonly ReadMember[]) => toPart(state, some);
  const cosineTo = ({ centroid }: Part, member: ReadMember) => cosineWith(member, { centroid, lexicon });
  const seed = leastSimilar(part(members), { members, lexicon });
  if (!seed) return null;
  let a = part([seed]);
  let b = part([leastSimilar(a, { members, lexicon }) ?? seed]);
  for (let round = 0; round < ROUNDS; round++) {
    const isFirst = (member: ReadMember) => cosineTo(a, member) > cosineTo(b, member);
    const inFirst = new Set(members.filter(isFirst).map(({ record }) => record));
    const goesFirst = ({ record }: ReadMember) => inFirst.has(leaderOf(record));
    const next = [part(members.filter(goesFirst)), part(members.filter((one) => !goesFirst(one)))] as const;
    if (next[0].members.length === 0 || next[1].members.length === 0) return null;
    const isSettled =
      next[0].members.length === a.members.length && next[0].members.every((one, i) => one === a.members[i]);
    [a, b] = next;
    if (isSettled) break;
  }
  return [a, b];
}

/** Divides the members before and after the longest time without a publication. */
function partByPause(state: ClustererState, members: readonly ReadMember[]): TwoParts | null {
  const times = Float64Array.from(members, ({ record }) => record.at)
    .filter((at) => !Number.isNaN(at))
    .sort();
  if (times.length < PAUSE_LEAST) return null;
  let pause = 0;
  let after = Number.NaN;
  for (let i = PART_LEAST; i <= times.length - PART_LEAST; i++) {
    const [before = 0, next = 0] = [times[i - 1], times[i]];
    if (next - before > pause) [pause, after] = [next - before, next];
  }
  const isLate = ({ record }: ReadMember) => leaderOf(record).at >= after;
  const early = members.filter((member) => !isLate(member));
  const late = members.filter(isLate);
  return early.length > 0 && late.length > 0 ? [toPart(state, early), toPart(state, late)] : null;
}

/** The first of an article's copies in the cluster, which decides where all of them go. */
function leaderOf(record: ArticleRecord): ArticleRecord {
  return record.family?.members.find((one) => one.cluster === record.cluster) ?? record;
}

function leastSimilar(
  { centroid }: Part,
  { members, lexicon }: { readonly members: readonly ReadMember[]; readonly lexicon: Lexicon },
): ReadMember | undefined {
  let least = Number.POSITIVE_INFINITY;
  let found: ReadMember | undefined;
  for (const member of members) {
    const cosine = cosineWith(member, { centroid, lexicon });
    if (cosine < least) [least, found] = [cosine, member];
  }
  return found;
}

type SplitPart = Part & { members: ArticleRecord[] };

function toPart(state: ClustererState, members: readonly ReadMember[]): SplitPart {
  const records = members.map(({ record }) => record);
  return { members: records, centroid: state.centroids.sumVectors(members), ...timingOf(records) };
}
