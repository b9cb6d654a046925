// Reads the DOM through prototypes, so that a page which names its elements `querySelector` or `body` cannot deceive
// us.
//
// Forms and the document expose their named children as own properties (`<img name=body>` becomes `document.body`). In
// Chromium a content script sees those of forms. scripts/read-pages, which runs in the page's own world, sees them all.
// Properties on the prototypes are not shadowed.

/** Values of `nodeType`. */
export const DOCUMENT = 9;
const ELEMENT = 1;

/** A document, a shadow root or an element. */
export type Scope = Document | ShadowRoot | Element;

/**
 * The getter of a property, found on the prototype chain: `getterOf(Node.prototype, 'textContent')(node)`.
 *
 * Annotated as free of side effects, so that the bundler drops the getters that a script does not use.
 */
/* @__NO_SIDE_EFFECTS__ */
export function getterOf<Target, Value>(prototype: object, name: string): (target: Target) => Value {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    // Bound, not wrapped: saves a stack frame in each of thousands of calls, which run before the code is optimized.
    if (get !== undefined) return Function.prototype.call.bind(get);
  }
  // The DOM used in tests lacks a few rare getters. Browsers have them all.
  return (target) => Reflect.get(Object(target), name);
}

export const typeOf = getterOf<Node, number>(Node.prototype, 'nodeType');
/** Never null here: among the nodes we read, only documents have no text content. */
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
/** `<a>` and `<area>` elements with an `href`. */
export const linksOf = getterOf<Document, ArrayLike<Element>>(Document.prototype, 'links');
export const isPrerendering = getterOf<Document, boolean | undefined>(Document.prototype, 'prerendering');
export const rootOf = getterOf<Document, Element | null>(Document.prototype, 'documentElement');
export const documentOf = getterOf<Element, Document>(Node.prototype, 'ownerDocument');

export function isElement(node: Node): node is Element {
  return typeOf(node) === ELEMENT;
}

export function findAll(root: Document | Element, selector: string): ArrayLike<Element> {
  return finderOf(root).querySelectorAll.call(root, selector);
}

function finderOf(root: Document | Element): ParentNode {
  return typeOf(root) === DOCUMENT ? Document.prototype : Element.prototype;
}

/** Faster than a selector, because the browser caches these lists. They are live, but the reader changes nothing. */
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

/** An editable element: its text is the user's own and is never read. */
export function isTypedInto(element: Element): boolean {
  return matchesOf(element, '[contenteditable]:not([contenteditable="false" i]),[role="textbox"]');
}

/** In viewport coordinates, CSS pixels. */
export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export function closestOf(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Visits text nodes and elements in document order. */
export function createTextWalker(root: Element): TreeWalker {
  return Document.prototype.createTreeWalker.call(
    documentOf(root),
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
}

/**
 * The text of an element as readers see it: a space is added for `<br>` and where an element begins with a capital, so
 * that "LIVE" and "By Ada" in two elements do not become one word. Stops once it has more than `max` characters,
 * because assembling the whole text of a large element is slow.
 */
export function textUpTo(element: Element, max: number): string {
  const walker = createTextWalker(element);
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

/** Elements whose text is not shown. `title` is that of an SVG. */
const UNSHOWN = new Set(['title', 'style', 'script']);
/** After these characters a word in its own element continues the line. After others, a capital begins a new one. */
const OPENING = /(?:^|[\s([{“"'‘’«„¿¡#@/–—-])$/;
