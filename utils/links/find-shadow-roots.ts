// Finds the open shadow roots within a part of the page, and the custom elements that may get one later.
import { tagOf } from '../page/dom.ts';
import { findIn, isElement, matchesOf, type Scope, shadowRootOf } from './link-dom.ts';

/** Cards of shadow roots within shadow roots are few; a page of so many is made to tease. */
const HOSTS_MAX = 2_000;

export type ShadowHosts = {
  readonly roots: readonly ShadowRoot[];
  /** Components whose script has not come yet: they have nothing to look into so far. */
  readonly waiting: readonly Element[];
};

/** Up to here, asking each element its name is cheaper than XPath. */
const FEW_ELEMENTS = 100;

export function findShadowRoots(scope: Scope): ShadowHosts {
  const roots: ShadowRoot[] = [];
  const waiting: Element[] = [];
  const queue: Scope[] = [scope];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const host of customElementsIn(at)) {
      if (roots.length + waiting.length >= HOSTS_MAX) return { roots, waiting };
      const root = shadowRootOf(host);
      if (root === null) {
        if (matchesOf(host, ':not(:defined)')) waiting.push(host);
      } else {
        roots.push(root);
        queue.push(root);
      }
    }
  }
  return { roots, waiting };
}

/**
 * Other elements can have shadow roots as well; what is published as a component has a name with a dash. Selectors know
 * no part of a name, and asking each of ten thousand elements takes ten times as long as XPath.
 */
function customElementsIn(scope: Scope): Element[] {
  const found: Element[] = isElement(scope) && tagOf(scope).includes('-') ? [scope] : [];
  const all = findIn(scope, '*');
  // XPath sees no shadow trees; those are small.
  if (all.length <= FEW_ELEMENTS || scope instanceof ShadowRoot || typeof Document.prototype.evaluate !== 'function') {
    return [...found, ...Array.from(all).filter((element) => tagOf(element).includes('-'))];
  }
  const document = scope.ownerDocument ?? scope;
  const result: XPathResult = Document.prototype.evaluate.call(
    document,
    './/*[contains(local-name(), "-")]',
    scope,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    null,
  );
  for (let i = 0; i < Math.min(result.snapshotLength, HOSTS_MAX); i++) {
    const node = result.snapshotItem(i);
    if (node !== null && isElement(node)) found.push(node);
  }
  return found;
}
