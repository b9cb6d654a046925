// Finds where the words of a headline that are seen end: behind them many links say more, to screen readers alone, or lay a
// label over their picture, or keep an arrow that is seen once they are pointed at.
import type { StoryLink } from '../../links/story-link.ts';
import { parentOf, textOf } from '../../page/dom.ts';

/** The part of the headline that holds its seen end. Of what is the most of the headline nothing is left out. */
export function findSeenEnd({ anchor, link, text }: StoryLink): Element {
  let end = anchor;
  for (let at: Element | null = anchor; at !== null && at !== link && isTail(at, text); at = parentOf(at)) {
    const { display, opacity } = getComputedStyle(at);
    if (display === 'none' || opacity === '0' || isOutOfLine(at)) end = parentOf(at) ?? end;
  }
  return end;
}

const isTail = (part: Element, text: string): boolean => (textOf(part) ?? '').trim().length * 2 < text.length;

/** On no line of what is around it. */
export const isOutOfLine = (element: Element): boolean => /absolute|fixed/.test(getComputedStyle(element).position);
