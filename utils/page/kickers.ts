// Parts a headline from the short label that some pages put before it: "Politics" above it, or inside of it.
import { findFirst, firstChildOf, parentOf, previousOf, textUpTo } from './dom.ts';
import { collapse, comparable, textWeight } from './plain-text.ts';
import type { Heading } from './structure.ts';

/** Longer texts before a headline are lines of their own. */
const KICKER_MAX = 40;
const LEADING_MARKS = /^[\s:|/·•–—-]+/;
const TRAILING_MARKS = /[\s:|/·•–—-]+$/;
/** How many elements may lie around the label and the rest of the headline together. */
const WRAPPERS_MAX = 3;

/** The text of the first element in a heading, where more text follows. */
export function readKicker(document: Document, heading: Element, text: string): string {
  let first = firstChildOf(heading);
  for (let i = 0; first !== null && i < WRAPPERS_MAX; i++, first = firstChildOf(first)) {
    const inner = shortTextOf(document, first);
    if (inner !== '' && inner !== text) return text.startsWith(inner) ? inner : '';
  }
  return '';
}

/** The short text right before a heading, or before the element that it begins. */
export function readLabelAbove(document: Document, heading: Element): string {
  const parent = parentOf(heading);
  const above = previousOf(heading) ?? (parent === null ? null : previousOf(parent));
  return above === null || findFirst(above, 'h1') !== null ? '' : shortTextOf(document, above);
}

/** "Opinion:" is "Opinion". */
export const toLabel = (text: string) => text.replace(TRAILING_MARKS, '');

function shortTextOf(document: Document, element: Element): string {
  const text = collapse(textUpTo(document, element, KICKER_MAX * 2));
  return text.length <= KICKER_MAX ? text : '';
}

/** In Latin-like characters: what is left of a headline says more than a label. */
const HEADLINE_WEIGHT_MIN = 15;

/** A title that is declared without the label bears out that it is one: "<em>Dune</em> returns" is all headline. */
export function withoutKickers(headings: readonly Heading[], titles: readonly string[]): Heading[] {
  const known = titles.map(comparable);
  return headings.map((heading) => {
    const { text, kicker } = heading;
    if (kicker === '') return heading;
    const bare = text.slice(kicker.length).replace(LEADING_MARKS, '');
    const isKicker =
      textWeight(bare) >= HEADLINE_WEIGHT_MIN &&
      known.some((title) => title.startsWith(comparable(bare))) &&
      !known.some((title) => title.startsWith(comparable(text)));
    return isKicker ? { ...heading, text: bare } : { ...heading, kicker: '' };
  });
}
