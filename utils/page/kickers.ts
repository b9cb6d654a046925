// Parts a headline from the short label that some pages put before it: "Politics" above it, or inside of it.
import { findAll, firstOf, parentOf, previousOf, textOf } from './dom.ts';
import { collapse, comparable, textWeight } from './plain-text.ts';
import type { Heading } from './structure.ts';

/** In characters: longer texts before a headline are lines of their own. */
const KICKER_MAX = 40;
/** With the spaces of the page's source. */
const RAW_MAX = 999;
/** The label's element, and those around it and the rest of the headline. */
const ELEMENTS_MAX = 4;
const MARKS = /^[\s:|/·•–—-]+|[\s:|/·•–—-]+$/g;

/** The short text of an element that a heading begins with, where more text follows. */
export function readKicker(heading: Element, text: string): string {
  const starts = firstOf(findAll(heading, '*'), ELEMENTS_MAX).map(shortTextOf);
  return starts.find((start) => start !== '' && start !== text && text.startsWith(start)) ?? '';
}

/** The short text right before a heading, or before the element that it begins. */
export function readLabelAbove(heading: Element): string {
  const parent = parentOf(heading);
  const above = previousOf(heading) ?? (parent && previousOf(parent));
  return above ? toLabel(shortTextOf(above)) : '';
}

/** "Opinion:" is "Opinion". */
export const toLabel = (text: string) => text.replace(MARKS, '');

/** Of a page's whole text or state, which may stand there too, no more than the beginning is gone through. */
function shortTextOf(element: Element): string {
  const text = collapse(textOf(element).slice(0, RAW_MAX));
  return text.length <= KICKER_MAX ? text : '';
}

/** In Latin-like characters: what is left of a headline says more than a label. */
const HEADLINE_WEIGHT_MIN = 15;

/** A title that is declared without the label bears out that it is one: "<em>Dune</em> returns" is all headline. */
export function withoutKickers(headings: readonly Heading[], titles: readonly string[]): Heading[] {
  const isDeclared = (text: string) => titles.some((title) => comparable(title).startsWith(comparable(text)));
  return headings.map((heading) => {
    const { text, kicker } = heading;
    const bare = toLabel(text.slice(kicker.length));
    const isKicker = kicker !== '' && textWeight(bare) >= HEADLINE_WEIGHT_MIN && isDeclared(bare) && !isDeclared(text);
    return isKicker ? { ...heading, text: bare } : { ...heading, kicker: '' };
  });
}
