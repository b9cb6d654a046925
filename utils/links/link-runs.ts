// Splits a page's links into short runs of consecutive links, and determines the elements by which a run's position is observed.
//
// Observing each of 1,500 links would cost more than judging the forty near the window. So a run is observed by its two ends: the
// largest elements that contain its first or its last link, but not both. What is between them in the document is also between
// them on the screen, with rare exceptions; where a run continues from the end of a column over a short one into what is below
// both, one end is the whole column, which extends up to where the short one is.
//
//   <main> <div class=column> … a a a </div> <aside> a a </aside> <section> a … </section> </main>
//           └── first end ───── └───────── one run ─────────── ┘   └── last end
import { isElement, matchesOf, parentOf, type Scope } from '../page/dom.ts';
import { findIn, holds } from './link-dom.ts';

/** The items of `links` from `start` (inclusive) to `end` (exclusive). */
export type LinkRun = { readonly links: ArrayLike<Element>; readonly start: number; readonly end: number };

/** Links in menus and footers, often half of a page's, are never stories: they are not even observed. */
export const LINKS = 'a[href]:not(nav *,footer *)';
/** Longer runs would include links far from the window, shorter ones need more observed elements. */
const RUN_LINKS = 8;
/** A front page has up to two thousand; links beyond this number are ignored. */
const LINKS_MAX = 5_000;

/** All matching links in document order; the scope itself may be one. */
export function findLinks(scope: Scope, selector: string): ArrayLike<Element> {
  return isElement(scope) && matchesOf(scope, selector) ? [scope] : findIn(scope, selector);
}

/** `sizeAt`: the number of links in the run that begins at this index. */
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

/** One run per link. */
export function splitRun({ links, start, end }: LinkRun): LinkRun[] {
  return Array.from({ length: end - start }, (_, at) => ({ links, start: start + at, end: start + at + 1 }));
}

/** Joins adjacent runs, so that a card that extends across two is judged as one. */
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
