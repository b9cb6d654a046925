// What finding links, and placing badges at them, reads of the DOM beyond the reader’s own needs, through prototypes as there.
import { DOCUMENT, getterOf, isElement, type Scope, typeOf } from '../page/dom.ts';

/** The whole address that a link's `href` comes to. */
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
 * Whether there is a box of it in the page: computes styles where they are not yet, and no layout. Parts that the browser
 * leaves out because they are far from the window (`content-visibility`) have none; the plain question would have it make
 * their styles, and those of everything beside them, here and now.
 */
export function hasBox(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { contentVisibilityAuto: true });
}

/** The parent element, that of a shadow root being the element it hangs on. */
export function parentAcross(element: Element): Element | null {
  const parent = parentNodeOf(element);
  if (parent === null) return null;
  if (isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}
