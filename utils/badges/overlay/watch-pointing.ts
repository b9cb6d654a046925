// Tells when a pointer comes onto a badge by its own movement, and when it goes.
//
// A browser says "enter" also when the page is what moved: scrolled under a pointer that rests, or laid bare by a card
// that closed. Only its own movement is followed by "move", and only that is meant; not one that the page's script tells of.

export type PointingOptions = {
  readonly element: HTMLElement;
  readonly onPoint: () => void;
  readonly onLeave: () => void;
};

export function watchPointing({ element, onPoint, onLeave }: PointingOptions): void {
  let isPointedAt = false;
  const onMove = ({ pointerType, isTrusted }: PointerEvent) => {
    if (isPointedAt || !isTrusted || pointerType === 'touch') return;
    isPointedAt = true;
    onPoint();
  };
  element.addEventListener('pointermove', onMove, { passive: true });
  element.addEventListener('pointerleave', () => {
    isPointedAt = false;
    onLeave();
  });
}
