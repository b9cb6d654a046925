// Finds the links to articles in a run of links, one for each story card, in steps short enough for any page.
//
// A card's picture, headline and "read more" lead to one article and follow each other: of neighbours with one target the
// heading wins, else the first with words; where one of the few links before and after the run leads where one of the run
// does, it is judged too, because a card may lie across its end. Links without words of their own come last: they count only where a headline stands unlinked beside them.
import { findFirst, textOf } from '../page/dom.ts';
import { countWords, firstWordOf, HEADLINE_WORDS_MIN } from './count-words.ts';
import { hasBox } from './link-dom.ts';
import type { PlaceFinder } from './link-place.ts';
import type { LinkRun } from './link-runs.ts';
import { targetOf } from './link-target.ts';
import { MORE_WORDS } from './link-words.ts';
import { findHeadlineBeside, findRepeatedHeading, type Headline, readHeadline } from './read-headline.ts';
import { isInRunningText } from './running-text.ts';
import type { FoundLink } from './story-link.ts';
import { findDrawn } from './visible-text.ts';
import { TEXT_POINTS_MAX, weighAddress, weighText } from './weigh-story-link.ts';

/** Between two chances to stop: a link costs some ten microseconds, a hostile one a hundred times that. */
const STEP_LINKS = 8;
/** Between the first and the last link of a card are its section, its author, its comments. */
const CARD_LINKS = 4;
/** A heading says that its link is what the card is about. */
const HEADING_POINTS = 1.5;
/** In characters, indentation included. */
const QUICK_TEXT_MAX = 1_200;
/** In characters. */
const MORE_TEXT_MAX = 28;

export type Search = {
  /** The page's own address without a fragment: links to it lead nowhere else. */
  readonly pageAddress: string;
  readonly placeOf: PlaceFinder;
  /** Is told of every link of the run. */
  readonly onLooked: (link: Element) => void;
  /** A link to an article that is not to be seen now. */
  readonly onHidden: (link: Element) => void;
};

type Found = { readonly story: FoundLink; readonly isHeading: boolean; readonly isOfRun: boolean };

export function* findStoryLinks(run: LinkRun, search: Search): Generator<void, FoundLink[]> {
  const { links, start, end } = run;
  const found: Found[] = [];
  const wordless: HTMLAnchorElement[] = [];
  const { from, until } = yield* findCardEnds(run, search.pageAddress);
  for (let index = from; index < until; index++) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    const link = links[index];
    if (!(link instanceof HTMLAnchorElement)) continue;
    const isOfRun = index >= start && index < end;
    if (isOfRun) search.onLooked(link);
    const text = quickText(link);
    const isWordless = isMoreText(text) || text === '';
    if (!isWordless && countWords(text) >= HEADLINE_WORDS_MIN) {
      const headline = isAddress(text) ? null : judge(link, text, search);
      if (headline !== null) addFound(found, { ...headline, isOfRun });
    } else if (isOfRun && (isWordless || findFirst(link, 'img,picture') !== null)) wordless.push(link);
  }
  yield* addWordless(found, wordless, search);
  return found.flatMap(({ story, isOfRun }) => (isOfRun ? [story] : []));
}

/** From the first to behind the last link whose card may have a link in the run; the others are judged with their own runs. */
function* findCardEnds(
  { links, start, end }: LinkRun,
  pageAddress: string,
): Generator<void, { readonly from: number; readonly until: number }> {
  const pageAt = (index: number): string | null => {
    const link = links[index];
    return link instanceof HTMLAnchorElement ? withoutFragment(targetOf(link, pageAddress)) : null;
  };
  const pages = new Set<string | null>();
  for (let index = start; index < end; index++) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    pages.add(pageAt(index));
  }
  pages.delete(null);
  let from = Math.max(0, start - CARD_LINKS);
  while (from < start && !pages.has(pageAt(from))) from += 1;
  let until = Math.min(links.length, end + CARD_LINKS);
  while (until > end && !pages.has(pageAt(until - 1))) until -= 1;
  return { from, until };
}

/** All text in the link, hidden parts too: enough to tell labels from headlines. */
function quickText(link: Element): string {
  return (textOf(link) ?? '').slice(0, QUICK_TEXT_MAX).trim();
}

/** Posts and search results write the address itself. Headlines in scripts without spaces may hold a point, too. */
const ADDRESS_TEXT = /^[\x21-\x7e]+\.[\x21-\x7e]+…?$/;

function isAddress(text: string): boolean {
  return text.includes('.') && ADDRESS_TEXT.test(text);
}

function isMoreText(text: string): boolean {
  return text.length <= MORE_TEXT_MAX && MORE_WORDS.has(firstWordOf(text));
}

function judge(link: HTMLAnchorElement, text: string, search: Search): Omit<Found, 'isOfRun'> | null {
  const { pageAddress, placeOf } = search;
  const address = targetOf(link, pageAddress);
  if (address === null) return null;
  const points = weighAddress(address);
  // In order of cost: most links that are none end here.
  if (points + weighText(text) + HEADING_POINTS <= 0) return null;
  const place = placeOf(link);
  if (place === 'hidden' && !hasBox(link)) search.onHidden(link);
  if (place !== 'content') return null;
  const own = readHeadline(link);
  const headline = own.isHeading ? own : (findRepeatedHeading(link, own.text) ?? own);
  if (countWords(headline.text) < HEADLINE_WORDS_MIN) return null;
  if (points + weighText(headline.text) + (headline.isHeading ? HEADING_POINTS : 0) <= 0) return null;
  if (!headline.isHeading && isInRunningText(link, text)) return null;
  return toFound({ link, address, headline }, search);
}

type Parts = { readonly link: HTMLAnchorElement; readonly address: string; readonly headline: Headline };

/** Null for what is hidden: pages hold a card twice, for small and for large windows. */
function toFound({ link, address, headline }: Parts, { onHidden }: Search): Omit<Found, 'isOfRun'> | null {
  const { text, anchor, isHeading } = headline;
  const drawn = findDrawn(anchor) ?? (hasBox(link) ? anchor : null);
  if (drawn === null) onHidden(link);
  return drawn && { story: { anchor: drawn, link, address, text }, isHeading };
}

function addFound(found: Found[], next: Found): void {
  const last = found.at(-1);
  if (last === undefined || !isSameTarget(last.story.address, next.story.address)) found.push(next);
  else if (next.isHeading && !last.isHeading) found[found.length - 1] = next;
}

/** Without their fragments: the comments of an article are on its page. */
function isSameTarget(a: string, b: string): boolean {
  return a === b || withoutFragment(a) === withoutFragment(b);
}

const withoutFragment = (address: string | null) => address?.split('#', 1)[0] ?? null;

function* addWordless(found: Found[], links: readonly HTMLAnchorElement[], search: Search): Generator<void, void> {
  const addresses = new Set(found.map(({ story }) => story.address));
  const claimed = new Set<Element>();
  for (const [index, link] of links.entries()) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    const address = targetOf(link, search.pageAddress);
    if (address === null || addresses.has(address)) continue;
    addresses.add(address);
    const points = weighAddress(address);
    // Looking for a headline is dear.
    if (points + TEXT_POINTS_MAX + HEADING_POINTS <= 0 || search.placeOf(link) !== 'content') continue;
    const headline = findHeadlineBeside(link);
    if (headline === null || claimed.has(headline.anchor)) continue;
    if (points + weighText(headline.text) + HEADING_POINTS <= 0) continue;
    claimed.add(headline.anchor);
    const shown = toFound({ link, address, headline }, search);
    if (shown !== null) found.push({ ...shown, isOfRun: true });
  }
}
