// What an article's opening shares with other openings, and how much of that is page furniture.
//
// Furniture ("Share this story", a caption, "all rights reserved") is shared by articles that have nothing else in common.
// It is recognised by one outlet using the same run in two articles that are not copies of each other. The articles in
// the window are enough to see that; no list of phrases in any language is needed.
import { type Runs, runsOf } from './opening.ts';
import type { ArticleRecord, Family } from './records.ts';

export type OpeningComparison = {
  readonly other: ArticleRecord;
  readonly otherRuns: Runs;
  /** The places, in the article's own opening, of the runs that both have. */
  readonly shared: ReadonlySet<number>;
  /** The first shared place in the other's text; Infinity for none. */
  readonly startsAt: number;
  /** The places of the other's title in the article's own opening; null unless all of the title is there. */
  readonly otherTitle: ReadonlySet<number> | null;
};

/** What two openings share once furniture is left out. */
export type OpeningOverlap = {
  readonly sharedRuns: number;
  /** Number of runs of the opening that has fewer. */
  readonly smallerRuns: number;
  /** One of the two titles is in the other opening as a whole. */
  readonly isTitleShared: boolean;
  /** The shared part is at the beginning of one of the texts: a wire's lead is, a quotation in the middle is not. */
  readonly isOpening: boolean;
  /** The article's own title, and the other's, are long enough and not furniture. */
  readonly hasTitle: boolean;
  readonly hasOtherTitle: boolean;
};

/** Two articles of one outlet that share less than this of the smaller text are different, and what they share is furniture. */
const SAME_TEXT = 0.6;
/** Runs. A title of two runs has six words; shorter ones are also used over independent reports. */
const TITLE_RUNS = 2;
/** Words of furniture and dateline that may come before a text's first sentence. */
const START = 12;
/** Shorter titles are sections and labels ("World", "By our staff"). */
const TITLE_WORDS_LEAST = 4;

export function compareOpenings(runs: Runs, others: readonly ArticleRecord[]): readonly OpeningComparison[] {
  const places = new Map<number, number>();
  for (const [place, hash] of runs.hashes.entries()) if (!places.has(hash)) places.set(hash, place);
  return others.map((other) => {
    const otherRuns = runsOf(other);
    const shared = new Set<number>();
    const otherTitle = new Set<number>();
    let titleRuns = 0;
    let startsAt = Number.POSITIVE_INFINITY;
    for (const [at, hash] of otherRuns.hashes.entries()) {
      const place = places.get(hash);
      if (place === undefined) continue;
      shared.add(place);
      if (at >= otherRuns.titleRuns) {
        startsAt = Math.min(startsAt, at - otherRuns.titleRuns);
        continue;
      }
      titleRuns++;
      otherTitle.add(place);
    }
    return { other, otherRuns, shared, startsAt, otherTitle: titleRuns === otherRuns.titleRuns ? otherTitle : null };
  });
}

/** The article, and the runs of its opening. */
type Own = { readonly record: Pick<ArticleRecord, 'outletId' | 'titleLength'>; readonly runs: Runs };

/** Places in the article's opening whose runs one outlet has used in different texts. */
export function findFurniture(comparisons: readonly OpeningComparison[], { record, runs }: Own): ReadonlySet<number> {
  const furniture = new Set<number>();
  const families = new Map<string, Family | ArticleRecord>();
  for (const comparison of comparisons) {
    const { other, shared } = comparison;
    if (other.outletId === record.outletId) {
      if (textShare(runs, comparison) < SAME_TEXT) for (const place of shared) furniture.add(place);
      continue;
    }
    for (const place of shared) {
      const key = `${place} ${other.outletId}`;
      const text = other.family ?? other;
      const known = families.get(key);
      if (known === undefined) families.set(key, text);
      else if (known !== text) furniture.add(place);
    }
  }
  return furniture;
}

function textShare(runs: Runs, { otherRuns, shared }: OpeningComparison): number {
  let inText = 0;
  for (const place of shared) if (place >= runs.titleRuns) inText++;
  const smaller = Math.min(runs.all - runs.titleRuns, otherRuns.all - otherRuns.titleRuns);
  return smaller > 0 ? inText / smaller : 0;
}

export function openingOverlap(
  { other, otherRuns, shared, startsAt, otherTitle }: OpeningComparison,
  { record, runs, furniture }: Own & { readonly furniture: ReadonlySet<number> },
): OpeningOverlap {
  let sharedRuns = 0;
  let sharedTitleRuns = 0;
  let first = startsAt;
  for (const place of shared) {
    if (furniture.has(place)) continue;
    sharedRuns++;
    if (place < runs.titleRuns) sharedTitleRuns++;
    else first = Math.min(first, place - runs.titleRuns);
  }
  const isFree = (places: ReadonlySet<number>) => [...places].every((place) => !furniture.has(place));
  const isOtherTitleHere = otherTitle !== null && otherRuns.titleRuns >= TITLE_RUNS && isFree(otherTitle);
  const isTitleThere = runs.titleRuns >= TITLE_RUNS && sharedTitleRuns === runs.titleRuns;
  return {
    sharedRuns,
    smallerRuns: Math.min(runs.all, otherRuns.all),
    isTitleShared: isOtherTitleHere || isTitleThere,
    isOpening: first <= START,
    hasTitle: record.titleLength >= TITLE_WORDS_LEAST && !hasFurniture(furniture, runs.titleRuns),
    hasOtherTitle: other.titleLength >= TITLE_WORDS_LEAST && !(otherTitle !== null && !isFree(otherTitle)),
  };
}

function hasFurniture(furniture: ReadonlySet<number>, titleRuns: number): boolean {
  for (let place = 0; place < titleRuns; place++) if (furniture.has(place)) return true;
  return false;
}
