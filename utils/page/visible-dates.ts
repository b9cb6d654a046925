// Finds dates that readers see: <time> elements, and short lines with figures around the headline.
import { FIGURE } from '../../engine/text/local-calendars.ts';
import {
  attributeOf,
  bodyOf,
  createTextWalker,
  findAll,
  firstOf,
  parentOf,
  tagOf,
  textDataOf,
  textUpTo,
} from './dom.ts';
import { collapse } from './plain-text.ts';
import type { RegionFinder } from './region.ts';
import type { Structure } from './structure.ts';

export type VisibleDates = {
  /** Of <time> elements outside furniture, in document order. */
  readonly times: readonly DatedLine[];
  /** Short texts after the headline, nearest first, then those before it. */
  readonly lines: readonly string[];
  /** All short texts between the headline and the text of the article, which a standfirst may come before. */
  readonly near: readonly string[];
};

/** A machine's date and the words that stand with it ("Updated: …"). */
export type DatedLine = { readonly date: string; readonly line: string };

const TIMES_MAX = 20;
const LINE_MAX = 160;
const LINES_MAX = 24;
/** Standfirst, byline and picture credit stand between headline and date on some pages: about 60 texts. */
const NODES_AFTER = 240;
const NODES_BEFORE = 80;
const NODES_NEAR = 120;
/** In characters: longer ones are sentences. */
const NEAR_MAX = 90;

export function readVisibleDates(document: Document, structure: Structure, regionOf: RegionFinder): VisibleDates {
  const found = findAll(document, 'time,abbr.published,[class~="dt-published"],[class~="published"][title]');
  const times: DatedLine[] = [];
  for (const element of firstOf(found, TIMES_MAX)) {
    if (regionOf(parentOf(element)) === 'furniture') continue;
    const line = lineAround(document, element);
    times.push({
      date: attributeOf(element, 'datetime') || attributeOf(element, 'title') || lineOf(document, element),
      line,
    });
  }
  const heading = structure.headings.find(({ isTitle }) => isTitle)?.element;
  const anchor = heading ?? structure.body[0]?.element;
  return {
    times,
    lines: anchor === undefined ? [] : readLines(document, anchor),
    near: heading === undefined ? [] : readNear(document, heading, structure, regionOf),
  };
}

function lineOf(document: Document, element: Element): string {
  return collapse(textUpTo(document, element, LINE_MAX * 2)).slice(0, LINE_MAX);
}

/** The widest text around an element that is still one short line: dates are often split over several elements. */
function lineAround(document: Document, element: Element): string {
  let line = lineOf(document, element);
  let at = parentOf(element);
  for (let level = 0; at !== null && level < 2; level++, at = parentOf(at)) {
    const wider = textUpTo(document, at, LINE_MAX * 2);
    if (wider.length > LINE_MAX * 2) break;
    const text = collapse(wider);
    if (text.length > 90) break;
    line = text;
  }
  return line;
}

const UNSEEN = /^(?:script|style|noscript|textarea|option)$/;

function readNear(document: Document, heading: Element, { body }: Structure, regionOf: RegionFinder): string[] {
  const root = bodyOf(document);
  if (root === null) return [];
  const lines = new Set<string>();
  const walker = createTextWalker(document, root);
  walker.currentNode = heading;
  const isInside = (element: Element | undefined, node: Node) =>
    element !== undefined && Node.prototype.contains.call(element, node);
  for (let i = 0; i < NODES_NEAR && lines.size < LINES_MAX; i++) {
    const node = walker.nextNode();
    if (node === null || node === body[1]?.element) break;
    const parent = node instanceof Element ? null : parentOf(node);
    if (parent === null || UNSEEN.test(tagOf(parent)) || regionOf(parent) === 'furniture') continue;
    if (isInside(heading, node) || isInside(body[0]?.element, node)) continue;
    const line = lineOf(document, parent);
    if (line !== '' && line.length <= NEAR_MAX) lines.add(line);
  }
  return [...lines];
}

function readLines(document: Document, anchor: Element): string[] {
  const body = bodyOf(document);
  if (body === null) return [];
  const lines: string[] = [];
  const walker = createTextWalker(document, body);
  const take = (node: Node) => {
    if (node instanceof Element) return;
    const data = textDataOf(node) ?? '';
    if (data.length > 400 || !FIGURE.test(data)) return;
    const parent = parentOf(node);
    if (parent === null || UNSEEN.test(tagOf(parent))) return;
    for (const line of [lineOf(document, parent), lineAround(document, parent)])
      if (line !== '' && !lines.includes(line)) lines.push(line);
  };
  walker.currentNode = anchor;
  for (let i = 0; i < NODES_AFTER && lines.length < LINES_MAX; i++) {
    const node = walker.nextNode();
    if (node === null) break;
    take(node);
  }
  walker.currentNode = anchor;
  for (let i = 0; i < NODES_BEFORE && lines.length < LINES_MAX * 1.5; i++) {
    const node = walker.previousNode();
    if (node === null) break;
    take(node);
  }
  return lines;
}
