// Finds where the visible words of a headline end: many links continue with text for screen readers, a label over their picture,
// or an arrow that appears on hover.
import type { StoryLink } from '../../links/story-link.ts';
import { parentOf, textOf } from '../../page/dom.ts';

/** The element that holds the visible end. A part with more than half of the headline's text is never skipped. */
export function findSeenEnd({ anchor, link, text }: StoryLink): Element {
  let end = anchor;
  for (let at: Element | null = anchor; at !== null && at !== link && isTail(at, text); at = parentOf(at)) {
    const { display, opacity } = getComputedStyle(at);
    if (display === 'none' || opacity === '0' || isOutOfLine(at)) end = parentOf(at) ?? end;
  }
  return end;
}

const isTail = (part: Element, text: string): boolean => (textOf(part) ?? '').trim().length * 2 < text.length;

/** Whether the element is positioned out of the text flow around it. */
export const isOutOfLine = (element: Element): boolean => /absolute|fixed/.test(getComputedStyle(element).position);
