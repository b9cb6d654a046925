// Decides whether two articles are copies of one text, from whatever is there: texts, leads, or titles alone.
//
// A run is five words in a row (opening.ts). Long texts are copies when enough of the shorter one is in the longer one
// (`CONTAINED`); an independent report that quotes three sentences of a wire stays far below that. Example: the wire has 40
// sampled runs, a trimmed copy 24, and 22 are in both: 22/24 = 0.92, a copy. A report of 50 runs that quotes the wire shares
// 6: 6/40 = 0.15, no copy.
// Feeds give a title and a sentence or two, some with page furniture before them. There the shared runs are counted, without
// furniture (compare-openings.ts), and the better the titles agree, the fewer are needed.
import { countShared } from './centroid.ts';
import type { OpeningOverlap } from './compare-openings.ts';
import { titleOf, titleShare } from './opening.ts';
import { unpackText } from './packed-text.ts';
import type { ArticleRecord } from './records.ts';
import { overlapOf } from './shingles.ts';

/** Least share of the smaller text's sampled runs. Labelled copies have 0.5 and more, different texts on one event under 0.3. */
const CONTAINED = 0.45;
/** Least number of shared sampled runs; fewer may be a single quotation. */
const SHARED_LEAST = 3;
/** Least share of the larger text's runs for a copy that may bring other families together (`isWhole`). */
const WHOLE = 0.57;

/** Least share of the larger of one outlet's two texts for these to be one piece under two headlines. */
const SAME_PIECE = 0.85;

/**
 * Least number of runs that two openings must share: n runs are n + 4 words in a row, more than most quotations and captions
 * have. At 16, captions of agency photos make families of different reports; at 30, papers that put their own title over the
 * wire's lead are missed.
 */
const RUNS_ALONE = 22;
/** The same where most words of one title are in the other opening. At 8, reports that quote the same sentence pass. */
const RUNS_WITH_TITLE = 11;
const TITLE_AGREES = 0.6;
/** The same where neither text has a real title ("Obituaries front"), so that no title speaks against it. */
const RUNS_WITHOUT_TITLES = 6;
/** The same for a summary of one short sentence, of which it must be the share below. */
const RUNS_OF_SHORT = 5;
const SHORT_SHARE = 0.6;
/** Least share of all words where both have the same title, which alone has too few runs to be sure. */
const WORDS_WITH_TITLE = 0.55;
/** Copies appear within three days; the same words later are a column, a series, a yearly event. */
const APART_MOST_MS = 72 * 3_600_000;
/** Shorter titles ("News in brief") head texts that have nothing in common. */
const TITLE_WORDS_LEAST = 5;

type Copyable = Pick<ArticleRecord, 'outletId' | 'packed' | 'words' | 'titleLength' | 'sample' | 'at'>;

/** `isWhole`: false where the larger text may combine several (a live blog, a round-up), which are no copies of each other. */
export type CopyVerdict = { readonly share: number; readonly isWhole: boolean };

/** `overlap` is seen from `a`: the other's title in it is that of `b`. */
type Compared = { readonly a: Copyable; readonly b: Copyable; readonly overlap: OpeningOverlap };

export function judgeCopy({ a, b, overlap }: Compared): CopyVerdict | null {
  if (a.sample && b.sample) {
    const { shared, smaller, larger } = overlapOf(a.sample, b.sample);
    if (shared < SHARED_LEAST || shared / smaller < CONTAINED) return null;
    if (a.outletId === b.outletId && !isSamePiece([a, b], shared / larger)) return null;
    return { share: shared / smaller, isWhole: shared / larger >= WHOLE };
  }
  if (Math.abs(a.at - b.at) > APART_MOST_MS || !haveSameOpening({ a, b, overlap })) return null;
  return { share: (1 + overlap.sharedRuns) / (1 + overlap.smallerRuns), isWhole: true };
}

/** One outlet's follow-up repeats paragraphs of its last report, and all its videos end with the same words. */
function isSamePiece([a, b]: readonly [Copyable, Copyable], share: number): boolean {
  if (Math.abs(a.at - b.at) > APART_MOST_MS) return false;
  const agreed = Math.max(titleShare(a, titleOf(b)), titleShare(b, titleOf(a)));
  return share >= SAME_PIECE || agreed >= TITLE_AGREES;
}

function haveSameOpening({ a, b, overlap }: Compared): boolean {
  const { sharedRuns, smallerRuns, hasTitle, hasOtherTitle } = overlap;
  if (overlap.isTitleShared) return true;
  if (a.outletId === b.outletId) return false; // two pieces of one outlet under two headlines may share a caption
  if (sharedRuns >= RUNS_OF_SHORT && sharedRuns >= SHORT_SHARE * smallerRuns) return true;
  if (!hasTitle && !hasOtherTitle) return sharedRuns >= RUNS_WITHOUT_TITLES;
  if (
    hasTitle &&
    hasOtherTitle &&
    isSameTitle(a, b) &&
    wordShare(unpackText(a.packed).terms, unpackText(b.packed).terms) >= WORDS_WITH_TITLE
  )
    return true;
  const agreed = Math.max(hasTitle ? titleShare(a, b) : 0, hasOtherTitle ? titleShare(b, a) : 0);
  return sharedRuns >= (agreed >= TITLE_AGREES && overlap.isOpening ? RUNS_WITH_TITLE : RUNS_ALONE);
}

function isSameTitle(a: Copyable, b: Copyable): boolean {
  if (a.titleLength < TITLE_WORDS_LEAST || a.titleLength !== b.titleLength) return false;
  return a.words.slice(0, a.titleLength) === b.words.slice(0, b.titleLength);
}

function wordShare(a: Int32Array, b: Int32Array): number {
  return countShared(a, b) / Math.max(1, Math.min(a.length, b.length));
}
