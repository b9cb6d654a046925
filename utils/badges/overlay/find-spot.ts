// Finds where a badge can go: after the headline's last line, otherwise close to it, and only on free space.
//
//   … the headline's last line ends ▢16        first choice: beside the end of the text
//   … here ▯                                   the narrow badge, where the wide one does not fit
//   ▢16                                        below the last line
//
// A badge covers nothing that can be read or clicked: without free space there is none until the link is pointed at.

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export type Size = { readonly width: number; readonly height: number };

export type Spot = { readonly left: number; readonly top: number; readonly isNarrow: boolean };

export type SpotQuestion = {
  /** The box of the headline's last line. */
  readonly line: Box;
  readonly isRightToLeft: boolean;
  /** The visible surroundings of the line: the window, and whatever clips it. */
  readonly limit: Box;
  readonly wide: Size;
  readonly narrow: Size;
  /** Below a line the next one may begin anywhere; beside it only things at the line's height are in the way. */
  readonly isFree: (box: Box, where: 'beside' | 'below') => boolean;
};

/** Pixels between text and badge: a word space at headline sizes. */
const GAP = 6;

export function findSpot(question: SpotQuestion): Spot | null {
  for (const { where, ...spot } of candidates(question)) {
    const box = boxOf(spot, question);
    if (isInside(box, question.limit) && question.isFree(box, where)) return spot;
  }
  return null;
}

/** Pixels: a hand does not move straight down. */
const POINTER_GAP = 12;

/**
 * Where the badge of a pointed-at link goes when no space is free: under its last line, inside the window. It then covers
 * something, in a list the next link, so it goes beside the pointer and leaves the pointer's way down the list free.
 */
export function findSpotBelow(question: SpotQuestion, pointerX: number | null): Spot {
  const { line, isRightToLeft, limit, wide } = question;
  const start = pointerX ?? (isRightToLeft ? line.right : line.left);
  const gap = pointerX === null ? 0 : POINTER_GAP;
  const wanted = isRightToLeft ? start - gap - wide.width : start + gap;
  const left = Math.max(limit.left, Math.min(wanted, limit.right - wide.width));
  return { left, top: line.bottom + 1, isNarrow: false };
}

type Candidate = Spot & { readonly where: 'beside' | 'below' };

function candidates({ line, isRightToLeft, wide, narrow }: SpotQuestion): Candidate[] {
  const middle = (line.top + line.bottom) / 2;
  const after = (size: Size): Candidate => ({
    where: 'beside',
    left: isRightToLeft ? line.left - GAP - size.width : line.right + GAP,
    top: middle - size.height / 2,
    isNarrow: size === narrow,
  });
  const below = (size: Size): Candidate => ({
    where: 'below',
    left: isRightToLeft ? line.right - size.width : line.left,
    top: line.bottom + 1,
    isNarrow: size === narrow,
  });
  return [after(wide), after(narrow), below(wide), below(narrow)];
}

export function boxOf({ left, top, isNarrow }: Spot, { wide, narrow }: Pick<SpotQuestion, 'wide' | 'narrow'>): Box {
  const { width, height } = isNarrow ? narrow : wide;
  return { left, top, right: left + width, bottom: top + height };
}

function isInside(box: Box, limit: Box): boolean {
  return box.left >= limit.left && box.right <= limit.right && box.top >= limit.top && box.bottom <= limit.bottom;
}

export function isOverlapping(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
