// Finds the links to articles within a part of the page, one for each story card, in steps short enough for any page.
//
// A card's picture, headline and "read more" lead to one article and follow each other: of neighbours with one target the
// heading wins, else the first with words. Links without words of their own come last: they count only where a headline
// stands unlinked beside them.
import { findFirst, firstChildOf, parentOf, tagOf, textOf } from '../page/dom.ts';
import { countWords, firstWordOf } from './count-words.ts';
import { addressOf, findIn, isElement, matchesOf, type Scope } from './link-dom.ts';
import type { PlaceFinder } from './link-place.ts';
import { MORE_WORDS } from './link-words.ts';
import { findHeadlineBeside, type Headline, readHeadline } from './read-headline.ts';
import { REDIRECTORS } from './redirectors.ts';
import { unwrapRedirects } from './resolve-target.ts';
import type { SiteHints } from './site-hints.ts';
import { siteNameOf } from './site-name.ts';
import { createStoryLink, type StoryLink } from './story-link.ts';
import { weighStoryLink } from './weigh-story-link.ts';

/** Between two chances to stop: a link costs some ten microseconds, a hostile one a hundred times that. */
const STEP_LINKS = 8;
/** A front page has up to two thousand; what lies beyond is not looked at. */
const LINKS_MAX = 5_000;
/** With fewer words a text is a label, a number of comments, a name. */
const WORDS_MIN = 3;
/** A heading says that its link is what the card is about. */
const HEADING_POINTS = 1.5;
/** What words and rank of a headline can add to the points of an address alone: looking for one is dear. */
const HEADLINE_POINTS_MAX = 4.5;
/** Hints say which links lead to articles or other pages; only what is certainly none is left out. */
const HINTED_POINTS = 3;
/** Longer addresses are data. */
const ADDRESS_MAX = 2_048;
/** In characters, indentation included. */
const QUICK_TEXT_MAX = 1_200;
/** In characters. */
const MORE_TEXT_MAX = 28;

export type Search = {
  /** The page's own address: links to it lead nowhere else. */
  readonly pageAddress: string;
  readonly hints: SiteHints | null;
  readonly placeOf: PlaceFinder;
  /** Is told of every link that was looked at. */
  readonly onLooked?: (link: Element) => void;
};

type Found = { readonly story: StoryLink; readonly isHeading: boolean };

export function* findStoryLinks(scope: Scope, search: Search): Generator<void, StoryLink[]> {
  const links = linksIn(scope, search.hints?.link ?? 'a[href]');
  yield;
  const found: Found[] = [];
  const wordless: HTMLAnchorElement[] = [];
  for (let index = 0; index < Math.min(links.length, LINKS_MAX); index++) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    const link = links[index];
    if (!(link instanceof HTMLAnchorElement)) continue;
    search.onLooked?.(link);
    const text = quickText(link);
    if (search.hints !== null || (countWords(text) >= WORDS_MIN && !isMoreText(text))) {
      addFound(found, judge(link, text, search));
    } else if (text === '' || isMoreText(text) || findFirst(link, 'img,picture') !== null) wordless.push(link);
  }
  yield* addWordless(found, wordless, search);
  return found.map(({ story }) => story);
}

function linksIn(scope: Scope, selector: string): ArrayLike<Element> {
  return isElement(scope) && matchesOf(scope, selector) ? [scope] : findIn(scope, selector);
}

/** All text in the link, hidden parts too: enough to tell labels from headlines. */
function quickText(link: Element): string {
  return (textOf(link) ?? '').slice(0, QUICK_TEXT_MAX).trim();
}

function isMoreText(text: string): boolean {
  return text.length <= MORE_TEXT_MAX && MORE_WORDS.has(firstWordOf(text));
}

