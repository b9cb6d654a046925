// Reads what placing a badge needs of the page: the headline's last line, what clips it, and what stands at a point.
import {
  afterOf,
  beforeOf,
  firstNodeOf,
  holds,
  isText,
  lastNodeOf,
  matchesOf,
  parentAcross,
  parentNodeOf,
} from '../../links/link-dom.ts';
import { bodyOf, closestOf, getterOf, parentOf, rectOf, rootOf } from '../../page/dom.ts';
import { type Box, isOverlapping } from './find-spot.ts';
import { isLightColor } from './light-color.ts';

/** Smaller than any line of text: parts that are hidden from the eye are one pixel. */
const LINE_MIN = 7;
const TEXT_NODES_MAX = 12;
const ANCESTORS_MAX = 40;
/** Of a headline with all that it stands in: less is not read. */
const OPACITY_MIN = 0.1;
/** Things that fill their whole box, or that a click would miss under a badge. */
const SOLID = 'a,button,input,select,textarea,label,summary,img,picture,video,audio,iframe,canvas,svg,object,embed';

export type Surroundings = {
  /** What can be seen of the headline's last line that can be seen. */
  readonly line: Box;
  /** Where a badge may stand: the window, and inside of what scrolls. Boxes that only cut off do not hold the layer. */
  readonly limit: Box;
  readonly isRightToLeft: boolean;
  readonly isOnDark: boolean;
  /** It does not scroll with the document: it is fixed, sticky, or inside something that scrolls by itself. */
  readonly isApart: boolean;
  /** Too transparent to be seen, itself or with what it stands in; many are until they are pointed at. */
  readonly isFaint: boolean;
};

export type Clip = {
  /** What is left to be seen between all that clips. */
  readonly seen: Box;
  readonly limit: Box;
  readonly isApart: boolean;
  /** Only there while it is pointed at: it would be gone on the way to the badge. */
  readonly isFlyout: boolean;
  readonly opacity: number;
};

/** One pass over many links asks the same ancestors again and again. */
export type ClipMemo = Map<Element, Clip>;

/** Null when nothing of the headline is there to be seen, or only while it is pointed at. */
export function readSurroundings(anchor: Element, memo: ClipMemo): Surroundings | null {
  const { seen, limit, isApart, isFlyout, opacity } = readClip(anchor, memo);
  if (isFlyout) return null;
  const line = readLastLine(anchor, seen);
  if (line === null) return null;
  const style = getComputedStyle(anchor);
  if (style.visibility !== 'visible') return null;
  const isRightToLeft = style.direction === 'rtl';
  return { line, limit, isApart, isRightToLeft, isOnDark: isLightColor(style.color), isFaint: opacity < OPACITY_MIN };
}

/** The last line that can be seen, in the window's coordinates; a headline that is cut short ends where it is cut. */
function readLastLine(anchor: Element, seen: Box): Box | null {
  const range = new Range();
  let looked = 0;
  for (let node = lastTextIn(anchor); node !== null && looked < TEXT_NODES_MAX; node = textBefore(node, anchor)) {
    looked += 1;
    const length = node.data.trimEnd().length;
    if (length === 0) continue;
    range.setStart(node, 0);
    range.setEnd(node, length);
    const rects = [...range.getClientRects()].reverse();
    for (const { top, bottom, height } of rects) {
      // A line of both directions comes in pieces, from left to right; those of one text and line are equally high up.
      const pieces = rects.filter((piece) => Math.abs(piece.top - top) < 1);
      const left = Math.min(...pieces.map((piece) => piece.left));
      const end = Math.max(...pieces.map((piece) => piece.right));
      // A line that is not the last of its text ends with an ellipsis, which no rectangle tells of.
      const right = pieces[0] === rects[0] ? end : end + height;
      const line = cutTo({ left, top, right, bottom }, seen);
      if (height >= LINE_MIN && line.bottom - line.top > height / 2 && line.right - line.left > 1) return line;
    }
  }
  return null;
}

function cutTo({ left, top, right, bottom }: Box, by: Box): Box {
  return {
    left: Math.max(left, by.left),
    top: Math.max(top, by.top),
    right: Math.min(right, by.right),
    bottom: Math.min(bottom, by.bottom),
  };
}

/** All lines of the headline, without the picture that a link may hold too. */
export function readTextBox(anchor: Element): Box {
  const range = new Range();
  const texts: Box[] = [];
  for (let node = lastTextIn(anchor); node !== null && texts.length < TEXT_NODES_MAX; node = textBefore(node, anchor)) {
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.height >= LINE_MIN && node.data.trim() !== '') texts.push(box);
  }
  if (texts.length === 0) return rectOf(anchor);
  return {
    left: Math.min(...texts.map(({ left }) => left)),
    top: Math.min(...texts.map(({ top }) => top)),
    right: Math.max(...texts.map(({ right }) => right)),
    bottom: Math.max(...texts.map(({ bottom }) => bottom)),
  };
}

function lastTextIn(node: Node): Text | null {
  for (let child = lastNodeOf(node); child !== null; child = beforeOf(child)) {
    if (isText(child)) return child;
    const found = lastTextIn(child);
    if (found !== null) return found;
  }
  return null;
}

function textBefore(node: Node, anchor: Element): Text | null {
  for (let at: Node | null = node; at !== null && at !== anchor; at = parentNodeOf(at)) {
    for (let before = beforeOf(at); before !== null; before = beforeOf(before)) {
      if (isText(before)) return before;
      const found = lastTextIn(before);
      if (found !== null) return found;
    }
  }
  return null;
}

