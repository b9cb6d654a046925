// Tells when a pointer comes onto a badge or its card by its own movement, and when it goes.
//
// A browser says "enter" also when the page is what moved: scrolled under a pointer that rests, or laid bare by a card
// that closed. Only its own movement is followed by "move", and only that is meant; not one that the page's script tells of.
// Nor is it one with a button pressed: that selects text, or drags.
// It says "leave" also when the page has put something else above: then the pointer goes when it moves.

export type PointingOptions = {
  readonly element: HTMLElement;
  readonly onPoint: () => void;
  readonly onLeave: () => void;
};

export function watchPointing({ element, onPoint, onLeave }: PointingOptions): void {
  let isPointedAt = false;
  /** On the page: scrolling it does not change that. */
  let place = '';
  const onMove = ({ pointerType, isTrusted, buttons }: PointerEvent) => {
    if (!isTrusted || pointerType === 'touch' || buttons > 0) return;
    place = element.style.transform;
    if (isPointedAt) return;
    isPointedAt = true;
    onPoint();
  };
  element.addEventListener('pointermove', onMove, { passive: true });
  element.addEventListener('pointerleave', () => {
    const isMovedAway = isPointedAt && element.style.transform !== place;
    isPointedAt = false;
    if (isMovedAway) addEventListener('pointermove', onLeave, { capture: true, once: true, passive: true });
    else onLeave();
  });
}
