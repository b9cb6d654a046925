// Tells what the page shows at a place: whether a badge would cover something there, and whether something covers a headline.
import { holds, isText } from '../../links/link-dom.ts';
import { afterOf, closestOf, firstNodeOf, parentOf, tagOf } from '../../page/dom.ts';
import type { Box } from './find-spot.ts';
import { isTransparent, parentSeen } from './read-clip.ts';

const TEXT_NODES_MAX = 12;
const PICTURES = 'img,picture,video,audio,iframe,canvas,svg,object,embed';
/** Things that fill their whole box, or that a click would miss under a badge. */
const SOLID = `a,button,input,select,textarea,label,summary,${PICTURES}`;

/** Whether nothing of the page's would be covered there. Only inside the window: elsewhere the browser does not tell. */
export function isFreeInPage(box: Box, { where, ...parts }: PageParts & { where: 'beside' | 'below' }): boolean {
  const middle = (box.top + box.bottom) / 2;
  const rows = where === 'beside' ? [middle] : [box.top + PILL_EDGE, middle, box.bottom - PILL_EDGE];
  return rows.every((y) => isRowFree(box, y, parts));
}

type PageParts = { readonly anchor: Element; readonly host: Element };

/** Of the target's height, outside of what is seen of a badge. */
const PILL_EDGE = 3;

function isRowFree(box: Box, y: number, parts: PageParts): boolean {
  const [start, end] = [box.left + 1, box.right + 2].map((x) => ({ x, y, hit: elementBelow({ x, y }, parts.host) }));
  if (start === undefined || end === undefined || !isFreeAt(start, parts) || !isFreeAt(end, parts)) return false;
  // Between two points of one ground there may be text of that ground's, and nothing else as a rule.
  const x = (box.left + box.right) / 2;
  if (start.hit === end.hit) return start.hit === null || !hasTextAt(start.hit, { x, y });
  return isFreeAt({ x, y, hit: elementBelow({ x, y }, parts.host) }, parts);
}

type Point = { readonly x: number; readonly y: number };

function isFreeAt(
  { hit, ...point }: Point & { readonly hit: Element | null },
  { anchor }: { anchor: Element },
): boolean {
  if (hit === null) return true; // the window's edge: nothing is there
  if (hasTextAt(hit, point)) return false;
  if (isAround(hit, anchor)) return true;
  return closestOf(hit, holds(anchor, hit) ? PICTURES : SOLID) === null;
}

/** What the page shows at a point, under our own layer and under links that only lie over it. */
function elementBelow(point: Point, host: Element): Element | null {
  return findBelow(point, (element) => element !== host && !isGlass(element, point));
}

function findBelow({ x, y }: Point, isIt: (element: Element) => boolean): Element | null {
  const first = Document.prototype.elementFromPoint.call(document, x, y);
  if (first === null || isIt(first)) return first;
  return Document.prototype.elementsFromPoint.call(document, x, y).find(isIt) ?? null;
}

/**
 * Whether a link is there only to be clicked: many cards have one that lies over all of them, as an element that shows
 * nothing or as a part that its style adds, which none of its rectangles tells of.
 */
function isGlass(element: Element, point: Point): boolean {
  if (tagOf(element) !== 'a') return false;
  const { opacity, position, backgroundColor, backgroundImage } = getComputedStyle(element);
  if (opacity === '0') return true;
  if (hasTextAt(element, point)) return false;
  const rects = [...Element.prototype.getClientRects.call(element)];
  if (!rects.some((rect) => isIn(rect, point))) return true;
  return position === 'absolute' && backgroundImage === 'none' && isTransparent(backgroundColor);
}

/** How far up among the page's own content the link lies that is over a place; 0 without one. */
export function levelOfGlass(box: Box, host: Element): number {
  const point = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const top = findBelow(point, (element) => element !== host);
  if (top === null || !isGlass(top, point)) return 0;
  return Math.max(...['', '::before', '::after'].map((part) => Number(getComputedStyle(top, part).zIndex) || 0));
}

/** Whether something else covers the end of the headline: a header that stays, a menu, a notice; or the page has put it out of use. */
export function isCovered({ line, anchor, host }: { line: Box; anchor: Element; host: Element }): boolean {
  if (closestOf(anchor, '[inert]') !== null) return true;
  const y = (line.top + line.bottom) / 2;
  if (y < 0 || y > innerHeight) return false;
  const hit = elementBelow({ x: Math.min(line.right, innerWidth) - 2, y }, host);
  return hit !== null && !isAround(hit, anchor) && !holds(anchor, hit) && !isNearby(hit, anchor);
}

/** Whether a badge is what is seen where it stands: pages lift up some cards while they are pointed at. */
export function isOnTop(badge: Element, host: Element): boolean {
  const { left, top, right, bottom } = badge.getBoundingClientRect();
  return Document.prototype.elementFromPoint.call(document, (left + right) / 2, (top + bottom) / 2) === host;
}

/** Stretched links lie over their whole card, and their headline, without covering anything. */
function isNearby(hit: Element, anchor: Element): boolean {
  const link = closestOf(hit, 'a');
  const card = link === null ? null : parentOf(link);
  return card !== null && isAround(card, anchor);
}

/** Whether an element contains another, across shadow roots. */
function isAround(element: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = parentSeen(at)) {
    if (at === element) return true;
  }
  return false;
}

function hasTextAt(element: Element, { x, y }: Point): boolean {
  const range = new Range();
  let looked = 0;
  for (let child = firstNodeOf(element); child !== null && looked < TEXT_NODES_MAX; child = afterOf(child)) {
    if (!isText(child) || child.data.trim() === '') continue;
    looked += 1;
    range.selectNodeContents(child);
    for (const rect of range.getClientRects()) {
      if (x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top - 1 && y <= rect.bottom + 1) return true;
    }
  }
  return false;
}

function isIn({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
