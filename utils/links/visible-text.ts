// The text of an element as a reader sees it, and where it is in the page. In a file of its own, which the overlay does not need.
import { afterOf, attributeOf, firstChildOf, firstNodeOf, isElement, tagOf, textDataOf, textOf } from '../page/dom.ts';
import { collapse } from '../page/plain-text.ts';
import { beforeOf, hasBox, isText, lastNodeOf, parentAcross } from './link-dom.ts';

/** In characters: longer texts are not headlines, and a page must not be read through one link. */
const TEXT_MAX = 400;
const SILENT_TAGS = new Set('style script noscript template svg button time select'.split(' '));
const SILENT_NAME = /sr-only|visually-?hidden|screen-?reader/i;
const DEPTH_MAX = 24;

/** The visible text, truncated. */
export function visibleText(element: Element): string {
  if (firstChildOf(element) === null)
    return collapse((textOf(element) ?? '').slice(0, TEXT_MAX * 2)).slice(0, TEXT_MAX);
  const parts: string[] = [];
  let left = TEXT_MAX;
  let before = '';
  /** What has begun since the last text. */
  let begun: 'nothing' | 'element' | 'block' = 'nothing';
  const read = (node: Node, depth: number): void => {
    for (let child = firstNodeOf(node); child !== null && left > 0; child = afterOf(child)) {
      if (isText(child)) {
        const text = (textDataOf(child) ?? '').slice(0, TEXT_MAX * 2);
        if (text === '') continue;
        if (begun === 'block' || (begun === 'element' && isNewPiece(before, text))) parts.push(' ');
        left -= text.trim().length;
        parts.push(text);
        before = text;
        begun = 'nothing';
      } else if (isElement(child) && depth < DEPTH_MAX && !isSilent(child)) {
        if (begun !== 'block') begun = BLOCK_TAGS.has(tagOf(child)) ? 'block' : 'element';
        read(child, depth + 1);
      }
    }
  };
  read(element, 0);
  return collapse(parts.join('')).slice(0, TEXT_MAX).trim();
}

const BLOCK_TAGS = new Set('div p h1 h2 h3 h4 h5 h6 li ul section article header figure br'.split(' '));

/** Blocks separate words, and so do labels that only look like blocks: "TestsSmartphone" are two words, "O’Brien" is one. */
function isNewPiece(before: string, after: string): boolean {
  return /[\p{Ll}\d.!?:]$/u.test(before) && /^[\p{Lu}„“"»]/u.test(after);
}

function isSilent(element: Element): boolean {
  if (SILENT_TAGS.has(tagOf(element))) return true;
  const name = attributeOf(element, 'class');
  return name !== '' && SILENT_NAME.test(name.slice(0, 200));
}

/** The innermost element that holds the end of this one's text. */
export function textEndOf(element: Element): Element {
  let at = element;
  for (let depth = 0; depth < DEPTH_MAX; depth++) {
    const last = lastWithText(at);
    if (last === null || !isElement(last)) return at;
    at = last;
  }
  return at;
}

function lastWithText(element: Element): Node | null {
  for (let child = lastNodeOf(element); child !== null; child = beforeOf(child)) {
    if (!isText(child) && !(isElement(child) && !isSilent(child))) continue;
    if (/\S/.test(textOf(child) ?? '')) return child;
  }
  return null;
}

/** Nested elements without a box that are examined: most elements without a box are hidden. */
const BOXLESS_MAX = 2;

/**
 * For an element with `display: contents`, which has no box of its own: its nearest ancestor with a box, if that ends with the
 * same words. Null for hidden elements.
 */
export function findDrawn(element: Element): Element | null {
  const without: Element[] = [];
  let at: Element | null = element;
  for (; at !== null && !hasBox(at); at = parentAcross(at)) {
    without.push(at);
    if (without.length > BOXLESS_MAX) return null;
  }
  if (at === null || without.length === 0) return at;
  // Checked last: the browser does not compute styles of hidden elements by itself.
  const isDrawn = textEndOf(at) === element && without.every((one) => getComputedStyle(one).display === 'contents');
  return isDrawn ? at : null;
}
