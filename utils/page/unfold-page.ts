// Copies a page with the content of its open shadow roots where readers see it.
//
// The reader works on one document. Sites built of web components have headline, byline and text each in a shadow root,
// which selectors of the document do not reach.
import { OWN_LAYER } from '../own-layer.ts';
import { afterOf, firstNodeOf, isElement, rootOf, shadowRootOf, tagOf } from './dom.ts';

const NODES_MAX = 20_000;
const NODES_A_STEP = 200;
/** Elements that are copied without their content, because nothing in them is read. */
const LEFT_OUT = new Set(['style', 'svg', 'iframe', 'template', OWN_LAYER]);

/** The copy is not displayed, loads no pictures and runs no scripts. */
export function* unfoldPage(document: Document): Generator<void, Document> {
  const copy = Node.prototype.cloneNode.call(document, false) as Document;
  const root = rootOf(document);
  const waiting: { readonly node: Node; readonly under: Node }[] = root === null ? [] : [{ node: root, under: copy }];
  for (let copied = 1; copied <= NODES_MAX; copied++) {
    const next = waiting.pop();
    if (next === undefined) break;
    if (copied % NODES_A_STEP === 0) yield;
    const twin = Document.prototype.importNode.call(copy, next.node, false);
    Node.prototype.appendChild.call(next.under, twin);
    for (const node of shownIn(next.node).reverse()) waiting.push({ node, under: twin });
  }
  return copy;
}

function shownIn(node: Node): Node[] {
  if (!isElement(node) || LEFT_OUT.has(tagOf(node))) return [];
  const assigned = node instanceof HTMLSlotElement ? HTMLSlotElement.prototype.assignedNodes.call(node) : [];
  if (assigned.length > 0) return [...assigned];
  const nodes: Node[] = [];
  const first = firstNodeOf(shadowRootOf(node) ?? node);
  for (let child = first; child !== null && nodes.length < NODES_MAX; child = afterOf(child)) nodes.push(child);
  return nodes;
}
