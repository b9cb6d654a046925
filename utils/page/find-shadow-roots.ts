// Finds the open shadow roots within a part of the page, and the components that may get one when their script has come.
//
// Other elements can have shadow roots as well; what is published as a component has a name with a dash. No selector knows
// a part of a name, and an XPath does: the browser finds them in a quarter of the time that asking each element takes.
import { OWN_LAYER } from '../own-layer.ts';
import { afterOf, firstNodeOf, isElement, matchesOf, type Scope, shadowRootOf, tagOf } from './dom.ts';

/** Cards of shadow roots within shadow roots are few; a page of so many is made to tease. */
const HOSTS_MAX = 2_000;
const STEP_HOSTS = 200;
const IS_COMPONENT = "[contains(local-name(), '-')]";
const WITHIN = [`descendant-or-self::*${IS_COMPONENT}`];
/** No XPath begins at a shadow root: within its first element, and from there on. Both in one expression take three times as long. */
const FROM_FIRST = [...WITHIN, `following::*${IS_COMPONENT}`];
const UNORDERED = 6; // XPathResult.UNORDERED_NODE_SNAPSHOT_TYPE, which a test's DOM does not know

/** When components without a shadow root are looked at again, should nothing else change meanwhile. */
export const WAITING_LOOKS_MS = [1_000, 4_000];

export type ShadowHosts = {
  readonly roots: readonly ShadowRoot[];
  /** Components whose script has not come yet. */
  readonly waiting: readonly Element[];
};

export function* findShadowRoots(scope: Scope): Generator<void, ShadowHosts> {
  const roots: ShadowRoot[] = [];
  const waiting: Element[] = [];
  const queue: Scope[] = [scope];
  let looked = 0;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const host of findComponents(at)) {
      looked += 1;
      if (looked % STEP_HOSTS === 0) yield;
      if (roots.length + waiting.length >= HOSTS_MAX) return { roots, waiting };
      const root = shadowRootOf(host);
      if (root !== null) {
        roots.push(root);
        queue.push(root);
      } else if (matchesOf(host, ':not(:defined)')) waiting.push(host);
    }
  }
  return { roots, waiting };
}

function* findComponents(scope: Scope): Generator<Element, void> {
  const isRoot = scope instanceof ShadowRoot;
  const from = isRoot ? firstElementOf(scope) : scope;
  if (from === null) return;
  for (const path of isRoot ? FROM_FIRST : WITHIN) {
    const found: XPathResult = Document.prototype.evaluate.call(document, path, from, null, UNORDERED, null);
    for (let i = 0; i < found.snapshotLength; i++) {
      const host = found.snapshotItem(i);
      if (host !== null && isElement(host) && tagOf(host) !== OWN_LAYER) yield host;
    }
  }
}

function firstElementOf(root: ShadowRoot): Node | null {
  let at = firstNodeOf(root);
  while (at !== null && !isElement(at)) at = afterOf(at);
  return at;
}
