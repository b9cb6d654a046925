// Reads the DOM through prototypes, so that a page which names its elements `querySelector` or `body` cannot lie to us.
//
// Forms and the document expose their named children as own properties (`<img name=body>` becomes `document.body`).
// In Chromium a content script sees those of forms too, and scripts/read-pages, which reads in the page's own world, all.
// The prototypes are out of reach of what is named.

/** Of the types of nodes. */
export const DOCUMENT = 9;
const ELEMENT = 1;

/** A document, a shadow root or an element. */
export type Scope = Document | ShadowRoot | Element;

/**
 * The getter of a property, found on the prototype chain: `getterOf(Node.prototype, 'textContent')(node)`.
 *
 * Marked for the bundler, so that a script looks up no getter that it does not use.
 */
/* @__NO_SIDE_EFFECTS__ */
export function getterOf<Target, Value>(prototype: object, name: string): (target: Target) => Value {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    // Bound, not wrapped: one frame less for each of thousands of calls, made by code that has no time to warm up.
    if (get !== undefined) return Function.prototype.call.bind(get);
  }
  // An incomplete DOM (a test's) lacks a few rare ones; a browser has them all.
  return (target) => Reflect.get(Object(target), name);
}

export const typeOf = getterOf<Node, number>(Node.prototype, 'nodeType');
/** Only a document has none. */
export const textOf = getterOf<Element | Text, string>(Element.prototype, 'textContent');
export const parentOf = getterOf<Node, Element | null>(Element.prototype, 'parentElement');
export const tagOf = getterOf<Element, string>(Element.prototype, 'localName');
export const firstChildOf = getterOf<Element, Element | null>(Element.prototype, 'firstElementChild');
export const shadowRootOf = getterOf<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const firstNodeOf = getterOf<Node, Node | null>(Node.prototype, 'firstChild');
export const afterOf = getterOf<Node, Node | null>(Node.prototype, 'nextSibling');
export const previousOf = getterOf<Element, Element | null>(Element.prototype, 'previousElementSibling');
export const textDataOf = getterOf<Node, string | null>(Text.prototype, 'data');
export const bodyOf = getterOf<Document, Element | null>(Document.prototype, 'body');
export const contentTypeOf = getterOf<Document, string>(Document.prototype, 'contentType');
export const designModeOf = getterOf<Document, string>(Document.prototype, 'designMode');
/** Anchors and areas with an address. */
export const linksOf = getterOf<Document, ArrayLike<Element>>(Document.prototype, 'links');
export const isPrerendering = getterOf<Document, boolean | undefined>(Document.prototype, 'prerendering');
export const rootOf = getterOf<Document, Element | null>(Document.prototype, 'documentElement');

export function isElement(node: Node): node is Element {
  return typeOf(node) === ELEMENT;
}

export function findAll(root: Document | Element, selector: string): ArrayLike<Element> {
  return finderOf(root).querySelectorAll.call(root, selector);
}

function finderOf(root: Document | Element): ParentNode {
  return typeOf(root) === DOCUMENT ? Document.prototype : Element.prototype;
}

/** Faster than a selector: the browser keeps these lists. They are live, and the reader changes nothing. */
export function findByTag(document: Document, tag: string): ArrayLike<Element> {
  return Document.prototype.getElementsByTagName.call(document, tag);
}

/** The first elements of a list, as an array. */
export function firstOf(found: ArrayLike<Element>, max: number): Element[] {
  return Array.prototype.slice.call(found, 0, max);
}

export function findFirst(root: Document | Element, selector: string): Element | null {
  return finderOf(root).querySelector.call(root, selector);
}

export function attributeOf(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

export function matchesOf(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Its text is its reader's own, whatever the page makes of it. */
export function isTypedInto(element: Element): boolean {
  return matchesOf(element, '[contenteditable]:not([contenteditable="false" i]),[role="textbox"]');
}

/** In the window's coordinates. */
export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export function closestOf(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Visits texts and elements in document order. */
export function createTextWalker(document: Document, root: Element): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
}

/** The text of an element as lines that stand apart, up to a little over `max` characters: the whole text of a large one takes long to put together. */
export function textUpTo(document: Document, element: Element, max: number): string {
  const walker = createTextWalker(document, element);
  let text = '';
  let before: Element | null = null;
  for (let node = walker.nextNode(); node !== null && text.length <= max; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (tagOf(node) === 'br') text += ' ';
      continue;
    }
    const parent = parentOf(node);
    if (parent === null || UNSHOWN.has(tagOf(parent))) continue;
    const data = (textDataOf(node) ?? '').slice(0, max + 1);
    const [first = ''] = data;
    if (parent !== before && first !== first.toLowerCase() && !OPENING.test(text)) text += ' ';
    text += data;
    before = parent;
  }
  return text;
}

/** The title of a drawing is in it, too. */
const UNSHOWN = new Set(['title', 'style', 'script']);
/** What a word in an element of its own may stand behind; behind anything else a capital begins another line: "LIVE", "By Ada", "May 19". */
const OPENING = /(?:^|[\s([{“"'‘’«„¿¡#@/–—-])$/;
