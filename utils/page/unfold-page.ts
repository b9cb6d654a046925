// Copies a page so that what its components keep in open shadow roots stands where readers see it.
//
// A reading knows one document. Sites that are built of components show the headline, the byline and the text in a shadow
// root each, none of which a selector of their document reaches.
import { OWN_LAYER } from '../own-layer.ts';
import { afterOf, firstNodeOf, isElement, rootOf, shadowRootOf, tagOf } from './dom.ts';

const NODES_MAX = 20_000;
const NODES_A_STEP = 200;
/** Nothing in these is read. */
const LEFT_OUT = new Set(['style', 'svg', 'iframe', 'template', OWN_LAYER]);

/** The copy is shown nowhere: it loads no pictures and runs no scripts. */
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
