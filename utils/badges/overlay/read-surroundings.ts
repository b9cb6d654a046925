// Reads what placing a badge depends on: the headline's last visible line, and the boxes around it.
import { beforeOf, isText, lastNodeOf, parentNodeOf } from '../../links/link-dom.ts';
import { afterOf, isElement, parentOf, rectOf, tagOf } from '../../page/dom.ts';
import { isOutOfLine } from './find-seen-end.ts';
import type { Box } from './find-spot.ts';
import { isLightColor } from './light-color.ts';
import { type ClipMemo, cutTo, readClip } from './read-clip.ts';

/** In pixels: smaller than any line of text. Visually hidden parts are one pixel high. */
const LINE_MIN = 7;
const TEXT_NODES_MAX = 12;
/** Of a headline with all its ancestors: below this it cannot be read. */
const OPACITY_MIN = 0.1;

export type Surroundings = {
  /** The visible part of the headline's last visible line. */
  readonly line: Box;
  /** Where a badge may be: within the window and scrolling boxes. Boxes that only clip do not contain the layer. */
  readonly limit: Box;
  readonly isRightToLeft: boolean;
  readonly isOnDark: boolean;
  /** It does not scroll with the document: it is fixed, sticky, or inside a box that scrolls by itself. */
  readonly isApart: boolean;
  /** The stacking level of the headline and its ancestors; null without one. */
  readonly level: number | null;
  /**
   * Show a badge only while it is pointed at: the headline is nearly transparent, as many are until then, or its lines are
   * vertical, without an end that a badge could be beside.
   */
  readonly isWaiting: boolean;
};

/** Null when nothing of the headline is visible, or its badge could not be reached. */
export function readSurroundings(anchor: Element, memo: ClipMemo): Surroundings | null {
  const { seen, limit, isApart, isOutOfReach, level, opacity } = readClip(anchor, memo);
  if (isOutOfReach) return null;
  const style = getComputedStyle(anchor);
  const { color, direction, visibility, writingMode } = style;
  const isRightToLeft = direction === 'rtl';
  const line = readLastLine(anchor, { seen, isRightToLeft });
  if (line === null || visibility !== 'visible') return null;
  return {
    line,
    limit,
    isApart,
    level,
    isRightToLeft,
    isOnDark: isLightColor(color),
    isWaiting: opacity < OPACITY_MIN || writingMode !== 'horizontal-tb',
  };
}

type LineParts = { readonly seen: Box; readonly isRightToLeft: boolean };

/**
 * The last visible line, in window coordinates; a truncated headline ends where it is cut. Parts positioned over or beside it
 * count only if there is nothing else.
 */
function readLastLine(anchor: Element, { seen, isRightToLeft }: LineParts): Box | null {
  const range = new Range();
  let looked = 0;
  let laidOver: Box | null = null;
  for (let node = lastTextIn(anchor); node !== null && looked < TEXT_NODES_MAX; node = textBefore(node, anchor)) {
    looked += 1;
    const length = node.data.trimEnd().length;
    if (length === 0) continue;
    range.setStart(node, 0);
    range.setEnd(node, length);
    const rects = [...range.getClientRects()].reverse();
    for (const { top, bottom, height } of rects) {
      // A bidirectional line has several rectangles, from left to right; those of the same text and line have the same top.
      const pieces = rects.filter((piece) => Math.abs(piece.top - top) < 1);
      const left = Math.min(...pieces.map((piece) => piece.left));
      const end = Math.max(...pieces.map((piece) => piece.right));
      // A line that is not the text's last ends with an ellipsis, which is in no rectangle.
      const right = pieces[0] === rects[0] ? end : end + height;
      const [start, stop] = withTail(node, { left, top, right, bottom, isRightToLeft });
      const line = cutTo({ left: start, top, right: stop, bottom }, seen);
      if (height < LINE_MIN || line.bottom - line.top <= height / 2 || line.right - line.left <= 1) continue;
      if (!isLaidOver(node, anchor)) return line;
      laidOver ??= line;
      break;
    }
  }
  return laidOver;
}

function isLaidOver(text: Text, anchor: Element): boolean {
  for (let at = parentOf(text); at !== null && at !== anchor; at = parentOf(at)) if (isOutOfLine(at)) return true;
  return false;
}

/** In pixels: whatever follows the text on its line within this distance belongs to it. */
const TAIL_GAP = 12;

/** Extends the line by what follows its text within the link: an arrow or icon, as an image or from CSS. */
function withTail(
  text: Text,
  { left, top, right, bottom, isRightToLeft }: Box & { readonly isRightToLeft: boolean },
): [left: number, right: number] {
  let [start, end] = [left, right];
  const middle = (top + bottom) / 2;
  const take = (rect: DOMRect) => {
    if (rect.top > middle || rect.bottom < middle) return;
    if (isRightToLeft && rect.right > start - TAIL_GAP) start = Math.min(start, rect.left);
    if (!isRightToLeft && rect.left < end + TAIL_GAP) end = Math.max(end, rect.right);
  };
  let inner: Node = text;
  let isLink = false;
  for (let at = parentOf(text); at !== null; at = parentOf(at)) {
    let next = afterOf(inner);
    if (!isLink) for (; next !== null; next = afterOf(next)) if (isElement(next)) take(rectOf(next));
    const isInline = getComputedStyle(at).display === 'inline';
    if (!isInline) {
      // After the link, the ::after of the heading counts too, if nothing is between them.
      const added = next === null ? readAfterWidth(at) : 0;
      return isRightToLeft ? [start - added, end] : [start, end + added];
    }
    if (isLink) break;
    for (const rect of Element.prototype.getClientRects.call(at)) take(rect);
    isLink = tagOf(at) === 'a';
    inner = at;
  }
  return [start, end];
}

/** As a share of the font size; bold capitals are about this wide. */
const LETTER_WIDTH = 0.7;

/** Width of a block's inline ::after. No rectangle gives it, and for text not even the style, so it is estimated. */
function readAfterWidth(block: Element): number {
  const style = getComputedStyle(block, '::after');
  const { content } = style;
  // A floating or positioned ::after has a block display.
  if (!/^["u]/.test(content) || !style.display.startsWith('inline')) return 0;
  const [before = 0, padding = 0, own = 0] = [style.marginLeft, style.paddingLeft, style.width].map(Number.parseFloat);
  const letters = content.startsWith('"') ? content.length - 2 : 2;
  return before + padding + (own || letters * LETTER_WIDTH * Number.parseFloat(style.fontSize));
}

/** All lines of the headline, without a picture that the link may also contain. */
export function readTextBox(anchor: Element): Box {
  const range = new Range();
  const texts: Box[] = [];
  for (let node = lastTextIn(anchor); node !== null && texts.length < TEXT_NODES_MAX; node = textBefore(node, anchor)) {
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.height >= LINE_MIN && node.data.trim() !== '' && !isLaidOver(node, anchor)) texts.push(box);
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
