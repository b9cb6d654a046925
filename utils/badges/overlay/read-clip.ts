// Reads how an element's ancestors affect it: what they clip, how far they raise it, and how transparent they make it.
import { parentAcross } from '../../links/link-dom.ts';
import { bodyOf, getterOf, matchesOf, rectOf, rootOf } from '../../page/dom.ts';
import { type Box, isOverlapping } from './find-spot.ts';
import { readWindowSize } from './read-window-size.ts';

const ANCESTORS_MAX = 40;

export type Clip = {
  /** What remains visible of the element within everything that clips it. */
  readonly seen: Box;
  readonly limit: Box;
  readonly isApart: boolean;
  /** True if a badge could not be reached: its headline would disappear on the way, or is above everything of ours. */
  readonly isOutOfReach: boolean;
  /** The `z-index` of the outermost ancestor that has one, since inner ones count only within it. Null without one. */
  readonly level: number | null;
  readonly opacity: number;
};

/** Links of one pass share most of their ancestors. */
export type ClipMemo = Map<Element, Clip>;

export function readClip(element: Element, memo: ClipMemo): Clip {
  const path: Element[] = [];
  const all = readWindow();
  let clip: Clip = { seen: all, limit: all, isApart: false, isOutOfReach: false, level: null, opacity: 1 };
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
  if (element === rootOf(document)) return outer;
  const style = getComputedStyle(element);
  const { overflowX, overflowY, position } = style;
  const isFixed = position === 'fixed';
  const isMoving = isFixed || position === 'sticky';
  const isScrolling = /auto|scroll/.test(overflowX + overflowY);
  const level = outer.level ?? levelOf(style);
  const isOutOfReach =
    outer.isOutOfReach ||
    ((isFixed || position === 'absolute') && (matchesOf(element, IN_TOP_LAYER) || isFlyout(element)));
  const opacity = outer.opacity * Number(style.opacity);
  if (element === bodyOf(document) && !(isScrolling && isOwnScroller(element)))
    return { ...outer, isOutOfReach, level, opacity };
  const isBox = isPainted(style);
  if (overflowX === 'visible' && overflowY === 'visible' && !isBox) {
    return { ...outer, isOutOfReach, isApart: outer.isApart || isMoving, level, opacity };
  }
  const rect = rectOf(element);
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
    isOutOfReach,
    level,
    opacity,
  };
}

/** Above everything else, whatever its `z-index`; what is outside a modal dialog is unusable anyway. */
const IN_TOP_LAYER = ':modal,:popover-open,:fullscreen';

/** An element that creates a stacking context holds all its content at its own level. */
function levelOf({ zIndex, position, transform, opacity }: CSSStyleDeclaration): number | null {
  if (zIndex !== 'auto') return Number(zIndex);
  const isOrdering = position === 'fixed' || position === 'sticky' || transform !== 'none' || opacity !== '1';
  return isOrdering ? 0 : null;
}

/** Usually overflow on the body applies to the window; not if the root sets its own. */
function isOwnScroller(body: Element): boolean {
  const root = rootOf(document);
  if (root === null || getComputedStyle(root).overflowY === 'visible') return false;
  return body.scrollHeight > body.clientHeight;
}

/** Pixels by which a menu or preview may overlap the element that it opens from. */
const FLYOUT_OVERLAP = 4;

/** Whether it opened beside a hovered owner: a menu opened by CSS alone is not recognizable by name or role. */
function isFlyout(element: Element): boolean {
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

/** A box with a visible edge, over which a badge must not hang. */
function isPainted({ display, backgroundColor, borderLeftWidth, borderRightWidth }: CSSStyleDeclaration): boolean {
  if (display.startsWith('inline')) return false;
  return !isTransparent(backgroundColor) || (borderLeftWidth !== '0px' && borderRightWidth !== '0px');
}

export const isTransparent = (color: string): boolean => color === 'transparent' || /,\s*0\)$/.test(color);

/** As wide as the window, but of unlimited height: a badge may be placed before it is scrolled to. */
function readWindow(): Box {
  return { ...EVERYWHERE, left: 0, right: readWindowSize().width };
}

export function cutTo({ left, top, right, bottom }: Box, by: Box): Box {
  return {
    left: Math.max(left, by.left),
    top: Math.max(top, by.top),
    right: Math.min(right, by.right),
    bottom: Math.min(bottom, by.bottom),
  };
}

const slotOf = getterOf<Element, Element | null>(Element.prototype, 'assignedSlot');

/** The element that this one is rendered in, across shadow roots. */
export function parentSeen(element: Element): Element | null {
  return slotOf(element) ?? parentAcross(element);
}
