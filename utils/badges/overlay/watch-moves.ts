// Tells when badges have to be placed again, without asking the page over and over.
//
//   link enters the window ────────────────────────▶ place, while the layout that told of it still holds
//   link moves (an observer whose frame is its box) ▶ place; one that does not stop moving ▶ hide ─▶ it stands still ─▶ place
//   window resized, fonts loaded ──────────────────▶ place all in view
//   a fade or a slide ends ────────────────────────▶ place those in what has faded or slid
//   anything scrolls ─▶ those in it, and that do not go with the document, hide ─▶ rest ─▶ place
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
  /** After placing: from here on a move of the link is noticed. The window's size was read before anything was written. */
  arm(badge: ShownBadge, window: Size): void;
  close(): void;
};

export type MoveListener = {
  readonly onEntered: (badges: readonly ShownBadge[]) => void;
  /** No longer in view. */
  readonly onGone: (badges: readonly ShownBadge[]) => void;
  /** At the next frame, these are to be placed. */
  readonly onMoved: (badges: readonly ShownBadge[]) => void;
  /** Wherever it is put, its link is elsewhere by then. */
  readonly onRestless: (badge: ShownBadge) => void;
  /** `target`: the document, or what scrolls in it. */
  readonly onScroll: (target: EventTarget | null) => void;
};

/** After the last event of a scroll, or of a resize: two frames of a slow machine. */
const REST_MS = 120;
/** Links that blink or march are followed at most so often; then they have no badge until they stand still. */
const MOVES_MAX = 40;
/** When they are looked at for that; each time after twice as long. */
const STILL_LOOK_MS = 500;

/** The next slide of a carousel touches what is seen of it, and counts as intersecting that: with none of itself. */
const SEEN_THRESHOLDS = [0, 0.01];

/** Properties whose transitions no observer tells of, or not to the end. */
const UNTOLD = /^(?:opacity|visibility|transform|translate|rotate|scale)$/;

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
        if (isNear(before, rectOf(anchor), 0.1)) {
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

  /** Of what fades, and of what the browser moves without computing a layout, no observer tells. */
  const onEnded = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const ended = [...byAnchor.values()].filter(
      (badge) => badge.isInView && (moves.get(badge) ?? 0) <= MOVES_MAX && holds(target, badge.link.anchor),
    );
    for (const badge of ended) badge.seat = null; // where it was, maybe, and to be looked at all the same
    if (ended.length > 0) onMoved(ended);
  };

  addEventListener('animationend', onEnded, { capture: true, passive: true, signal });
  addEventListener(
    'transitionend',
    (event) => {
      if (UNTOLD.test(event.propertyName)) onEnded(event);
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
        // Once for each time that it gets there.
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

/** An observer whose root is shrunk to the element's box: whatever way the element moves, it leaves that box. */
function frameOf({ link, seat, origin }: ShownBadge, { window, onLeft }: FrameParts): IntersectionObserver | null {
  if (seat === null || seat.right <= seat.left || seat.bottom <= seat.top) return null;
  const box = shift(seat, { left: 0, top: 0 }, origin);
  const margins = [box.top, window.width - box.right, window.height - box.bottom, box.left];
  let settled: number | null = null;
  const observer = new IntersectionObserver(
    // On a busy page several come at once.
    (entries) => {
      for (const { intersectionRatio, boundingClientRect } of entries) {
        const ratio = Math.round(intersectionRatio * 100);
        // A link that slides may have moved on by the first word of it, and be at its end.
        if (settled === null ? isNear(boundingClientRect, box, 1) : ratio === settled) settled = ratio;
        else return onLeft();
      }
    },
    { rootMargin: margins.map((margin) => `${-Math.floor(margin)}px`).join(' '), threshold: FRAME_THRESHOLDS },
  );
  observer.observe(link.anchor);
  return observer;
}

function isNear(a: Corner, b: Corner, px: number): boolean {
  return Math.abs(a.left - b.left) <= px && Math.abs(a.top - b.top) <= px;
}

/** Of a link that a box cuts off its frame holds a part, and any part of that may be where it stops. */
const FRAME_THRESHOLDS = Array.from({ length: 51 }, (_, at) => at / 50);
