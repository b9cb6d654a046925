// How readily clusters merge into larger ones, from the sizes of the window's own clusters.
//
// In one stream a story has three reports, in another dozens, and two texts do not tell which stream they are from: where
// threes are the rule, a fourth report that looks close is mostly about another event. So the merge score is raised where
// clusters of the merged size are common, and lowered where they are rare. The measure: of the articles in clusters at
// least as large as the larger of the two, what share is in clusters at least as large as both together?
// Example: clusters of 3 and 1 may merge. 900 articles are in clusters of 3 and more, 90 of them in clusters of 4 and more.
// With 80 pseudo-articles this is (90 + 0.7 · 80) / (900 + 80) = 0.149, and 0.149 / 0.7 = 0.213. Factors below 1 are taken
// to the power of 0.6, which makes it 0.4: large stories are rare in every stream of news, and they are what readers look
// for. With 800 in place of 90 the factor is 0.873 / 0.7 = 1.25. In an empty window it is 1.
import type { ArticleRecord } from './records.ts';

type Sized = { readonly members: readonly Pick<ArticleRecord, 'language'>[] };

/** The factor on the merge score of two clusters, or of two parts of one. */
export type Growth = (a: Sized, b: Sized) => number;

/** Pseudo-articles: a fixed number, and more for each member of the larger cluster, since the few largest clusters tell little. */
const PSEUDO_ARTICLES = 50;
const PSEUDO_ARTICLES_EACH = 10;
/** Share that pseudo-articles assume, at which the factor is 1: between streams of many small stories (0.65) and of few large ones (0.85). */
const USUAL_SHARE = 0.7;
/** Exponent on factors below 1. In real streams 1 finds a tenth less at the same precision; at 0.5, similar events told in long texts are merged. */
const LOWERING_POWER = 0.6;
/** Larger clusters count as clusters of this size. */
const SIZE_MOST = 4096;

/** Counts the articles in clusters of each size, updated with each change: a full window has too many clusters to count them each time. */
export type ClusterSizes = {
  /** A cluster of the language has grown or shrunk from `before` members to `after`. */
  readonly note: (language: number, members: { readonly before: number; readonly after: number }) => void;
  readonly measure: () => Growth;
};

export function createClusterSizes(): ClusterSizes {
  const languages = new Map<number, SizeCounts>();

  function add(counts: SizeCounts, { members, change }: { readonly members: number; readonly change: 1 | -1 }): void {
    const size = Math.min(SIZE_MOST, members);
    counts.bySize[size] = (counts.bySize[size] ?? 0) + change * members;
    if (size > counts.largest) counts.largest = size;
  }

  return {
    note(language, { before, after }) {
      let counts = languages.get(language);
      if (!counts) {
        counts = { bySize: new Float64Array(SIZE_MOST + 1), largest: 0 };
        languages.set(language, counts);
      }
      add(counts, { members: before, change: -1 });
      add(counts, { members: after, change: 1 });
    },
    measure: () => growthOf(new Map([...languages].map(([language, counts]) => [language, toCumulative(counts)]))),
  };
}

/** `bySize`: articles in clusters of that size. `largest`: the largest size there has ever been. */
type SizeCounts = { readonly bySize: Float64Array; largest: number };

/** Articles in clusters of each size or larger, up to twice the largest size: two merged clusters cannot be larger. */
function toCumulative({ bySize, largest }: SizeCounts): Float64Array {
  const sums = bySize.slice(0, 2 * largest + 1);
  for (let size = Math.min(SIZE_MOST, largest) - 1; size >= 0; size--)
    sums[size] = (sums[size] ?? 0) + (sums[size + 1] ?? 0);
  return sums;
}

function growthOf(languages: ReadonlyMap<number, Float64Array>): Growth {
  return (a, b) => {
    const sums = languages.get(languageOf(a.members));
    const articlesFrom = (size: number) => sums?.[Math.min(SIZE_MOST, size)] ?? 0;
    const larger = Math.max(a.members.length, b.members.length);
    const pseudoArticles = PSEUDO_ARTICLES + PSEUDO_ARTICLES_EACH * larger;
    const both = articlesFrom(a.members.length + b.members.length) + USUAL_SHARE * pseudoArticles;
    const growth = both / (articlesFrom(larger) + pseudoArticles) / USUAL_SHARE;
    return growth < 1 ? growth ** LOWERING_POWER : growth;
  };
}

function languageOf(members: Sized['members']): number {
  return members[0]?.language ?? 0;
}
