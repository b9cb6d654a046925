// Looks at parts of the page for story links, open shadow roots in them included, in steps.

import type { Changes } from './changed-scopes.ts';
import { findOwnHeadline } from './find-own-headline.ts';
import { findShadowRoots } from './find-shadow-roots.ts';
import { findStoryLinks } from './find-story-links.ts';
import type { FoundLinks } from './found-links.ts';
import { isInPage, type Scope, shadowRootOf } from './link-dom.ts';
import { createPlaceFinder, type PlaceFinder } from './link-place.ts';
import type { SiteHints } from './site-hints.ts';
export type PageLook = {
  look(changes: Changes, pageAddress: string): Generator<void, void>;
  /** Components get their shadow root when their script has come, of which nothing tells. */
  hasWaiting(): boolean;
};

type LookOptions = {
  readonly root: Document;
  readonly hints: SiteHints | null;
  readonly found: FoundLinks;
  readonly onShadowRoot: (root: ShadowRoot) => void;
};

export function createPageLook({ root, hints, found, onShadowRoot }: LookOptions): PageLook {
  let waiting: readonly Element[] = [];

  function* search(scope: Scope, pageAddress: string, placeOf: PlaceFinder): Generator<void, void> {
    const looked = new Set<Element>();
    const links = yield* findStoryLinks(scope, { pageAddress, hints, placeOf, onLooked: (link) => looked.add(link) });
    found.take(links, looked);
  }

  return {
    *look({ scopes, mayBeGone }, pageAddress) {
      const bereft = mayBeGone ? found.dropGone() : [];
      const placeOf = createPlaceFinder();
      const late = waiting.filter((host) => isInPage(host) && shadowRootOf(host) !== null);
      waiting = waiting.filter((host) => isInPage(host) && shadowRootOf(host) === null);
      for (const scope of [...scopes, ...bereft, ...late]) {
        yield* search(scope, pageAddress, placeOf);
        yield;
        const hosts = findShadowRoots(scope);
        waiting = [...waiting, ...hosts.waiting];
        for (const shadow of hosts.roots) {
          yield;
          onShadowRoot(shadow);
          yield* search(shadow, pageAddress, placeOf);
        }
      }
      found.takeOwnHeadline(findOwnHeadline(root, pageAddress, placeOf));
    },
    hasWaiting: () => waiting.length > 0,
  };
}
