// Decides whether two articles are copies of one text, from whatever is there: texts, leads, or titles alone.
//
// Long texts: much of the shorter one lies in the longer one (`CONTAINED`), which an independent report that quotes three
// sentences of a wire never reaches. Example: 40 sampled runs of the wire, 22 of them in a trimmed copy that has 24:
// 22/24 = 0.92, a copy. A report with 50 runs that quotes the wire shares 6: 6/40 = 0.15, not one.
// Feeds give a title and a sentence or two, and some put page furniture before them: there the runs count that both
// share, those of furniture left out (encounters.ts), and the fewer are needed the more the titles agree.
import { countShared } from './centroid.ts';
import type { Meeting } from './encounters.ts';
import { titleOf, titleShare } from './opening.ts';
import { unpackText } from './packed-text.ts';
import type { ArticleRecord } from './records.ts';
import { overlapOf } from './shingles.ts';

/** Of the smaller text's sampled runs. Labelled copies have 0.5 and more, different texts of one event under 0.3. */
const CONTAINED = 0.45;
/** Fewer shared runs than this may be one quotation. */
const SHARED_LEAST = 3;
/** Of the larger text's runs, for a third text to become a relative by it. */
const WHOLE = 0.57;

/** Of the larger of one outlet's two texts: the same under another headline. */
const SAME_PIECE = 0.85;

/**
 * Runs that two openings share, four less than words in a row: longer than quotations and captions mostly are. At 16,
 * captions of agency photos make families of different reports; at 30, papers that put a title of their own over the
 * wire's lead are lost.
 */
const RUNS_ALONE = 22;
/** … where most words of one title are in the other opening. At 8, reports that quote the same sentence join. */
const RUNS_WITH_TITLE = 11;
const TITLE_AGREES = 0.6;
/** … where neither title is one ("Obituaries front"): nothing speaks against the texts then. */
const RUNS_WITHOUT_TITLES = 6;
/** … of a summary of one short sentence, and most of it. */
const RUNS_OF_SHORT = 5;
const SHORT_SHARE = 0.6;
/** Share of the words, under the same title of five words, which has too few runs to be sure of. */
const WORDS_WITH_TITLE = 0.55;
/** Copies are printed within three days; the same words later are a column, a series, a yearly event. */
const APART_MOST_MS = 72 * 3_600_000;
/** Shorter titles ("News in brief") stand over texts that have nothing in common. */
const TITLE_WORDS_LEAST = 5;

type Copyable = Pick<ArticleRecord, 'outletId' | 'packed' | 'words' | 'titleLength' | 'sample' | 'at'>;

/** `isWhole`: false where one text may string several together (a live blog, a round-up), which are no copies then. */
export type CopyVerdict = { readonly share: number; readonly isWhole: boolean };

export function judgeCopy(a: Copyable, b: Copyable, meeting: Meeting): CopyVerdict | null {
  if (a.sample && b.sample) {
    const { shared, smaller, larger } = overlapOf(a.sample, b.sample);
    if (shared < SHARED_LEAST || shared / smaller < CONTAINED) return null;
    if (a.outletId === b.outletId && !isSamePiece(a, b, shared / larger)) return null;
    return { share: shared / smaller, isWhole: shared / larger >= WHOLE };
  }
  if (Math.abs(a.at - b.at) > APART_MOST_MS || !haveSameOpening(a, b, meeting)) return null;
  return { share: (1 + meeting.sharedRuns) / (1 + meeting.smallerRuns), isWhole: true };
}

/** An outlet's next report of an affair repeats paragraphs of the last one, and its videos all end with the same words. */
function isSamePiece(a: Copyable, b: Copyable, share: number): boolean {
  if (Math.abs(a.at - b.at) > APART_MOST_MS) return false;
  const agreed = Math.max(titleShare(a, titleOf(b)), titleShare(b, titleOf(a)));
  return share >= SAME_PIECE || agreed >= TITLE_AGREES;
}

function haveSameOpening(a: Copyable, b: Copyable, meeting: Meeting): boolean {
  const { sharedRuns, smallerRuns, hasTitle, hasOtherTitle } = meeting;
  if (meeting.isTitleShared) return true;
  if (a.outletId === b.outletId) return false; // one outlet's two pieces under two headlines share a caption
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
  return sharedRuns >= (agreed >= TITLE_AGREES && meeting.isOpening ? RUNS_WITH_TITLE : RUNS_ALONE);
}

function isSameTitle(a: Copyable, b: Copyable): boolean {
  if (a.titleLength < TITLE_WORDS_LEAST || a.titleLength !== b.titleLength) return false;
  return a.words.slice(0, a.titleLength) === b.words.slice(0, b.titleLength);
}

function wordShare(a: Int32Array, b: Int32Array): number {
  return countShared(a, a.length, b, b.length) / Math.max(1, Math.min(a.length, b.length));
}
