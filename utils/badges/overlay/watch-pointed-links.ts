// Reports which link with a badge is pointed at or focused, with one listener per event for the whole page.
import type { ShownBadge } from './shown-badge.ts';

export type PointedOptions = {
  readonly badges: () => Iterable<ShownBadge>;
  /** False after the extension was reloaded or disabled: then badges react to nothing. */
  readonly isAlive: () => boolean;
  readonly onDead: () => void;
  /** `pointerX`: in window coordinates; null for the keyboard. */
  readonly onPointed: (badge: ShownBadge, pointerX: number | null) => void;
  readonly onLeft: (badge: ShownBadge) => void;
};

/** In milliseconds; long enough to move from the link to its badge. */
const LEAVE_MS = 400;

export function watchPointedLinks({ badges, isAlive, onDead, onPointed, onLeft }: PointedOptions): { close(): void } {
  const stop = new AbortController();
  let current: ShownBadge | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const leave = () => {
    const left = current;
    current = null;
    if (left !== null) onLeft(left);
  };
  const setCurrent = (badge: ShownBadge | null, pointerX: number | null) => {
    if (badge === null) {
      // Not again with each element that the pointer passes.
      leaving ??= setTimeout(leave, LEAVE_MS);
      return;
    }
    clearTimeout(leaving);
    leaving = undefined;
    if (badge === current) return;
    leave();
    current = badge;
    onPointed(badge, pointerX);
  };
  const onEvent = (event: Event) => {
    const pointerX = event instanceof MouseEvent ? event.clientX : null;
    if (isAlive()) setCurrent(find(event.composedPath()), pointerX);
    else onDead();
  };
  const find = (path: readonly EventTarget[]): ShownBadge | null => {
    // Searched by elements: there are a few dozen badges, and an event has a few dozen ancestors.
    const elements = new Set(path);
    for (const badge of badges()) {
      const { link, anchor } = badge.link;
      if (elements.has(anchor) || (link !== null && elements.has(link)) || elements.has(badge.element)) return badge;
    }
    return null;
  };

  const { signal } = stop;
  addEventListener('pointerover', onEvent, { passive: true, capture: true, signal });
  addEventListener('focusin', onEvent, { passive: true, capture: true, signal });
  // On return from the page where extensions are disabled and removed.
  addEventListener('visibilitychange', onEvent, { passive: true, capture: true, signal });
  return {
    close() {
      stop.abort();
      clearTimeout(leaving);
    },
  };
}