function judge(link: HTMLAnchorElement, text: string, search: Search): Found | null {
  const address = targetOf(link, search.pageAddress);
  if (address === null) return null;
  const isHinted = search.hints !== null;
  const mostExtra = isHinted ? HINTED_POINTS : HEADING_POINTS;
  if (weighStoryLink(address, text) + mostExtra <= 0) return null;
  if (!isHinted && search.placeOf(link) === 'apart') return null;
  const headline = readHeadline(link);
  if (!isHinted && countWords(headline.text) < WORDS_MIN) return null;
  const extra = isHinted || headline.isHeading ? mostExtra : 0;
  if (weighStoryLink(address, headline.text) + extra <= 0) return null;
  if (!isHinted && !headline.isHeading && isInRunningText(link, text)) return null;
  return toFound(link, address, headline);
}

/** Where the link leads, behind a redirector; null for the page itself, and for what is no page of the web. */
function targetOf(link: HTMLAnchorElement, pageAddress: string): string | null {
  const address = addressOf(link);
  const start = address.indexOf('//') + 2;
  if (!address.startsWith('http') || address.length > ADDRESS_MAX || isSamePage(address, pageAddress)) return null;
  const end = address.indexOf('/', start);
  if (!REDIRECTORS.has(siteNameOf(address.slice(start, end < 0 ? undefined : end)))) return address;
  return URL.canParse(address) ? (unwrapRedirects(new URL(address))?.href ?? address) : null;
}

function isSamePage(address: string, pageAddress: string): boolean {
  const hash = pageAddress.indexOf('#');
  const page = hash < 0 ? pageAddress : pageAddress.slice(0, hash);
  return address.startsWith(page) && (address.length === page.length || address[page.length] === '#');
}

function toFound(link: HTMLAnchorElement, address: string, { text, anchor, isHeading }: Headline): Found {
  return { story: createStoryLink({ anchor, link, address, text }), isHeading };
}

function addFound(found: Found[], next: Found | null): void {
  if (next === null) return;
  const last = found.at(-1);
  if (last === undefined || !isSameTarget(last.story.address, next.story.address)) found.push(next);
  else if (next.isHeading && !last.isHeading) found[found.length - 1] = next;
}

/** Without their fragments: the comments of an article are on its page. */
function isSameTarget(a: string, b: string): boolean {
  return a === b || a.split('#', 1)[0] === b.split('#', 1)[0];
}

const RUNNING_TAGS = new Set('p li blockquote dd td span em strong b i'.split(' '));
/** In characters: a link with so much text around it in one paragraph is a reference, not an announcement. */
const AROUND_MIN = 60;

function isInRunningText(link: Element, text: string): boolean {
  let at = parentOf(link);
  for (let level = 0; at !== null && level < 3; level++, at = parentOf(at)) {
    const tag = tagOf(at);
    if (!RUNNING_TAGS.has(tag)) return false;
    if (tag !== 'p' && tag !== 'blockquote') continue;
    const around = (textOf(at) ?? '').trim().length - text.length;
    return around > Math.max(AROUND_MIN, text.length * 0.6) && !startsWithBreak(at, link);
  }
  return false;
}

/** Newsletters write headline, line break, lead in one paragraph. */
function startsWithBreak(paragraph: Element, link: Element): boolean {
  const first = firstChildOf(paragraph);
  const holdsLink = first !== null && Node.prototype.contains.call(first, link);
  const next = holdsLink ? first.nextElementSibling : null;
  return next !== null && tagOf(next) === 'br';
}

function* addWordless(found: Found[], links: readonly HTMLAnchorElement[], search: Search): Generator<void, void> {
  const addresses = new Set(found.map(({ story }) => story.address));
  const claimed = new Set<Element>();
  for (const [index, link] of links.entries()) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    const address = targetOf(link, search.pageAddress);
    if (address === null || addresses.has(address)) continue;
    addresses.add(address);
    if (weighStoryLink(address, '') + HEADLINE_POINTS_MAX <= 0 || search.placeOf(link) === 'apart') continue;
    const headline = findHeadlineBeside(link);
    if (headline === null || claimed.has(headline.anchor)) continue;
    if (weighStoryLink(address, headline.text) + HEADING_POINTS <= 0) continue;
    claimed.add(headline.anchor);
    found.push(toFound(link, address, headline));
  }
}
