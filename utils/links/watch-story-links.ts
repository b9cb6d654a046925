// Keeps track of a changing page's story links near the window: reports new ones, and those that were removed or changed.
//
//   added, new address ─▶ parts to scan ─────┐
//   removed ────────────▶ some may be gone ──┼▶ (at most every 60 ms) ─▶ runs of links, observed
//   page's own address ─▶ the whole page ────┘                             └─ near ─▶ judged in slices ─▶ onGone, onFound
//
// Invariants: a link is reported as found only once until it is reported as gone; the old story of a re-used link goes before the
// new one comes; after stop(), or once the extension is gone, nothing is reported or scanned. Only what changed or came near is
// scanned, and no layout is forced.

import { WAITING_LOOKS_MS } from '../page/find-shadow-roots.ts';
import { watchAddress } from '../page/watch-address.ts';
import { createChangedScopes, WORDS_TOO } from './changed-scopes.ts';
import { createFoundLinks } from './found-links.ts';
import { watchNearRuns } from './near-runs.ts';
import { createPageScanner } from './scan-page.ts';
import type { SiteHints } from './site-hints.ts';
import type { StoryLink } from './story-link.ts';

/** Half of the 8 ms for which finding may block the page: a single step may take a little longer. */
const SLICE_MS = 4;
/** Pages change in bursts: the pause after a scan, in milliseconds. */
const BETWEEN_SCANS_MS = 60;

/** Calls back after a delay; returns a function that cancels it. */
export type Schedule = (work: () => void, delayMs: number) => () => void;

export type WatchOptions = {
  readonly root: Document;
  readonly hints: SiteHints | null;
  readonly onFound: (links: readonly StoryLink[]) => void;
  readonly onGone: (links: readonly StoryLink[]) => void;
  /** False after the extension was updated or removed. No event reports that, so it is checked before each scan. */
  readonly isAlive: () => boolean;
  readonly onDead: () => void;
  readonly schedule?: Schedule;
};

export function watchStoryLinks(options: WatchOptions): { stop(): void } {
  const { root, hints, schedule = scheduleByTimer, ...callbacks } = options;
  const stopped = new AbortController();
  let pageAddress = '';
  let steps: Generator<void, void> | null = null;
  let next: { readonly dueAtMs: number; readonly cancel: () => void } | null = null;
  let scannedAtMs = Number.NEGATIVE_INFINITY;

  const changed = createChangedScopes({ root, observed: WORDS_TOO, onChange: () => scanSoon() });
  const near = watchNearRuns(() => scanIn(0));
  const scanner = createPageScanner({
    root,
    hints,
    near,
    found: createFoundLinks(callbacks),
    onShadowRoot: changed.observe,
  });

  const scanIn = (delayMs: number) => {
    const dueAtMs = performance.now() + delayMs;
    if (stopped.signal.aborted || (next !== null && next.dueAtMs <= dueAtMs)) return;
    next?.cancel();
    next = { dueAtMs, cancel: schedule(run, delayMs) };
  };
  const pauseLeftMs = () => Math.max(0, scannedAtMs + BETWEEN_SCANS_MS - performance.now());
  /** Immediately if possible: before the browser draws the added elements, so that the observer's first report covers them. */
  const scanSoon = () => {
    if (pauseLeftMs() > 0 || steps !== null) scanIn(pauseLeftMs());
    else run();
  };
  const run = () => {
    next?.cancel();
    next = null;
    if (stopped.signal.aborted) return;
    if (!options.isAlive()) {
      stop();
      options.onDead();
      return;
    }
    if (steps === null && currentPage() !== pageAddress) {
      pageAddress = currentPage();
      changed.noteAll();
    }
    if (steps === null) {
      scannedAtMs = performance.now();
      steps = scanner.scan(changed.take(), pageAddress);
    }
    const until = performance.now() + SLICE_MS;
    do {
      if (steps.next().done) steps = null;
    } while (steps !== null && !stopped.signal.aborted && performance.now() < until);
    if (steps !== null || near.hasRuns()) scanIn(0);
    else if (changed.hasChanges()) scanIn(pauseLeftMs());
  };
  const scanAll = () => {
    changed.noteAll();
    scanIn(0);
  };

  changed.observe(root);
  scanAll();
  watchAddress(({ isReturn }) => {
    if (isReturn || currentPage() !== pageAddress) scanAll();
  }, stopped.signal);
  const timers = WAITING_LOOKS_MS.map((delay) => setTimeout(() => scanner.hasWaiting() && scanIn(0), delay));
  function stop(): void {
    stopped.abort();
    changed.stop();
    near.clear();
    next?.cancel();
    for (const timer of timers) clearTimeout(timer);
  }
  return { stop };
}

/** Without the fragment, which only leads to another place on the page. */
function currentPage(): string {
  return location.href.split('#', 1)[0] ?? '';
}

/** A timer, not idle time, which busy pages never have. */
function scheduleByTimer(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs);
  return () => clearTimeout(timer);
}
