// Scans parts of the page for links, including open shadow roots, and judges the links near the window, in steps.
import { type Scope, shadowRootOf } from '../page/dom.ts';
import { findShadowRoots } from '../page/find-shadow-roots.ts';
import type { Changes } from './changed-scopes.ts';
import { findHintedLinks } from './find-hinted-links.ts';
import { findOwnHeadline } from './find-own-headline.ts';
import { findStoryLinks, type Search } from './find-story-links.ts';
import type { FoundLinks } from './found-links.ts';
import { isInPage } from './link-dom.ts';
import { createPlaceFinder } from './link-place.ts';
import { cutRuns, findLinks, joinRuns, LINKS, type LinkRun } from './link-runs.ts';
import type { NearRuns } from './near-runs.ts';
import type { SiteHints } from './site-hints.ts';

/** Limits pages with many custom elements whose scripts never come. */
const WAITING_MAX = 300;
/** Runs between two yields: about half a millisecond. */
const STEP_RUNS = 50;

export type PageScanner = {
  scan(changes: Changes, pageAddress: string): Generator<void, void>;
  /** Components get their shadow root once their script has loaded, which no event reports. */
  hasWaiting(): boolean;
};

type ScannerOptions = {
  readonly root: Document;
  readonly hints: SiteHints | null;
  readonly near: NearRuns;
  readonly found: FoundLinks;
  readonly onShadowRoot: (root: ShadowRoot) => void;
};

export function createPageScanner({ root, hints, near, found, onShadowRoot }: ScannerOptions): PageScanner {
  let waiting = new Set<Element>();
  let shadows = new Set<ShadowRoot>();

  function* watchLinks(scope: Scope): Generator<void, void> {
    const runs = cutRuns(findLinks(scope, hints?.link ?? LINKS));
    yield;
    for (let at = 0; at < runs.length; at += STEP_RUNS) {
      near.add(runs.slice(at, at + STEP_RUNS));
      yield;
    }
  }

  function* watchPart(scope: Scope): Generator<void, void> {
    yield* watchLinks(scope);
    const hosts = yield* findShadowRoots(scope);
    for (const host of hosts.waiting.slice(0, WAITING_MAX - waiting.size)) waiting.add(host);
    for (const shadow of hosts.roots) {
      yield;
      shadows.add(shadow);
      onShadowRoot(shadow);
      yield* watchLinks(shadow);
    }
  }

  function* judge(
    run: LinkRun,
    { pageAddress, placeOf }: Pick<Search, 'pageAddress' | 'placeOf'>,
  ): Generator<void, void> {
    const scanned = new Set<Element>();
    const onScanned = (link: Element) => scanned.add(link);
    const onHidden = (link: Element) => near.add([{ links: [link], start: 0, end: 1 }]);
    const links =
      hints === null
        ? yield* findStoryLinks(run, { pageAddress, placeOf, onScanned, onHidden })
        : yield* findHintedLinks(run, { pageAddress, hints, onScanned });
    found.take(links, scanned);
  }

  return {
    *scan({ scopes, mayBeGone }, pageAddress) {
      const orphaned = mayBeGone ? found.dropGone() : [];
      const placeOf = createPlaceFinder();
      const still = [...waiting].filter(isInPage);
      const late = still.filter((host) => shadowRootOf(host) !== null);
      waiting = new Set(still.filter((host) => shadowRootOf(host) === null));
      if (scopes.includes(root)) near.clear();
      for (const scope of [...scopes, ...orphaned, ...late]) yield* watchPart(scope);
      if (scopes.length > 0 || mayBeGone) {
        shadows = new Set([...shadows].filter(isInPage));
        found.takeOwnHeadline(findOwnHeadline({ page: root, shadows: [...shadows], pageAddress, placeOf }));
      }
      for (const run of joinRuns(near.take())) {
        yield* judge(run, { pageAddress, placeOf });
        yield;
      }
    },
    hasWaiting: () => waiting.size > 0,
  };
}
