// Finds the open shadow roots within a part of the page, and the components that may get one when their script has come.
//
// Other elements can have shadow roots as well; what is published as a component has a name with a dash. No selector knows
// a part of a name, so the browser leaves out what pages are mostly made of, and each of the others is asked, in steps.
import { tagOf } from '../page/dom.ts';
import { findIn, isElement, matchesOf, type Scope, shadowRootOf } from './link-dom.ts';

/** Cards of shadow roots within shadow roots are few; a page of so many is made to tease. */
const HOSTS_MAX = 2_000;
const STEP_ELEMENTS = 500;
const ELEMENTS_MAX = 50_000;
/** The most frequent first: looking at all elements of a front page takes as long as judging those of its links that are near. */
const UNCOMMON =
  ':not(div,span,a,p,li,img,h3,path,ul,svg,h2,time,article,picture,source,button,section,figure,script,use,g,br,h4,strong,em,i,b,meta,link,style)';

export type ShadowHosts = {
  readonly roots: readonly ShadowRoot[];
  /** Components whose script has not come yet. */
  readonly waiting: readonly Element[];
};

export function* findShadowRoots(scope: Scope): Generator<void, ShadowHosts> {
  const roots: ShadowRoot[] = [];
  const waiting: Element[] = [];
  const queue: Scope[] = [scope];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const host of yield* findComponents(at)) {
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

function* findComponents(scope: Scope): Generator<void, Element[]> {
  const found: Element[] = isElement(scope) && tagOf(scope).includes('-') ? [scope] : [];
  const all = findIn(scope, UNCOMMON);
  const count = Math.min(all.length, ELEMENTS_MAX);
  for (let i = 0; i < count; i++) {
    if (i % STEP_ELEMENTS === STEP_ELEMENTS - 1) yield;
    const element = all[i];
    if (element !== undefined && tagOf(element).includes('-')) found.push(element);
  }
  return found;
}
