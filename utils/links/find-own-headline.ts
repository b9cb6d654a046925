// Finds the headline of the article that is open, so that its badge can stand there too; front and section pages have none.
import { closestOf, findByTag, findFirst } from '../page/dom.ts';
import { countWords, HEADLINE_WORDS_MIN } from './count-words.ts';
import { textEndOf, visibleText } from './link-dom.ts';
import type { PlaceFinder } from './link-place.ts';
import type { StoryLink } from './story-link.ts';
import { TEXT_POINTS_MAX, weighAddress, weighText } from './weigh-story-link.ts';

/** Sites mark up logos and labels as main headings too; the article's is among the first. */
const HEADINGS_MAX = 6;

export function findOwnHeadline(document: Document, pageAddress: string, placeOf: PlaceFinder): StoryLink | null {
  const points = weighAddress(pageAddress);
  if (points + TEXT_POINTS_MAX <= 0) return null;
  const headings = findByTag(document, 'h1');
  for (let i = 0; i < Math.min(headings.length, HEADINGS_MAX); i++) {
    const heading = headings[i];
    if (heading === undefined) break;
    const text = visibleText(heading);
    if (countWords(text) < HEADLINE_WORDS_MIN || placeOf(heading) === 'apart') continue;
    if (findFirst(heading, 'a[href]') !== null || closestOf(heading, 'a[href]') !== null) continue;
    if (points + weighText(text) <= 0) return null;
    return { anchor: textEndOf(heading), link: null, address: pageAddress, text };
  }
  return null;
}
