// Reports the runs of links that come near the window, each once: only their links are judged and looked up.
//
//   added ─▶ ends observed ─▶ an end comes near ─▶ taken
//                └─ an end has no box ─▶ each link of the run observed separately ─▶ visible and near ─▶ taken
import { firstChildOf } from '../page/dom.ts';
import { hasBox, nextElementOf } from './link-dom.ts';
import { endsOf, type LinkRun, splitRun } from './link-runs.ts';
import { findDrawn } from './visible-text.ts';

/** A screen ahead of a scrolling reader, and as far to the sides in rows that scroll by themselves. */
const AHEAD = '600px';

export type NearRuns = {
  add(runs: readonly LinkRun[]): void;
  hasRuns(): boolean;
  /** The runs that came near since the last call. */
  take(): LinkRun[];
  /** Stops observing all of them. */
  clear(): void;
};

const isAlone = ({ start, end }: Pick<LinkRun, 'start' | 'end'>) => end - start === 1;

function firstBoxIn(element: Element): Element | null {
  for (let child = firstChildOf(element); child !== null; child = nextElementOf(child)) if (hasBox(child)) return child;
  return null;
}

export function watchNearRuns(onNear: () => void): NearRuns {
  // Weak, so that elements removed by the page are not kept alive.
  let byEnd = new WeakMap<Element, LinkRun[]>();
  let waiting = new WeakSet<LinkRun>();
  let near: LinkRun[] = [];

  const watch = (end: Element, run: LinkRun) => {
    const runs = byEnd.get(end);
    if (runs !== undefined) runs.push(run);
    else byEnd.set(end, [run]);
    observer.observe(end);
  };
  /** A link that changes every second while it is far away, such as a clock, is judged only once when it comes near. */
  const isWaitingAlready = ({ links, start, end }: LinkRun) => {
    const link = links[start];
    const others = isAlone({ start, end }) && link !== undefined ? (byEnd.get(link) ?? []) : [];
    return others.some((other) => isAlone(other) && waiting.has(other));
  };
  const add = (runs: readonly LinkRun[]) => {
    for (const run of runs) {
      if (isWaitingAlready(run)) continue;
      waiting.add(run);
      for (const end of endsOf(run)) watch(end, run);
    }
  };
  /**
   * An end that is hidden, or has no box of its own (`display: contents`), does not show where the links are. A single link is
   * then observed by its first child with a box, or where its words are drawn; a hidden one has neither.
   */
  const watchEach = (end: Element) => {
    const long = (byEnd.get(end) ?? []).filter((run) => !isAlone(run) && waiting.delete(run));
    for (const run of long) add(splitRun(run));
    const alone = (byEnd.get(end) ?? []).filter((run) => isAlone(run) && waiting.has(run));
    const inner = alone.length > 0 ? (firstBoxIn(end) ?? findDrawn(end)) : null;
    if (inner !== null) for (const run of alone) watch(inner, run);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (isIntersecting) {
          observer.unobserve(target);
          for (const run of byEnd.get(target) ?? []) if (waiting.delete(run)) near.push(run);
          byEnd.delete(target);
        } else if (boundingClientRect.width === 0 && boundingClientRect.height === 0) watchEach(target);
      }
      if (near.length > 0) onNear();
    },
    // Browsers without support for scrollMargin ignore it.
    { rootMargin: AHEAD, scrollMargin: AHEAD } as IntersectionObserverInit,
  );
  return {
    add,
    hasRuns: () => near.length > 0,
    take() {
      const taken = near;
      near = [];
      return taken;
    },
    clear() {
      observer.disconnect();
      byEnd = new WeakMap();
      waiting = new WeakSet();
      near = [];
    },
  };
}
