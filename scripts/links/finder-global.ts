// Injected into a page to measure it: the watcher of story links, as in the content script, and a clock.
import { findSiteHints } from '../../utils/links/site-hints.ts';
import type { StoryLink } from '../../utils/links/story-link.ts';
import { watchStoryLinks } from '../../utils/links/watch-story-links.ts';
import { lookPlainly } from './look-plainly.ts';

export type MeasuredLinks = {
  readonly links: number;
  readonly found: number;
  /** All slices until the links near the window have been judged, including compilation. */
  readonly ms: number;
  readonly longestSliceMs: number;
  /** Time of a simple look: every link's host looked up and text read, without any decision. */
  readonly plainMs: number;
  /** Megabytes kept while the page is watched; null if the browser does not report them. */
  readonly keptMb: number | null;
};

/** If no slice runs for this long, all links near the window have been judged. */
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
    // Observers report with the page's next frames, which take longer on a busy machine.
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

/** Needs a browser started with precise memory information and an exposed garbage collector. */
function readHeap(): number | null {
  const collect: unknown = Reflect.get(globalThis, 'gc');
  const memory: unknown = Reflect.get(performance, 'memory');
  if (typeof collect !== 'function' || typeof memory !== 'object' || memory === null) return null;
  // Twice, because DOM objects freed by the first run release others.
  collect();
  collect();
  const used: unknown = Reflect.get(memory, 'usedJSHeapSize');
  return typeof used === 'number' ? used : null;
}
