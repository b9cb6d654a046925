// What an article's opening shares with other openings, and how much of that is page furniture.
//
// Furniture ("Share this story", a caption, "all rights reserved") is shared by articles that have nothing else in common.
// It is recognised by one outlet using the same run in two articles that are not copies of each other. The articles in
// the window are enough to see that; no list of phrases in any language is needed.
import { type Runs, runsOf } from './opening.ts';
import type { ArticleRecord, Family } from './records.ts';

export type Encounter = {
  readonly other: ArticleRecord;
  readonly theirs: Runs;
  /** The places, in the article's own opening, of the runs that both have. */
  readonly shared: ReadonlySet<number>;
  /** The first shared place in the other's text; Infinity for none. */
  readonly startsAt: number;
  /** The places of the other's title in the article's own opening; null unless all of the title is there. */
  readonly otherTitle: ReadonlySet<number> | null;
};

/** What two openings share once furniture is left out. */
export type Meeting = {
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

export function encounterAll(mine: Runs, others: readonly ArticleRecord[]): readonly Encounter[] {
  const places = new Map<number, number>();
  for (const [place, hash] of mine.hashes.entries()) if (!places.has(hash)) places.set(hash, place);
  return others.map((other) => {
    const theirs = runsOf(other);
    const shared = new Set<number>();
    const otherTitle = new Set<number>();
    let titleRuns = 0;
    let startsAt = Number.POSITIVE_INFINITY;
    for (const [at, hash] of theirs.hashes.entries()) {
      const place = places.get(hash);
      if (place === undefined) continue;
      shared.add(place);
      if (at >= theirs.titleRuns) {
        startsAt = Math.min(startsAt, at - theirs.titleRuns);
        continue;
      }
      titleRuns++;
      otherTitle.add(place);
    }
    return { other, theirs, shared, startsAt, otherTitle: titleRuns === theirs.titleRuns ? otherTitle : null };
  });
}

/** The article, and the runs of its opening. */
type Own = { readonly record: Pick<ArticleRecord, 'outletId' | 'titleLength'>; readonly mine: Runs };

/** Places in the article's opening whose runs one outlet has used in different texts. */
export function findFurniture(encounters: readonly Encounter[], { record, mine }: Own): ReadonlySet<number> {
  const furniture = new Set<number>();
  const families = new Map<string, Family | ArticleRecord>();
  for (const encounter of encounters) {
    const { other, shared } = encounter;
    if (other.outletId === record.outletId) {
      if (textShare(mine, encounter) < SAME_TEXT) for (const place of shared) furniture.add(place);
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

function textShare(mine: Runs, { theirs, shared }: Encounter): number {
  let inText = 0;
  for (const place of shared) if (place >= mine.titleRuns) inText++;
  const smaller = Math.min(mine.all - mine.titleRuns, theirs.all - theirs.titleRuns);
  return smaller > 0 ? inText / smaller : 0;
}

export function meetingOf(
  { other, theirs, shared, startsAt, otherTitle }: Encounter,
  { record, mine, furniture }: Own & { readonly furniture: ReadonlySet<number> },
): Meeting {
  let sharedRuns = 0;
  let sharedTitleRuns = 0;
  let first = startsAt;
  for (const place of shared) {
    if (furniture.has(place)) continue;
    sharedRuns++;
    if (place < mine.titleRuns) sharedTitleRuns++;
    else first = Math.min(first, place - mine.titleRuns);
  }
  const isFree = (places: ReadonlySet<number>) => [...places].every((place) => !furniture.has(place));
  const isOtherTitleHere = otherTitle !== null && theirs.titleRuns >= TITLE_RUNS && isFree(otherTitle);
  const isTitleThere = mine.titleRuns >= TITLE_RUNS && sharedTitleRuns === mine.titleRuns;
  return {
    sharedRuns,
    smallerRuns: Math.min(mine.all, theirs.all),
    isTitleShared: isOtherTitleHere || isTitleThere,
    isOpening: first <= START,
    hasTitle: record.titleLength >= TITLE_WORDS_LEAST && !hasFurniture(furniture, mine.titleRuns),
    hasOtherTitle: other.titleLength >= TITLE_WORDS_LEAST && !(otherTitle !== null && !isFree(otherTitle)),
  };
}

function hasFurniture(furniture: ReadonlySet<number>, titleRuns: number): boolean {
  for (let place = 0; place < titleRuns; place++) if (furniture.has(place)) return true;
  return false;
}
