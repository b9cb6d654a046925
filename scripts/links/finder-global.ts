// What is put into a page to be measured: the watch of story links as the content script runs it, and a clock.
import { findSiteHints } from '../../utils/links/site-hints.ts';
import type { StoryLink } from '../../utils/links/story-link.ts';
import { watchStoryLinks } from '../../utils/links/watch-story-links.ts';

export type MeasuredLinks = {
  readonly links: number;
  readonly found: readonly { readonly url: string; readonly text: string }[];
  /** All slices of the first look, compiling included. */
  readonly ms: number;
  readonly longestSliceMs: number;
  /** Every link's address parsed and text read, and nothing decided: the least that a plain script does. */
  readonly plainMs: number;
};

/** @public Called by its name, in the page. */
export function measure(): MeasuredLinks {
  const waiting: (() => void)[] = [];
  const found: StoryLink[] = [];
  const slices: number[] = [];
  const start = performance.now();
  const { stop } = watchStoryLinks({
    root: document,
    hints: findSiteHints(location.hostname),
    onFound: (links) => found.push(...links),
    onGone: () => {},
    schedule: (work) => {
      waiting.push(work);
      return () => {};
    },
  });
  slices.push(performance.now() - start);
  for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) {
    const sliceStart = performance.now();
    work();
    slices.push(performance.now() - sliceStart);
  }
  stop();
  const plainStart = performance.now();
  const links = plainPass();
  const plainMs = performance.now() - plainStart;
  return {
    links,
    found: found.map(({ url, text }) => ({ url, text })),
    ms: slices.reduce((sum, ms) => sum + ms, 0),
    longestSliceMs: Math.max(...slices),
    plainMs,
  };
}

function plainPass(): number {
  let count = 0;
  let length = 0;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    count += 1;
    if (URL.canParse(link.href)) length += new URL(link.href).hostname.length;
    length += (link.textContent ?? '').trim().length;
  }
  return length < 0 ? -1 : count;
}
