// Examines what the page shows at a point: whether a badge would cover something, and whether something covers a headline.
import { holds, isText } from '../../links/link-dom.ts';
import { afterOf, closestOf, firstNodeOf, parentOf, tagOf } from '../../page/dom.ts';
import type { Box } from './find-spot.ts';
import { isTransparent, parentSeen } from './read-clip.ts';

const TEXT_NODES_MAX = 12;
const PICTURES = 'img,picture,video,audio,iframe,canvas,svg,object,embed';
/** Elements that fill their whole box, or whose clicks a badge would intercept. */
const SOLID = `a,button,input,select,textarea,label,summary,${PICTURES}`;

/** Whether a badge would cover nothing of the page there. Works only inside the window, as elementFromPoint does. */
export function isFreeInPage(box: Box, { where, ...parts }: PageParts & { where: 'beside' | 'below' }): boolean {
  const middle = (box.top + box.bottom) / 2;
  const rows = where === 'beside' ? [middle] : [box.top + PILL_EDGE, middle, box.bottom - PILL_EDGE];
  const isRowFree = (y: number): boolean => {
    const hitAt = (x: number) => ({ x, y, hit: elementBelow({ x, y }, parts.host) });
    const [start, end] = [hitAt(box.left + 1), hitAt(box.right + 2)];
    if (!isFreeAt(start, parts) || !isFreeAt(end, parts)) return false;
    // If both ends hit the same element, usually only its own text can lie between them.
    const x = (box.left + box.right) / 2;
    if (start.hit === end.hit) return start.hit === null || !hasTextAt(start.hit, { x, y });
    return isFreeAt(hitAt(x), parts);
  };
  return rows.every(isRowFree);
}

type PageParts = { readonly anchor: Element; readonly host: Element };

/** Pixels of the badge's click target above and below its visible part. */
const PILL_EDGE = 3;

type Point = { readonly x: number; readonly y: number };

function isFreeAt(
  { hit, ...point }: Point & { readonly hit: Element | null },
  { anchor }: { anchor: Element },
): boolean {
  if (hit === null) return true; // outside the window: nothing is there
  if (hasTextAt(hit, point)) return false;
  if (isAround(hit, anchor)) return true;
  return closestOf(hit, holds(anchor, hit) ? PICTURES : SOLID) === null;
}

/** What the page shows at a point, ignoring our own layer and links that are transparent overlays. */
function elementBelow(point: Point, host: Element): Element | null {
  return findBelow(point, (element) => element !== host && !isGlass(element, point));
}

function findBelow({ x, y }: Point, isIt: (element: Element) => boolean): Element | null {
  const first = Document.prototype.elementFromPoint.call(document, x, y);
  if (first === null || isIt(first)) return first;
  return Document.prototype.elementsFromPoint.call(document, x, y).find(isIt) ?? null;
}

/**
 * Whether a link is a transparent click target: many cards have one that covers them entirely, as an element that shows nothing,
 * or as a pseudo-element, which is in none of its client rectangles.
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

/** The z-index of the transparent link over a box; 0 without one. */
export function levelOfGlass(box: Box, host: Element): number {
  const point = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const top = findBelow(point, (element) => element !== host);
  if (top === null || !isGlass(top, point)) return 0;
  return Math.max(...['', '::before', '::after'].map((part) => Number(getComputedStyle(top, part).zIndex) || 0));
}

/** Whether something else (a fixed header, a menu, a notice) covers the end of the headline, or the page has made it inert. */
export function isCovered({ line, anchor, host }: { line: Box; anchor: Element; host: Element }): boolean {
  if (closestOf(anchor, '[inert]') !== null) return true;
  const y = (line.top + line.bottom) / 2;
  if (y < 0 || y > innerHeight) return false;
  const hit = elementBelow({ x: Math.min(line.right, innerWidth) - 2, y }, host);
  return hit !== null && !isAround(hit, anchor) && !holds(anchor, hit) && !isNearby(hit, anchor);
}

/** Whether the badge is topmost where it is: pages raise some cards while they are pointed at. */
export function isOnTop(badge: Element, host: Element): boolean {
  const { left, top, right, bottom } = badge.getBoundingClientRect();
  return Document.prototype.elementFromPoint.call(document, (left + right) / 2, (top + bottom) / 2) === host;
}

/** A stretched link covers its whole card, including the headline, without hiding it. */
function isNearby(hit: Element, anchor: Element): boolean {
  const link = closestOf(hit, 'a');
  const card = link === null ? null : parentOf(link);
  return card !== null && isAround(card, anchor);
}

/** Whether `element` contains `inner`, across shadow roots. */
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
