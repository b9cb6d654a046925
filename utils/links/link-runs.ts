// Parts a page's links into runs of a few that follow each other, and tells by which elements a run's place is known.
//
// Watching each of 1,500 links for coming near the window costs more than judging the forty that are near. So a run is
// watched by its two ends: the largest parts of the page that hold its first, or its last link, and not both. Between
// them in the document is, with rare exceptions, between them on the screen; where a run goes from the end of one column
// over a short one into what stands below both, an end is the column, which reaches up to where the short one is.
//
//   <main> <div class=column> … a a a </div> <aside> a a </aside> <section> a … </section> </main>
//           └── first end ───── └───────── one run ─────────── ┘   └── last end
import { isElement, matchesOf, parentOf, type Scope } from '../page/dom.ts';
import { findIn, holds } from './link-dom.ts';

/** Those of `links` from `start` up to, and without, `end`. */
export type LinkRun = { readonly links: ArrayLike<Element>; readonly start: number; readonly end: number };

/** Those in menus and footers, often half of a page's, are never judged to be stories: they are not even watched. */
export const LINKS = 'a[href]:not(nav *,footer *)';
/** Longer ones have links far from the window judged and asked for, shorter ones need more elements watched. */
const RUN_LINKS = 8;
/** A front page has up to two thousand; what lies beyond is not looked at. */
const LINKS_MAX = 5_000;

/** All links that fit the selector, in the order of the document; the scope may be one itself. */
export function findLinks(scope: Scope, selector: string): ArrayLike<Element> {
  return isElement(scope) && matchesOf(scope, selector) ? [scope] : findIn(scope, selector);
}

/** `sizeAt`: how many links a run has that begins with the so-manieth. */
export function cutRuns(links: ArrayLike<Element>, sizeAt = (_start: number): number => RUN_LINKS): LinkRun[] {
  const count = Math.min(links.length, LINKS_MAX);
  const runs: LinkRun[] = [];
  for (let start = 0; start < count; ) {
    const end = Math.min(start + sizeAt(start), count);
    runs.push({ links, start, end });
    start = end;
  }
  return runs;
}

/** Each link by itself. */
export function splitRun({ links, start, end }: LinkRun): LinkRun[] {
  return Array.from({ length: end - start }, (_, at) => ({ links, start: start + at, end: start + at + 1 }));
}

/** Runs that follow each other become one, so that a card that lies across two is judged as one. */
export function joinRuns(runs: readonly LinkRun[]): LinkRun[] {
  const joined: LinkRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.links === run.links && last.end === run.start) joined[joined.length - 1] = { ...last, end: run.end };
    else joined.push(run);
  }
  return joined;
}

/** One or two elements, see above. */
export function endsOf({ links, start, end }: LinkRun): readonly Element[] {
  const [first, last] = [links[start], links[end - 1]];
  if (first === undefined || last === undefined) return [];
  if (first === last) return [first];
  let head = first;
  let shared = parentOf(head);
  while (shared !== null && !holds(shared, last)) {
    head = shared;
    shared = parentOf(head);
  }
  let tail = last;
  for (let at = parentOf(tail); at !== null && at !== shared; at = parentOf(tail)) tail = at;
  return head === tail ? [head] : [head, tail];
}
