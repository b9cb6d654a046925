// Finds the links to articles in a run of links, one per story card, in steps short enough for any page.
//
// A card's picture, headline and "read more" lead to the same article and follow each other: among neighbours with one target the
// heading wins, otherwise the first with words. Links just before and after the run that share a target with it are judged too,
// because a card may extend across its ends. Links without words come last: they count only beside an unlinked headline.
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

/** Links between two yields: a link takes about ten microseconds, a hostile one a hundred times that. */
const STEP_LINKS = 8;
/** Between the first and the last link of a card there are links to its section, author and comments. */
const CARD_LINKS = 4;
/** A link that is a heading is probably what its card is about. */
const HEADING_POINTS = 1.5;
/** In characters, indentation included. */
const QUICK_TEXT_MAX = 1_200;
/** In characters. */
const MORE_TEXT_MAX = 28;

export type Search = {
  /** The page's own address without fragment: links to it are not article links. */
  readonly pageAddress: string;
  readonly placeOf: PlaceFinder;
  /** Called for every link of the run. */
  readonly onScanned: (link: Element) => void;
  /** Called for an article's link that is not visible now. */
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
    if (isOfRun) search.onScanned(link);
    const text = quickText(link);
    const isWordless = isMoreText(text) || text === '';
    if (!isWordless && countWords(text) >= HEADLINE_WORDS_MIN) {
      const headline = isAddress(text) ? null : judge({ link, text }, search);
      if (headline !== null) addFound(found, { ...headline, isOfRun });
    } else if (isOfRun && (isWordless || findFirst(link, 'img,picture') !== null)) wordless.push(link);
  }
  yield* addWordless(found, { links: wordless, search });
  return found.flatMap(({ story, isOfRun }) => (isOfRun ? [story] : []));
}

/** The range of links whose cards may have a link in the run; links outside the run are reported with their own runs. */
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

/** All text of the link, including hidden parts: enough to distinguish labels from headlines. */
function quickText(link: Element): string {
  return (textOf(link) ?? '').slice(0, QUICK_TEXT_MAX).trim();
}

/** Posts and search results show the address as text. Headlines in scripts without spaces may contain a dot too. */
const ADDRESS_TEXT = /^[\x21-\x7e]+\.[\x21-\x7e]+…?$/;

function isAddress(text: string): boolean {
  return text.includes('.') && ADDRESS_TEXT.test(text);
}

function isMoreText(text: string): boolean {
  return text.length <= MORE_TEXT_MAX && MORE_WORDS.has(firstWordOf(text));
}

type Candidate = { readonly link: HTMLAnchorElement; readonly text: string };

function judge({ link, text }: Candidate, search: Search): Omit<Found, 'isOfRun'> | null {
  const { pageAddress, placeOf } = search;
  const address = targetOf(link, pageAddress);
  if (address === null) return null;
  const points = weighAddress(address);
  // In order of cost: most links that lead to no article end here.
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

/** Null for hidden links: some pages contain each card twice, for small and large windows. */
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

/** Compared without fragments: an article's comments are on its own page. */
function isSameTarget(a: string, b: string): boolean {
  return a === b || withoutFragment(a) === withoutFragment(b);
}

const withoutFragment = (address: string | null) => address?.split('#', 1)[0] ?? null;

type Wordless = { readonly links: readonly HTMLAnchorElement[]; readonly search: Search };

function* addWordless(found: Found[], { links, search }: Wordless): Generator<void, void> {
  const addresses = new Set(found.map(({ story }) => story.address));
  const claimed = new Set<Element>();
  for (const [index, link] of links.entries()) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    const address = targetOf(link, search.pageAddress);
    if (address === null || addresses.has(address)) continue;
    addresses.add(address);
    const points = weighAddress(address);
    // Checked before the search for a headline, which is expensive.
    if (points + TEXT_POINTS_MAX + HEADING_POINTS <= 0 || search.placeOf(link) !== 'content') continue;
    const headline = findHeadlineBeside(link);
    if (headline === null || claimed.has(headline.anchor)) continue;
    if (points + weighText(headline.text) + HEADING_POINTS <= 0) continue;
    claimed.add(headline.anchor);
    const shown = toFound({ link, address, headline }, search);
    if (shown !== null) found.push({ ...shown, isOfRun: true });
  }
}
