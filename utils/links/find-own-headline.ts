// Finds the headline of the open article, for its own badge; front and section pages have none.
import { closestOf, findByTag, findFirst, firstOf } from '../page/dom.ts';
import { comparable } from '../page/plain-text.ts';
import { countWords, HEADLINE_WORDS_MIN } from './count-words.ts';
import { findIn, hasBox, titleOf } from './link-dom.ts';
import type { PlaceFinder } from './link-place.ts';
import type { StoryLink } from './story-link.ts';
import { textEndOf, visibleText } from './visible-text.ts';
import { TEXT_POINTS_MAX, weighAddress, weighText } from './weigh-story-link.ts';

/** Sites mark up logos and labels as h1 too; the article's headline is among the first ones. */
const HEADINGS_MAX = 6;
const TITLE_MAX = 500;
/** A heading that makes up a smaller share of the page's title may be the site's name in it. */
const TITLE_PART_MIN = 0.5;

export type OwnHeadlineSearch = {
  readonly page: Document;
  /** Some sites keep their headline in a shadow root. */
  readonly shadows: readonly ShadowRoot[];
  readonly pageAddress: string;
  readonly placeOf: PlaceFinder;
};

/**
 * Of several headings, the one that the page's title contains, otherwise the first: pages that append the next article change to
 * its address and title, and keep both headings.
 */
export function findOwnHeadline({ page, shadows, pageAddress, placeOf }: OwnHeadlineSearch): StoryLink | null {
  const points = weighAddress(pageAddress);
  if (points + TEXT_POINTS_MAX <= 0) return null;
  const title = comparable(titleOf(page).slice(0, TITLE_MAX));
  let first: StoryLink | null = null;
  let undrawn: StoryLink | null = null;
  for (const heading of findHeadings(page, shadows)) {
    const text = visibleText(heading);
    if (countWords(text) < HEADLINE_WORDS_MIN || placeOf(heading) !== 'content') continue;
    if (findFirst(heading, 'a[href]') !== null || closestOf(heading, 'a[href]') !== null) continue;
    if (points + weighText(text) <= 0) break;
    const headline = { anchor: textEndOf(heading), link: null, address: pageAddress, text };
    const words = comparable(text);
    // Some pages have a copy for narrow windows and one for wide ones, of which one is not drawn.
    if (!hasBox(heading)) {
      undrawn ??= headline;
      continue;
    }
    if (title.includes(words) && words.length >= title.length * TITLE_PART_MIN) return headline;
    first ??= headline;
  }
  return first ?? undrawn;
}

function findHeadings(page: Document, shadows: readonly ShadowRoot[]): Element[] {
  const headings = firstOf(findByTag(page, 'h1'), HEADINGS_MAX);
  for (const shadow of shadows) {
    if (headings.length >= HEADINGS_MAX) break;
    headings.push(...firstOf(findIn(shadow, 'h1'), HEADINGS_MAX - headings.length));
  }
  return headings;
}
