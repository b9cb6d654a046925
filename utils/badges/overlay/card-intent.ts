// Decides when a card opens and closes, from pointer, keyboard and touch events.
//
//            ┌────────── leaves ◀──┐
//   closed ──┴─ points at ▶ meant ─┴─ stays 80 ms ─▶ open ── leaves badge and card ─▶ leaving ── 250 ms ─▶ closed
//      └──── focus, click, tap, Enter ──────────────▶ open        ◀── comes back ────────┘
//
// A click holds the card open: then only Escape, another click on the badge, or a press outside closes it. Focus on the badge or
// in the card keeps it open until focus goes elsewhere, or another badge is pointed at. Invariant: at most one card is open;
// pointing at a badge while another's card is open switches the card at once.

/** Sweeping over a badge takes less time, aiming at it more; with 100 ms for drawing it still feels immediate. */
const MEANT_MS = 80;
/** Time to move diagonally from the badge to the card, or to recover from a slip. */
const LEAVING_MS = 250;

export type Opener = 'pointer' | 'focus' | 'click';

export type CardIntentOptions<Badge> = {
  /** The pointer is near: fetch what a card needs, as far as no server learns of it. */
  readonly prepare: (badge: Badge) => void;
  readonly open: (badge: Badge, opener: Opener) => void;
  readonly close: (badge: Badge) => void;
  /** Returns a function that cancels the call. */
  readonly after: (ms: number, work: () => void) => () => void;
};

export type CardIntent<Badge> = {
  pointAt(badge: Badge): void;
  leave(): void;
  /** The badge, or something in its card, was focused. */
  focus(badge: Badge): void;
  /** The focus moved to something that is neither badge nor card. */
  blur(): void;
  click(badge: Badge): void;
  /** Escape, or a press outside; returns whether a card was open. */
  dismiss(): boolean;
  /** The badge was removed. */
  forget(badge: Badge): void;
  openBadge(): Badge | null;
};

type State<Badge> =
  | { readonly is: 'closed' }
  | { readonly is: 'meant'; readonly badge: Badge }
  | { readonly is: 'open' | 'leaving'; readonly badge: Badge; readonly isHeld: boolean; readonly hasFocus: boolean };

export function createCardIntent<Badge>({ prepare, open, close, after }: CardIntentOptions<Badge>): CardIntent<Badge> {
  let state: State<Badge> = { is: 'closed' };
  let callOff: () => void = () => undefined;

  const go = (next: State<Badge>) => {
    callOff();
    callOff = () => undefined;
    const [before, now] = [shown(state), shown(next)];
    state = next;
    if (before !== null && before !== now) close(before);
  };
  const openFor = (badge: Badge, opener: Opener) => {
    const isNew = shown(state) !== badge;
    const kept = isNew || state.is === 'closed' || state.is === 'meant' ? null : state;
    go({
      is: 'open',
      badge,
      isHeld: opener === 'click' || (kept?.isHeld ?? false),
      hasFocus: opener === 'focus' || (kept?.hasFocus ?? false),
    });
    if (isNew) open(badge, opener);
  };

  return {
    pointAt(badge) {
      prepare(badge);
      if (shown(state) !== null) {
        if (shown(state) === badge || (state.is !== 'closed' && state.is !== 'meant' && !state.isHeld)) {
          openFor(badge, 'pointer');
        }
        return;
      }
      go({ is: 'meant', badge });
      callOff = after(MEANT_MS, () => openFor(badge, 'pointer'));
    },
    leave() {
      if (state.is === 'meant') go({ is: 'closed' });
      if (state.is !== 'open' || state.isHeld || state.hasFocus) return;
      go({ ...state, is: 'leaving' });
      callOff = after(LEAVING_MS, () => go({ is: 'closed' }));
    },
    focus(badge) {
      prepare(badge);
      openFor(badge, 'focus');
    },
    blur() {
      if (state.is !== 'open' && state.is !== 'leaving') return;
      if (state.isHeld) go({ ...state, hasFocus: false });
      else go({ is: 'closed' });
    },
    click(badge) {
      if (shown(state) === badge && state.is !== 'meant' && state.is !== 'closed' && state.isHeld) {
        go({ is: 'closed' });
        return;
      }
      prepare(badge);
      openFor(badge, 'click');
    },
    dismiss() {
      const wasShown = shown(state) !== null;
      go({ is: 'closed' });
      return wasShown;
    },
    forget(badge) {
      if (state.is !== 'closed' && state.badge === badge) go({ is: 'closed' });
    },
    openBadge: () => shown(state),
  };
}

function shown<Badge>(state: State<Badge>): Badge | null {
  return state.is === 'open' || state.is === 'leaving' ? state.badge : null;
}
