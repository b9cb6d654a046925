// Where a badge is placed: beside the end of the headline; narrow or below it if there is no room; else nowhere.
import { describe, expect, it } from 'vitest';
import {
  type Box,
  boxOf,
  findSpot,
  findSpotBelow,
  isOverlapping,
  type SpotQuestion,
} from '../../../../utils/badges/overlay/find-spot.ts';

const wide = { width: 60, height: 24 };
const narrow = { width: 26, height: 24 };
const line: Box = { left: 100, top: 200, right: 300, bottom: 220 };

const question = (changes: Partial<SpotQuestion> = {}): SpotQuestion => ({
  line,
  isRightToLeft: false,
  limit: { left: 0, top: -1e9, right: 1000, bottom: 1e9 },
  wide,
  narrow,
  isFree: () => true,
  ...changes,
});
const limitTo = (right: number) => ({ left: 0, top: -1e9, right, bottom: 1e9 });
const except =
  (...taken: Box[]) =>
  (box: Box) =>
    !taken.some((other) => isOverlapping(box, other));

describe('after the last line', () => {
  it('stands beside the end of the text, level with its middle', () => {
    expect(findSpot(question())).toEqual({ left: 306, top: 198, isNarrow: false });
  });

  it('stands at the left of text that runs to the left', () => {
    expect(findSpot(question({ isRightToLeft: true }))).toEqual({ left: 34, top: 198, isNarrow: false });
  });

  it.each([
    ['just fits', 366, false],
    ['is one pixel too wide', 365, true],
  ])('takes the narrow form when the wide one %s', (_, right, isNarrow) => {
    expect(findSpot(question({ limit: limitTo(right) }))).toMatchObject({ top: 198, isNarrow });
  });

  it('takes the narrow form where something stands further on', () => {
    const button = { left: 340, top: 190, right: 400, bottom: 230 };
    expect(findSpot(question({ isFree: except(button) }))).toMatchObject({ left: 306, isNarrow: true });
  });
});

describe('where the line is full', () => {
  it('stands below it', () => {
    expect(findSpot(question({ limit: limitTo(310) }))).toEqual({ left: 100, top: 221, isNarrow: false });
  });

  it('stands nowhere when what follows below is text', () => {
    const below = { left: 90, top: 222, right: 310, bottom: 300 };
    expect(findSpot(question({ limit: limitTo(310), isFree: except(below) }))).toBeNull();
  });

  it('stands nowhere where the box is cut off under the line', () => {
    expect(findSpot(question({ limit: { left: 90, top: 190, right: 310, bottom: 222 } }))).toBeNull();
  });
});

describe('the badge of a link that is pointed at', () => {
  it('goes below the line, free or not', () => {
    expect(findSpotBelow(question(), null)).toEqual({ left: 100, top: 221, isNarrow: false });
  });

  it.each([
    [110, false, 122],
    [290, true, 218],
  ])('leaves the way straight down to a pointer at %i', (pointerX, isRightToLeft, left) => {
    expect(findSpotBelow(question({ isRightToLeft }), pointerX)).toMatchObject({ left, top: 221 });
  });

  it('stays inside the window', () => {
    const spot = findSpotBelow(question({ line: { ...line, left: 980, right: 1000 } }), null);
    expect(boxOf(spot, { wide, narrow }).right).toBe(1000);
  });
});
