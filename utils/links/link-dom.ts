// DOM access for finding links and placing badges, beyond that of the page reader; through prototypes, like there.
import { DOCUMENT, getterOf, isElement, type Scope, typeOf } from '../page/dom.ts';

/** The resolved address of a link's `href`. */
export const addressOf = getterOf<HTMLAnchorElement, string>(HTMLAnchorElement.prototype, 'href');
export const isInPage = getterOf<Node, boolean>(Node.prototype, 'isConnected');
export const titleOf = getterOf<Document, string>(Document.prototype, 'title');
export const parentNodeOf = getterOf<Node, Node | null>(Node.prototype, 'parentNode');
export const nextElementOf = getterOf<Element, Element | null>(Element.prototype, 'nextElementSibling');
export const lastNodeOf = getterOf<Node, Node | null>(Node.prototype, 'lastChild');
export const beforeOf = getterOf<Node, Node | null>(Node.prototype, 'previousSibling');

const TEXT = 3;

export function isText(node: Node): node is Text {
  return typeOf(node) === TEXT;
}

export function findIn(scope: Scope, selector: string): ArrayLike<Element> {
  const prototype = isElement(scope)
    ? Element.prototype
    : typeOf(scope) === DOCUMENT
      ? Document.prototype
      : DocumentFragment.prototype;
  return prototype.querySelectorAll.call(scope, selector);
}

export function holds(element: Element, inner: Element): boolean {
  return Node.prototype.contains.call(element, inner);
}

/**
 * Whether the element has a box in the page: computes missing styles, but no layout. With contentVisibilityAuto, parts skipped by
 * `content-visibility` count as without a box; otherwise the browser would have to compute their styles, and their siblings',
 * now.
 */
export function hasBox(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { contentVisibilityAuto: true });
}

/** The parent element; for a child of a shadow root, the root's host. */
export function parentAcross(element: Element): Element | null {
  const parent = parentNodeOf(element);
  if (parent === null) return null;
  if (isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}
