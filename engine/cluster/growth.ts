// How readily clusters may grow, told from how large the window's own clusters are.
//
// In one stream a story has three reports, in another dozens, and nothing in two texts tells which stream they are from:
// where triples are the rule, a fourth report that is close is mostly of another event. So the score of two clusters is
// raised where clusters as large as both together are common, and lowered where they are rare. Of the articles in
// clusters at least as large as the larger one, what share is in clusters at least as large as both? Example: 3 and 1
// may merge; 900 articles are in clusters of three and more, 90 of them in clusters of four and more. With 80 articles
// pretended, it is (90 + 0.7 · 80) / (900 + 80) = 0.15, and 0.15 / 0.7 = 0.21. What lowers a score counts to the power of
// 0.6 only: it counts 0.39 of itself, since large stories are rare in every stream of news, and are what readers look for.
// Were it 800 of the 900, it would count 0.87 / 0.7 = 1.25 times. In a new window nothing is known, and the score counts
// as it is.
import type { ArticleRecord } from './records.ts';

type Sized = { readonly members: readonly Pick<ArticleRecord, 'language'>[] };

/** What the score of two clusters, or parts of one, is multiplied by. */
export type Growth = (a: Sized, b: Sized) => number;

/** Articles pretended to be in clusters as large as the larger one, and so many more for each of its own: the few largest clusters tell little. */
const PRETENDED = 50;
const PRETENDED_EACH = 10;
/** The share of those pretended, at which the score counts as it is: between streams of many small stories (0.65) and of few large ones (0.85). */
const USUAL_SHARE = 0.7;
/** In real streams 1 finds a tenth less at the same precision; at 0.5 look-alike events of long texts flow together. */
const LOWERING_POWER = 0.6;
/** Larger clusters count as clusters of this size. */
const SIZE_MOST = 4096;

/** How many articles clusters of each size hold, noted as they change: a full window has too many to count them each time. */
export type ClusterSizes = {
  /** A cluster of the language had so many members and has so many now. */
  readonly note: (language: number, before: number, after: number) => void;
  readonly measure: () => Growth;
};

export function createClusterSizes(): ClusterSizes {
  const languages = new Map<number, Held>();

  function add(held: Held, members: number, share: 1 | -1): void {
    const size = Math.min(SIZE_MOST, members);
    held.bySize[size] = (held.bySize[size] ?? 0) + share * members;
    if (size > held.largest) held.largest = size;
  }

  return {
    note(language, before, after) {
      let held = languages.get(language);
      if (!held) {
        held = { bySize: new Float64Array(SIZE_MOST + 1), largest: 0 };
        languages.set(language, held);
      }
      add(held, before, -1);
      add(held, after, 1);
    },
    measure: () => growthOf(new Map([...languages].map(([language, held]) => [language, summedUp(held)]))),
  };
}

/** `largest`: the largest size that has ever been noted. */
type Held = { readonly bySize: Float64Array; largest: number };

/** What clusters of each size and all larger ones hold; two together are twice as large at most. */
function summedUp({ bySize, largest }: Held): Float64Array {
  const sums = bySize.slice(0, 2 * largest + 1);
  for (let size = Math.min(SIZE_MOST, largest) - 1; size >= 0; size--)
    sums[size] = (sums[size] ?? 0) + (sums[size + 1] ?? 0);
  return sums;
}

function growthOf(languages: ReadonlyMap<number, Float64Array>): Growth {
  return (a, b) => {
    const held = languages.get(languageOf(a.members));
    const articlesFrom = (size: number) => held?.[Math.min(SIZE_MOST, size)] ?? 0;
    const larger = Math.max(a.members.length, b.members.length);
    const pretended = PRETENDED + PRETENDED_EACH * larger;
    const both = articlesFrom(a.members.length + b.members.length) + USUAL_SHARE * pretended;
    const growth = both / (articlesFrom(larger) + pretended) / USUAL_SHARE;
    return growth < 1 ? growth ** LOWERING_POWER : growth;
  };
}

function languageOf(members: Sized['members']): number {
  return members[0]?.language ?? 0;
}
