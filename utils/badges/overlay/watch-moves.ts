// Reports when badges must be placed again, without polling the page.
//
//   link enters the window ────────────────────────▶ place, while the layout is still valid
//   link moves (an observer framed to its box) ────▶ place; one that keeps moving ▶ hide ─▶ it stands still ─▶ place
//   window resized, fonts loaded ──────────────────▶ place all in view
//   a transition or animation ends ────────────────▶ place those in the element
//   anything scrolls ─▶ hide those in it that do not move with the document ─▶ rest ─▶ place
//
// Invariant: at rest each badge in view has one frame around its link; while something scrolls there is none.
import { holds } from '../../links/link-dom.ts';
import { rectOf } from '../../page/dom.ts';
import type { Size } from './find-spot.ts';
import { type Corner, shift } from './layer.ts';
import type { ShownBadge } from './shown-badge.ts';

export type MoveWatcher = {
  add(badge: ShownBadge): void;
  remove(badge: ShownBadge): void;
  /** Call it after placing: from then on moves of the link are noticed. `window` was measured before anything was written. */
  arm(badge: ShownBadge, window: Size): void;
  close(): void;
};

export type MoveListener = {
  readonly onEntered: (badges: readonly ShownBadge[]) => void;
  /** These left the view. */
  readonly onGone: (badges: readonly ShownBadge[]) => void;
  /** These must be placed in the next frame. */
  readonly onMoved: (badges: readonly ShownBadge[]) => void;
  /** Its link moves so often that any place would be wrong at once. */
  readonly onRestless: (badge: ShownBadge) => void;
  /** `target`: the document, or the element that scrolls. */
  readonly onScroll: (target: EventTarget | null) => void;
};

/** Milliseconds after the last scroll or resize event: two frames of a slow machine. */
const REST_MS = 120;
/** Links that blink or slide are followed this many times; then they have no badge until they stand still. */
const MOVES_MAX = 40;
/** First delay before checking whether they stand still; doubled each time. */
const STILL_LOOK_MS = 500;

/** The next slide of a carousel touches the visible area, which counts as intersecting with a ratio of zero. */
const SEEN_THRESHOLDS = [0, 0.01];

/** Properties whose transitions the observers miss, at least in part. */
const UNOBSERVED = /^(?:opacity|visibility|transform|translate|rotate|scale)$/;

export function watchMoves({ onEntered, onGone, onMoved, onRestless, onScroll }: MoveListener): MoveWatcher {
  const byAnchor = new Map<Element, ShownBadge>();
  const frames = new Map<ShownBadge, IntersectionObserver>();
  const moves = new Map<ShownBadge, number>();
  const stop = new AbortController();
  const { signal } = stop;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  const look = (entries: readonly IntersectionObserverEntry[]) => {
    const entered: ShownBadge[] = [];
    const gone: ShownBadge[] = [];
    for (const { target, isIntersecting, intersectionRatio } of entries) {
      const badge = byAnchor.get(target);
      const isSeen = isIntersecting && intersectionRatio > 0;
      if (badge === undefined || badge.isInView === isSeen) continue;
      badge.isInView = isSeen;
      (isSeen ? entered : gone).push(badge);
      if (!isSeen) disarm(badge);
    }
    if (gone.length > 0) onGone(gone);
    if (entered.length > 0) onEntered(entered);
  };
  const inView = new IntersectionObserver(look, { threshold: SEEN_THRESHOLDS });

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
  const waitUntilStill = (badge: ShownBadge, delayMs: number) => {
    const { anchor } = badge.link;
    const isStillRestless = () =>
      byAnchor.get(anchor) === badge && badge.isInView && (moves.get(badge) ?? 0) > MOVES_MAX && !signal.aborted;
    setTimeout(() => {
      if (!isStillRestless()) return;
      const before = rectOf(anchor);
      requestAnimationFrame(() => {
        if (!isStillRestless()) return;
        if (distanceOf(before, rectOf(anchor)) <= 0.1) {
          moves.delete(badge);
          onMoved([badge]);
        } else waitUntilStill(badge, delayMs * 2);
      });
    }, delayMs);
  };
  const disarmAll = () => {
    for (const frame of frames.values()) frame.disconnect();
    frames.clear();
    waitForRest();
  };
  const onAnyScroll = ({ target }: Event) => {
    onScroll(target);
    disarmAll();
  };

  /** No observer reports fading, or movement that the browser performs without layout. */
  const onEnded = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const ended = [...byAnchor.values()].filter(
      (badge) => badge.isInView && (moves.get(badge) ?? 0) <= MOVES_MAX && holds(target, badge.link.anchor),
    );
    for (const badge of ended) badge.seat = null; // possibly unmoved, but it must be checked
    if (ended.length > 0) onMoved(ended);
  };

  addEventListener('animationend', onEnded, { capture: true, passive: true, signal });
  addEventListener(
    'transitionend',
    (event) => {
      if (UNOBSERVED.test(event.propertyName)) onEnded(event);
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
      // Scroll events inside a page's shadow root do not leave it. Adding a listener twice adds it once.
      if (root instanceof ShadowRoot) root.addEventListener('scroll', onAnyScroll, { capture: true, signal });
    },
    remove(badge) {
      inView.unobserve(badge.link.anchor);
      byAnchor.delete(badge.link.anchor);
      moves.delete(badge);
      badge.isInView = null;
      disarm(badge);
    },
    arm(badge, window) {
      disarm(badge);
      const count = (moves.get(badge) ?? 0) + 1;
      moves.set(badge, count);
      if (!badge.isInView) return;
      if (count > MOVES_MAX) {
        onRestless(badge);
        // Only once each time the limit is reached.
        if (count === MOVES_MAX + 1) waitUntilStill(badge, STILL_LOOK_MS);
        return;
      }
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

/** An observer whose root is shrunk to the element's box: in whatever direction the element moves, it leaves the box. */
function frameOf({ link, seat, origin }: ShownBadge, { window, onLeft }: FrameParts): IntersectionObserver | null {
  if (seat === null || seat.right <= seat.left || seat.bottom <= seat.top) return null;
  const box = shift(seat, origin);
  const margins = [box.top, window.width - box.right, window.height - box.bottom, box.left];
  let settled: number | null = null;
  const observer = new IntersectionObserver(
    // On a busy page several entries arrive at once.
    (entries) => {
      for (const { intersectionRatio, boundingClientRect } of entries) {
        const ratio = Math.round(intersectionRatio * 100);
        // A sliding link may have moved, even to its end, before the first entry.
        if (settled === null ? distanceOf(boundingClientRect, box) <= 1 : ratio === settled) settled = ratio;
        else return onLeft();
      }
    },
    { rootMargin: margins.map((margin) => `${-Math.floor(margin)}px`).join(' '), threshold: FRAME_THRESHOLDS },
  );
  observer.observe(link.anchor);
  return observer;
}

/** In pixels, along the axis on which it is longer. */
function distanceOf(a: Corner, b: Corner): number {
  return Math.max(Math.abs(a.left - b.left), Math.abs(a.top - b.top));
}

/** Of a clipped link the frame holds a part, and the movement may stop at any share of it. */
const FRAME_THRESHOLDS = Array.from({ length: 51 }, (_, at) => at / 50);
