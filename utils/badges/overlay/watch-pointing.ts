// Reports when a pointer moves onto a badge or its card, and when it leaves.
//
// The browser also fires "enter" when the page moved: scrolled under a resting pointer, or uncovered by a closing card. Only the
// pointer's own movement is followed by "move", so that counts, unless it is synthetic or a button is pressed, which selects text
// or drags. The browser also fires "leave" when the badge itself was moved away: then the pointer leaves once it moves.

export type PointingOptions = {
  readonly element: HTMLElement;
  readonly onPoint: () => void;
  readonly onLeave: () => void;
};

export function watchPointing({ element, onPoint, onLeave }: PointingOptions): void {
  let isPointedAt = false;
  /** The element's position on the page, which scrolling does not change. */
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
