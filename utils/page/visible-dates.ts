// Finds dates that readers see: <time> elements, and short lines with figures around the headline.

import { FIGURE } from '../../engine/text/local-calendars.ts';
import {
  attributeOf,
  bodyOf,
  closestOf,
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
import { titlesAmong } from './titles-among.ts';

export type VisibleDates = {
  /** Of <time> elements outside furniture, in document order. */
  readonly times: readonly DatedLine[];
  /** Short texts after the headline, nearest first. */
  readonly lines: readonly string[];
  /** Those before it, nearest first: the day that it is may stand there. */
  readonly above: readonly string[];
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
/** In characters: a byline with the days of publication and change. */
const NEAR_MAX = 120;

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
  const heading = titlesAmong(structure.headings)[0]?.element;
  const anchor = heading ?? structure.body[0]?.element;
  return {
    times,
    ...(anchor === undefined ? { lines: [], above: [] } : readLines(document, anchor)),
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
/** "12 March" may head a part of the article. */
const PART_HEADING = /^h[2-6]$/;

/** The texts that follow an element, its own first, or come before it. */
function* walkTexts(document: Document, from: Element, step: 'nextNode' | 'previousNode', nodesMax: number) {
  const walker = createTextWalker(document, bodyOf(document) ?? from);
  walker.currentNode = from;
  for (let i = 0; i < nodesMax; i++) {
    const node = walker[step]();
    if (node === null) return;
    const parent = node instanceof Element ? null : parentOf(node);
    if (parent !== null && !UNSEEN.test(tagOf(parent))) yield { node, parent };
  }
}

function readNear(document: Document, heading: Element, { body }: Structure, regionOf: RegionFinder): string[] {
  const [standfirst, text] = body.map(({ element }) => element);
  const lines = new Set<string>();
  const isInside = (element: Element | undefined, node: Node) =>
    element !== undefined && Node.prototype.contains.call(element, node);
  // Some systems have the date and the byline in a footer of the headline.
  const isFurniture = (element: Element) =>
    regionOf(element) === 'furniture' && closestOf(element, 'footer,.footer') === null;
  for (const { node, parent } of walkTexts(document, heading, 'nextNode', NODES_NEAR)) {
    if (isInside(text, node) || lines.size === LINES_MAX) break;
    if (isInside(heading, node) || isInside(standfirst, node) || isFurniture(parent)) continue;
    const line = lineOf(document, parent);
    if (line.length <= NEAR_MAX && !PART_HEADING.test(tagOf(parent))) lines.add(line);
  }
  return [...lines];
}

function readLines(document: Document, anchor: Element): Pick<VisibleDates, 'lines' | 'above'> {
  const lines = new Set<string>();
  const take = (step: 'nextNode' | 'previousNode', nodesMax: number, linesMax: number) => {
    for (const { node, parent } of walkTexts(document, anchor, step, nodesMax)) {
      if (lines.size >= linesMax) return;
      const data = textDataOf(node) ?? '';
      if (data.length > 400 || !FIGURE.test(data)) continue;
      for (const line of [lineAround(document, parent), lineOf(document, parent)]) if (line !== '') lines.add(line);
    }
  };
  take('nextNode', NODES_AFTER, LINES_MAX);
  const after = lines.size;
  take('previousNode', NODES_BEFORE, LINES_MAX * 1.5);
  return { lines: [...lines].slice(0, after), above: [...lines].slice(after) };
}
