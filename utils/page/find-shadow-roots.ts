// Finds the open shadow roots within a part of the page, and the components that may get one once their script has
// loaded.
//
// Only custom elements are looked at, whose names have a hyphen; a few other elements can have shadow roots too. CSS
// selectors cannot match part of a name. XPath can, and takes a quarter of the time of a look at each element.
import { OWN_LAYER } from '../own-layer.ts';
import { afterOf, firstNodeOf, isElement, matchesOf, type Scope, shadowRootOf, tagOf } from './dom.ts';

/**
 * Real pages have far fewer, even with shadow roots inside shadow roots. A page with more is built to stall readers.
 */
const HOSTS_MAX = 2_000;
const STEP_HOSTS = 200;
const IS_COMPONENT = "[contains(local-name(), '-')]";
const WITHIN = [`descendant-or-self::*${IS_COMPONENT}`];
/**
 * XPath cannot start at a shadow root, so it searches the root's first element and then what follows. One expression
 * for both takes three times as long.
 */
const FROM_FIRST = [...WITHIN, `following::*${IS_COMPONENT}`];
const UNORDERED = 6; // XPathResult.UNORDERED_NODE_SNAPSHOT_TYPE, which the DOM used in tests lacks

/** Delays after which components without a shadow root are looked at again. */
export const WAITING_LOOKS_MS = [1_000, 4_000];

export type ShadowHosts = {
  readonly roots: readonly ShadowRoot[];
  /** Components whose script has not loaded yet. */
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
