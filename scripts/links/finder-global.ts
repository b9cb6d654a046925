// What is put into a page to be measured: the watch of story links as the content script runs it, and a clock.
import { findSiteHints } from '../../utils/links/site-hints.ts';
import type { StoryLink } from '../../utils/links/story-link.ts';
import { watchStoryLinks } from '../../utils/links/watch-story-links.ts';
import { lookPlainly } from './look-plainly.ts';

export type MeasuredLinks = {
  readonly links: number;
  readonly found: number;
  /** All slices until what is near the window is judged, its code compiled on the way. */
  readonly ms: number;
  readonly longestSliceMs: number;
  /** Every link's host looked up and text read, and nothing decided. */
  readonly plainMs: number;
  /** Kept while the page is watched, in megabytes; null where the browser does not tell. */
  readonly keptMb: number | null;
};

/** Without a slice for so long, all that is near the window has been judged. */
const QUIET_MS = 300;

/** @public Called by its name, in the page. */
export async function measure(): Promise<MeasuredLinks> {
  const before = readHeap();
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
      isAlive: () => true,
      onDead: () => {},
      schedule: (work, delayMs) => {
        const timer = setTimeout(() => time(work), delayMs);
        return () => clearTimeout(timer);
      },
    });
  });
  for (let ran = 0; ran < slices.length; ) {
    ran = slices.length;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    // What is near the window is told with the drawing of the page, which takes longer on a busy machine.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
  const after = readHeap();
  const { links, ms: plainMs } = lookPlainly();
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
