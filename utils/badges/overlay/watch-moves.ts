// Tells when badges have to be placed again, without asking the page over and over.
//
//   link enters the window ────────────────────────▶ place, while the layout that told of it still holds
//   link moves (an observer whose frame is its box) ▶ place
//   window resized, fonts loaded ──────────────────▶ place all in view
//   a fade ends ───────────────────────────────────▶ place those in what has faded
//   anything scrolls ─▶ those that do not go with the document hide ─▶ rest ─▶ place
//
// Invariant: at rest each badge in view has one frame around its link; while something scrolls there is none.
import { holds } from '../../links/link-dom.ts';
import type { Size } from './find-spot.ts';
import { shift } from './layer.ts';
import type { ShownBadge } from './shown-badge.ts';

export type MoveWatcher = {
  add(badge: ShownBadge): void;
  remove(badge: ShownBadge): void;
  /** After placing: from here on a move of the link is noticed. The window's size was read before anything was written. */
  arm(badge: ShownBadge, window: Size): void;
  close(): void;
};

export type MoveListener = {
  readonly onEntered: (badges: readonly ShownBadge[]) => void;
  /** At the next frame, these are to be placed. */
  readonly onMoved: (badges: readonly ShownBadge[]) => void;
  readonly onScroll: () => void;
};

/** After the last event of a scroll, or of a resize: two frames of a slow machine. */
const REST_MS = 120;
/** Links that blink or march are followed at most so often; then they are left alone until they are scrolled to again. */
const MOVES_MAX = 40;

export function watchMoves({ onEntered, onMoved, onScroll }: MoveListener): MoveWatcher {
  const byAnchor = new Map<Element, ShownBadge>();
  const frames = new Map<ShownBadge, IntersectionObserver>();
  const moves = new Map<ShownBadge, number>();
  const stop = new AbortController();
  const { signal } = stop;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  const inView = new IntersectionObserver((entries) => {
    const entered: ShownBadge[] = [];
    for (const { target, isIntersecting } of entries) {
      const badge = byAnchor.get(target);
      if (badge === undefined) continue;
      badge.isInView = isIntersecting;
      if (isIntersecting) entered.push(badge);
      else disarm(badge);
    }
    if (entered.length > 0) onEntered(entered);
  });

  const disarm = (badge: ShownBadge) => {
    frames.get(badge)?.disconnect();
    frames.delete(badge);
  };
  const afterRest = () => {
    moves.clear();
    onMoved([...byAnchor.values()].filter(({ isInView }) => isInView));
  };
  const waitForRest = () => {
    clearTimeout(restTimer);
    restTimer = setTimeout(afterRest, REST_MS);
  };
  const disarmAll = () => {
    for (const frame of frames.values()) frame.disconnect();
    frames.clear();
    waitForRest();
  };
  const onAnyScroll = () => {
    onScroll();
    disarmAll();
  };

  /** Of all that fades without a move, no observer tells. */
  const onFaded = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const faded = [...byAnchor.values()].filter(
      (badge) => badge.isInView && (moves.get(badge) ?? 0) <= MOVES_MAX && holds(target, badge.link.anchor),
    );
    for (const badge of faded) badge.seat = null; // where it was, and to be looked at all the same
    if (faded.length > 0) onMoved(faded);
  };

  addEventListener('animationend', onFaded, { capture: true, passive: true, signal });
  addEventListener(
    'transitionend',
    (event) => {
      if (event.propertyName === 'opacity') onFaded(event);
    },
    { capture: true, passive: true, signal },
  );
  addEventListener('scroll', onAnyScroll, { capture: true, passive: true, signal });
  addEventListener('resize', disarmAll, { passive: true, signal });
  if (document.fonts?.status === 'loading') {
    void document.fonts.ready.then(() => {
      if (!signal.aborted) waitForRest();
    });
  }

  return {
    add(badge) {
      byAnchor.set(badge.link.anchor, badge);
      inView.observe(badge.link.anchor);
      const root = Node.prototype.getRootNode.call(badge.link.anchor);
      // Scrolling inside a page's own shadow root is not told outside of it. Adding a listener twice adds it once.
      if (root instanceof ShadowRoot) root.addEventListener('scroll', onAnyScroll, { capture: true, signal });
    },
    remove(badge) {
      inView.unobserve(badge.link.anchor);
      byAnchor.delete(badge.link.anchor);
      moves.delete(badge);
      disarm(badge);
    },
    arm(badge, window) {
      disarm(badge);
      const count = (moves.get(badge) ?? 0) + 1;
      moves.set(badge, count);
      if (count > MOVES_MAX || !badge.isInView) return;
      const onLeft = () => {
        disarm(badge);
        onMoved([badge]);
      };
      const frame = frameOf(badge, { window, onLeft });
      if (frame !== null) frames.set(badge, frame);
    },
    close() {
      stop.abort();
      clearTimeout(restTimer);
      inView.disconnect();
      for (const frame of frames.values()) frame.disconnect();
      frames.clear();
    },
  };
}

type FrameParts = { readonly window: Size; readonly onLeft: () => void };

/** An observer whose root is shrunk to the element's box: whatever way the element moves, it leaves that box. */
function frameOf({ link, seat, origin }: ShownBadge, { window, onLeft }: FrameParts): IntersectionObserver | null {
  if (seat === null || seat.right <= seat.left || seat.bottom <= seat.top) return null;
  const { left, top, right, bottom } = shift(seat, { left: 0, top: 0 }, origin);
  const margins = [top, window.width - right, window.height - bottom, left];
  let settled: number | null = null;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry === undefined) return;
      const ratio = Math.round(entry.intersectionRatio * 100);
      if (settled === null) settled = ratio;
      else if (ratio !== settled) onLeft();
    },
    { rootMargin: margins.map((margin) => `${-Math.floor(margin)}px`).join(' '), threshold: FRAME_THRESHOLDS },
  );
  observer.observe(link.anchor);
  return observer;
}

/** Finer near the whole: a link that moves by a line's height has left a good part of its frame. */
const FRAME_THRESHOLDS = [0, 0.25, 0.5, 0.75, 0.9, 0.97, 1];
