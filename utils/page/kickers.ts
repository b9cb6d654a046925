// Separates a headline from its kicker: a short label such as "Politics", above the heading or at its beginning.
import { findAll, firstOf, parentOf, previousOf, textOf } from './dom.ts';
import { collapse, comparable, textWeight } from './plain-text.ts';
import type { Heading } from './structure.ts';

/** In characters: longer texts before a headline are not kickers. */
const KICKER_MAX = 40;
/** In characters before white space is collapsed. */
const RAW_MAX = 999;
/** The kicker may be nested: `<h1><span><a><b>Politics</b></a></span> …</h1>`. */
const ELEMENTS_MAX = 4;
const MARKS = /^[\s:|/·•–—-]+|[\s:|/·•–—-]+$/g;

/** The text of an element at the beginning of the heading, if it is short and more text follows. Else empty. */
export function readKicker(heading: Element, text: string): string {
  const starts = firstOf(findAll(heading, '*'), ELEMENTS_MAX).map(shortTextOf);
  return starts.find((start) => start !== '' && start !== text && text.startsWith(start)) ?? '';
}

/** The short text right before a heading, or before its parent element. Else empty. */
export function readLabelAbove(heading: Element): string {
  const parent = parentOf(heading);
  const above = previousOf(heading) ?? (parent && previousOf(parent));
  return above ? toLabel(shortTextOf(above)) : '';
}

/** Strips punctuation from both ends: "Opinion:" becomes "Opinion". */
export const toLabel = (text: string) => text.replace(MARKS, '');

/** Reads only the beginning, because the element may hold the page's whole text or serialized state. */
function shortTextOf(element: Element): string {
  const text = collapse(textOf(element).slice(0, RAW_MAX));
  return text.length <= KICKER_MAX ? text : '';
}

/** In Latin-like characters: less text after a kicker is not a headline. */
const HEADLINE_WEIGHT_MIN = 15;

/**
 * Removes kickers from headings. It takes a declared title without the label to prove that it is one: in
 * "<em>Dune</em> returns" the first element belongs to the headline.
 */
export function withoutKickers(headings: readonly Heading[], titles: readonly string[]): Heading[] {
  const isDeclared = (text: string) => titles.some((title) => comparable(title).startsWith(comparable(text)));
  return headings.map((heading) => {
    const { text, kicker } = heading;
    const bare = toLabel(text.slice(kicker.length));
    const isKicker = kicker !== '' && textWeight(bare) >= HEADLINE_WEIGHT_MIN && isDeclared(bare) && !isDeclared(text);
    return isKicker ? { ...heading, text: bare } : { ...heading, kicker: '' };
  });
}
