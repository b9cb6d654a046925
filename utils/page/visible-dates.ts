// Finds the texts in which readers may see a date: <time> elements, and short lines with figures around the headline.

import { FIGURE } from '../../engine/text/local-calendars.ts';
import {
  attributeOf,
  bodyOf,
  closestOf,
  createTextWalker,
  documentOf,
  findAll,
  firstOf,
  parentOf,
  tagOf,
  textDataOf,
  textUpTo,
} from './dom.ts';
import { collapse } from './plain-text.ts';
import { EMBEDDED_POST, type RegionFinder } from './region.ts';
import type { Structure } from './structure.ts';
import { titlesAmong } from './titles-among.ts';

export type VisibleDates = {
  /** <time> elements and their like outside furniture, in document order. */
  readonly times: readonly DatedLine[];
  /** Short texts with figures after the headline, nearest first. */
  readonly lines: readonly string[];
  /** The same before the headline, nearest first. Some sites show today's date there. */
  readonly above: readonly string[];
  /** All short texts between the headline and the article's second paragraph. The first may be a standfirst. */
  readonly near: readonly string[];
};

/** A machine-readable date (else the shown one) and the line that it is in ("Updated: …"). */
export type DatedLine = { readonly date: string; readonly line: string };

const TIMES_MAX = 20;
const LINE_MAX = 160;
const LINES_MAX = 24;
/** In DOM nodes. Some pages have standfirst, byline and picture credit between headline and date: about 60 texts. */
const NODES_AFTER = 240;
const NODES_BEFORE = 80;
const NODES_NEAR = 120;
/** In characters: enough for a byline with the dates of publication and of the last change. */
const NEAR_MAX = 120;

type Shown = { readonly structure: Structure; readonly regionOf: RegionFinder };

export function readVisibleDates(document: Document, shown: Shown): VisibleDates {
  const { structure, regionOf } = shown;
  const found = findAll(document, 'time,abbr.published,[class~="dt-published"],[class~="published"][title]');
  const times: DatedLine[] = [];
  for (const element of firstOf(found, TIMES_MAX)) {
    if (regionOf(parentOf(element)) === 'furniture') continue;
    const line = lineAround(element);
    times.push({ date: attributeOf(element, 'datetime') || attributeOf(element, 'title') || lineOf(element), line });
  }
  const heading = titlesAmong(structure.headings)[0]?.element;
  const anchor = heading ?? structure.body[0]?.element;
  return {
    times,
    ...(anchor === undefined ? { lines: [], above: [] } : readLines(anchor)),
    near: heading === undefined ? [] : readNear(heading, shown),
  };
}

function lineOf(element: Element): string {
  return collapse(textUpTo(element, LINE_MAX * 2)).slice(0, LINE_MAX);
}

/**
 * The text of the largest element around this one that is still a short line: dates are often split over several
 * elements.
 */
function lineAround(element: Element): string {
  let line = lineOf(element);
  let at = parentOf(element);
  for (let level = 0; at !== null && level < 2; level++, at = parentOf(at)) {
    const wider = textUpTo(at, LINE_MAX * 2);
    if (wider.length > LINE_MAX * 2) break;
    const text = collapse(wider);
    if (text.length > 90) break;
    line = text;
  }
  return line;
}

const UNSEEN = /^(?:script|style|noscript|textarea|option)$/;
/** A subheading may be a date: "12 March". */
const PART_HEADING = /^h[2-6]$/;

type Walk = { readonly step: 'nextNode' | 'previousNode'; readonly nodes: number };

/** The text nodes after the start of an element (its own first) or before it, among the next `nodes` nodes. */
function* walkTexts(from: Element, { step, nodes }: Walk) {
  const walker = createTextWalker(bodyOf(documentOf(from)) ?? from);
  walker.currentNode = from;
  for (let i = 0; i < nodes; i++) {
    const node = walker[step]();
    if (node === null) return;
    const parent = node instanceof Element ? null : parentOf(node);
    if (parent !== null && !UNSEEN.test(tagOf(parent))) yield { node, parent };
  }
}

function readNear(heading: Element, { structure, regionOf }: Shown): string[] {
  const [standfirst, text] = structure.body.map(({ element }) => element);
  const lines = new Set<string>();
  const isInside = (element: Element | undefined, node: Node) =>
    element !== undefined && Node.prototype.contains.call(element, node);
  // Some systems put date and byline into a <footer> below the headline, which is not furniture here.
  const isFurniture = (element: Element) =>
    regionOf(element) === 'furniture' && closestOf(element, 'footer,.footer') === null;
  for (const { node, parent } of walkTexts(heading, { step: 'nextNode', nodes: NODES_NEAR })) {
    if (isInside(text, node) || lines.size === LINES_MAX) break;
    if (isInside(heading, node) || isInside(standfirst, node) || isFurniture(parent)) continue;
    const line = lineOf(parent);
    if (line.length <= NEAR_MAX && !PART_HEADING.test(tagOf(parent))) lines.add(line);
  }
  return [...lines];
}

function readLines(anchor: Element): Pick<VisibleDates, 'lines' | 'above'> {
  const lines = new Set<string>();
  const take = (walk: Walk, linesMax: number) => {
    for (const { node, parent } of walkTexts(anchor, walk)) {
      if (lines.size >= linesMax) return;
      const data = textDataOf(node) ?? '';
      if (data.length > 400 || !FIGURE.test(data) || closestOf(parent, EMBEDDED_POST) !== null) continue;
      for (const line of [lineAround(parent), lineOf(parent)]) if (line !== '') lines.add(line);
    }
  };
  take({ step: 'nextNode', nodes: NODES_AFTER }, LINES_MAX);
  const after = lines.size;
  take({ step: 'previousNode', nodes: NODES_BEFORE }, LINES_MAX * 1.5);
  return { lines: [...lines].slice(0, after), above: [...lines].slice(after) };
}
