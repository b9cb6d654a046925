// Keeps the list of a page's story links while the page changes: tells new ones, and those that went or became others.
//
//   change in the page ─▶ noted ─▶ (the page has a moment) ─▶ found anew, in slices ─▶ onGone, onFound
//
// Invariants: what was told as found is told as gone at most once, and before its successor is found; after stop()
// nothing is told. Nothing is measured, so no layout is forced.
import { rootOf } from '../page/dom.ts';
import { findStoryLinks } from './find-story-links.ts';
import { createPlaceFinder } from './link-place.ts';
import type { SiteHints } from './site-hints.ts';
import type { StoryLink } from './story-link.ts';

/** Of the 8 ms that finding may hold the page for at once: a single step may run a little over. */
const SLICE_MS = 5;

/** Calls back when the page has a moment; returns how to call that off. */
export type Schedule = (work: () => void) => () => void;

export type WatchOptions = {
  readonly root: Document;
  readonly hints: SiteHints | null;
  readonly onFound: (links: readonly StoryLink[]) => void;
  readonly onGone: (links: readonly StoryLink[]) => void;
  readonly schedule?: Schedule;
};

export function watchStoryLinks({ root, hints, onFound, onGone, schedule = afterInput }: WatchOptions): {
  stop(): void;
} {
  let known: readonly StoryLink[] = [];
  let running: Generator<void, StoryLink[]> | null = null;
  let callOff: (() => void) | null = null;
  let isStale = false;

  const look = () => {
    callOff = null;
    running ??= findStoryLinks(root, { pageUrl: location.href, hints, placeOf: createPlaceFinder() });
    const until = performance.now() + SLICE_MS;
    for (;;) {
      const step = running.next();
      if (step.done) {
        running = null;
        settle(step.value);
        break;
      }
      if (performance.now() >= until) break;
    }
    if (running !== null || isStale) lookSoon();
  };
  const lookSoon = () => {
    if (running === null) isStale = false;
    callOff ??= schedule(look);
  };
  const settle = (links: readonly StoryLink[]) => {
    const before = new Map(known.map((link) => [link.link, link]));
    const kept: StoryLink[] = [];
    const fresh: StoryLink[] = [];
    for (const link of links) {
      const old = before.get(link.link);
      if (old !== undefined && old.url === link.url && old.text === link.text && old.anchor === link.anchor) {
        kept.push(old);
        before.delete(link.link);
      } else fresh.push(link);
    }
    known = [...kept, ...fresh];
    if (before.size > 0) onGone([...before.values()]);
    if (fresh.length > 0) onFound(fresh);
  };
  const observer = new MutationObserver(() => {
    isStale = true;
    lookSoon();
  });
  const top = rootOf(root);
  if (top !== null) observer.observe(top, { childList: true, subtree: true, attributeFilter: ['href'] });
  lookSoon();
  return {
    stop() {
      observer.disconnect();
      callOff?.();
    },
  };
}

/** Before idle time, which busy pages never have, and after whatever the reader just did. */
function afterInput(work: () => void): () => void {
  const timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
}
