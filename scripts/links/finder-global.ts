// What is put into a page to be measured: the watch of story links as the content script runs it, and a clock.
import { findSiteHints } from '../../utils/links/site-hints.ts';
import type { StoryLink } from '../../utils/links/story-link.ts';
import { watchStoryLinks } from '../../utils/links/watch-story-links.ts';

export type MeasuredLinks = {
  readonly links: number;
  readonly found: number;
  /** All slices of the first look at the page, its code compiled on the way. */
  readonly ms: number;
  readonly longestSliceMs: number;
  /** Every link's address parsed and text read, and nothing decided: the least that a script does which looks at links. */
  readonly plainMs: number;
  /** Kept while the page is watched, in megabytes; null where the browser does not tell. */
  readonly keptMb: number | null;
};

/** @public Called by its name, in the page. */
export function measure(): MeasuredLinks {
  const before = readHeap();
  const waiting: (() => void)[] = [];
  const found: StoryLink[] = [];
  const slices: number[] = [];
  const time = (work: () => void) => {
    const start = performance.now();
    work();
    slices.push(performance.now() - start);
  };
  let watch: { stop(): void } | null = null;
  time(() => {
    watch = watchStoryLinks({
      root: document,
      hints: findSiteHints(location.hostname),
      onFound: (links) => found.push(...links),
      onGone: () => {},
      schedule: (work) => {
        waiting.push(work);
        return () => {};
      },
    });
  });
  for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) time(work);
  const after = readHeap();
  const plainStart = performance.now();
  const links = lookPlainly();
  const plainMs = performance.now() - plainStart;
  stop(watch);
  return {
    links,
    found: found.length,
    ms: slices.reduce((sum, ms) => sum + ms, 0),
    longestSliceMs: Math.max(...slices),
    plainMs,
    keptMb: before === null || after === null ? null : (after - before) / 1e6,
  };
}

function stop(watch: { stop(): void } | null): void {
  watch?.stop();
}

function lookPlainly(): number {
  let count = 0;
  let length = 0;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    count += 1;
    if (URL.canParse(link.href)) length += new URL(link.href).hostname.length;
    length += (link.textContent ?? '').trim().length;
  }
  return length < 0 ? -1 : count;
}

/** Needs a browser that was started with precise memory and a collector at hand. */
function readHeap(): number | null {
  const collect: unknown = Reflect.get(globalThis, 'gc');
  const memory: unknown = Reflect.get(performance, 'memory');
  if (typeof collect !== 'function' || typeof memory !== 'object' || memory === null) return null;
  // Twice: what the first frees of the DOM lets go of more.
  collect();
  collect();
  const used: unknown = Reflect.get(memory, 'usedJSHeapSize');
  return typeof used === 'number' ? used : null;
}