function readClip(element: Element, memo: ClipMemo): Clip {
  const path: Element[] = [];
  const all = readWindow();
  let clip: Clip = { seen: all, limit: all, isApart: false, isFlyout: false, opacity: 1 };
  for (let at: Element | null = element; at !== null && path.length < ANCESTORS_MAX; at = parentSeen(at)) {
    const known = memo.get(at);
    if (known !== undefined) {
      clip = known;
      break;
    }
    path.push(at);
  }
  for (const at of path.reverse()) {
    clip = clipAt(at, clip);
    memo.set(at, clip);
  }
  return clip;
}

function clipAt(element: Element, outer: Clip): Clip {
  if (element === rootOf(document) || element === bodyOf(document)) return outer;
  const style = getComputedStyle(element);
  const { overflowX, overflowY, position } = style;
  const isMoving = position === 'fixed' || position === 'sticky';
  const isBox = isPainted(style);
  const isFlyout = outer.isFlyout || ((position === 'absolute' || position === 'fixed') && isFlownOut(element));
  const opacity = outer.opacity * Number(style.opacity);
  if (overflowX === 'visible' && overflowY === 'visible' && !isBox) {
    return { ...outer, isFlyout, isApart: outer.isApart || isMoving, opacity };
  }
  const rect = rectOf(element);
  const isScrolling = /auto|scroll/.test(overflowX + overflowY);
  const box = {
    left: overflowX === 'visible' ? Number.NEGATIVE_INFINITY : rect.left,
    right: overflowX === 'visible' ? Number.POSITIVE_INFINITY : rect.right,
    top: overflowY === 'visible' ? Number.NEGATIVE_INFINITY : rect.top,
    bottom: overflowY === 'visible' ? Number.POSITIVE_INFINITY : rect.bottom,
  };
  const edge = isScrolling ? box : isBox ? { ...EVERYWHERE, left: rect.left, right: rect.right } : EVERYWHERE;
  return {
    seen: cutTo(outer.seen, box),
    limit: cutTo(outer.limit, edge),
    isApart: outer.isApart || isMoving || isScrolling,
    isFlyout,
    opacity,
  };
}

/** What a menu or a preview overlaps of that which it comes out of. */
const FLYOUT_OVERLAP = 4;

/** Whether it lies beside what it belongs to, and that is pointed at: no name or role tells of a menu that the style opens. */
function isFlownOut(element: Element): boolean {
  let owner = parentSeen(element);
  while (owner !== null && isEmpty(rectOf(owner))) owner = parentSeen(owner);
  if (owner === null || owner === bodyOf(document) || !matchesOf(owner, ':hover')) return false;
  const { left, top, right, bottom } = rectOf(owner);
  const inner = {
    left: left + FLYOUT_OVERLAP,
    top: top + FLYOUT_OVERLAP,
    right: right - FLYOUT_OVERLAP,
    bottom: bottom - FLYOUT_OVERLAP,
  };
  return !isOverlapping(rectOf(element), inner);
}

const isEmpty = ({ width, height }: DOMRect): boolean => width === 0 || height === 0;

const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** A box that can be seen as one: a badge that hung over its edge would look lost. */
function isPainted({ display, backgroundColor, borderLeftWidth, borderRightWidth }: CSSStyleDeclaration): boolean {
  if (display.startsWith('inline')) return false;
  const hasGround = backgroundColor !== 'transparent' && !/,\s*0\)$/.test(backgroundColor);
  return hasGround || (borderLeftWidth !== '0px' && borderRightWidth !== '0px');
}

/** As wide as the window, but as high as the document: a badge may be placed before it is scrolled to. */
function readWindow(): Box {
  return { ...EVERYWHERE, left: 0, right: rootOf(document)?.clientWidth ?? innerWidth };
}

const slotOf = getterOf<Element, Element | null>(Element.prototype, 'assignedSlot');

/** What an element is drawn in, across shadow roots. */
function parentSeen(element: Element): Element | null {
  return slotOf(element) ?? parentAcross(element);
}

/** Whether nothing of the page's would be covered there. Only inside the window: elsewhere the browser does not tell. */
export function isFreeInPage(box: Box, { where, ...parts }: PageParts & { where: 'beside' | 'below' }): boolean {
  const middle = (box.top + box.bottom) / 2;
  return isRowFree(box, middle, parts) && (where === 'beside' || isRowFree(box, box.bottom - PILL_EDGE, parts));
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
  return isAround(hit, anchor) || holds(anchor, hit) || closestOf(hit, SOLID) === null;
}

/** What the page shows at a point, under our own layer. */
function elementBelow({ x, y }: Point, host: Element): Element | null {
  const first = Document.prototype.elementFromPoint.call(document, x, y);
  if (first !== host) return first;
  return Document.prototype.elementsFromPoint.call(document, x, y).find((element) => element !== host) ?? null;
}

/** Whether something else covers the end of the headline: a header that stays, a menu, a notice. */
export function isCovered({ line, anchor, host }: { line: Box; anchor: Element; host: Element }): boolean {
  const y = (line.top + line.bottom) / 2;
  if (y < 0 || y > innerHeight) return false;
  const hit = elementBelow({ x: Math.min(line.right, innerWidth) - 2, y }, host);
  return hit !== null && !isAround(hit, anchor) && !holds(anchor, hit) && !isNearby(hit, anchor);
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
