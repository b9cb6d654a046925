// Decides which words of a link are the headline, and where they end: card links contain a picture, label, headline and lead.
import { closestOf, findFirst, firstChildOf, firstOf, parentOf, tagOf } from '../page/dom.ts';
import { countWords, HEADLINE_WORDS_MIN } from './count-words.ts';
import { findIn, nextElementOf } from './link-dom.ts';
import { textEndOf, visibleText } from './visible-text.ts';

export type Headline = {
  readonly text: string;
  /** The headline ends with this element's last text. */
  readonly anchor: Element;
  readonly isHeading: boolean;
};

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
/** Names that cards give to their headline. */
const NAMED =
  '[itemprop="headline"],[data-tb-title],[class*="headline" i],[class*="title" i],[data-testid*="headline" i]';
/** In characters. A longer text includes the lead, or the whole card. */
const HEADLINE_MAX = 160;
const HEADING_LEVELS = 3;
const CARD_HEADINGS_MAX = 4;
const BLOCKS_MAX = 40;

export function readHeadline(link: Element): Headline {
  const text = visibleText(link);
  if (firstChildOf(link) === null) return { text, anchor: link, isHeading: isInHeading(link) };
  const inner = findHighestHeading(link);
  const part = inner ?? findFirst(link, NAMED) ?? (text.length > HEADLINE_MAX ? findFirstBlock(link) : null);
  const words = part === null ? '' : visibleText(part);
  if (part === null || countWords(words) < HEADLINE_WORDS_MIN) {
    return { text, anchor: textEndOf(link), isHeading: isInHeading(link) };
  }
  return { text: words, anchor: textEndOf(part), isHeading: inner !== null || isInHeading(link) };
}

/** Labels above a headline are headings too, of a lower rank. */
function findHighestHeading(link: Element): Element | null {
  const [first = null, ...others] = firstOf(findIn(link, HEADINGS), CARD_HEADINGS_MAX);
  let highest = first;
  for (const heading of others) if (highest !== null && rankOf(heading) < rankOf(highest)) highest = heading;
  return highest;
}

const rankOf = (heading: Element): number => Number(tagOf(heading).slice(1)) || 0;

function isInHeading(link: Element): boolean {
  let at = parentOf(link);
  for (let level = 0; at !== null && level < HEADING_LEVELS; level++, at = parentOf(at)) {
    const tag = tagOf(at);
    if (tag.length === 2 && tag.startsWith('h') && tag !== 'hr') return true;
  }
  return false;
}

/** The first block of text with the length of a headline. */
function findFirstBlock(link: Element): Element | null {
  const blocks = findIn(link, '*');
  for (let i = 0; i < Math.min(blocks.length, BLOCKS_MAX); i++) {
    const block = blocks[i];
    if (block === undefined || firstChildOf(block) !== null) continue;
    const text = visibleText(block);
    if (text.length <= HEADLINE_MAX && countWords(text) > HEADLINE_WORDS_MIN) return block;
  }
  return null;
}

const CARD_LEVELS = 4;
/** Without h1: the page's own headline is not part of a card. */
const CARD_HEADINGS = 'h2,h3,h4,h5,h6,[role="heading"]';
const CARD_LINKS_MAX = 8;
/** An element with more children is a list of cards: searching a long one for each link would block the page for seconds. */
const CARD_PARTS_MAX = 30;

/** The heading that a link stretched over its whole card repeats as hidden text. */
export function findRepeatedHeading(link: Element, text: string): Headline | null {
  const card = parentOf(link);
  const heading = card === null ? null : findCardHeading(card);
  if (heading === null || findFirst(heading, 'a[href]') !== null || visibleText(heading) !== text) return null;
  return { text, anchor: textEndOf(heading), isHeading: true };
}

function findCardHeading(card: Element): Element | null {
  let parts = 0;
  for (let part = firstChildOf(card); part !== null; part = nextElementOf(part)) {
    parts += 1;
    if (parts > CARD_PARTS_MAX) return null;
  }
  return findFirst(card, CARD_HEADINGS);
}

/** The unlinked headline beside a picture's link or a "read more". */
export function findHeadlineBeside(link: Element): Headline | null {
  let card = parentOf(link);
  for (let level = 0; card !== null && level < CARD_LEVELS; level++, card = parentOf(card)) {
    const tag = tagOf(card);
    if (tag === 'body' || tag === 'main') return null;
    const heading = findCardHeading(card);
    if (heading === null) continue;
    // This is the headline of another card, or of a whole section.
    if (findFirst(heading, 'a[href]') !== null || closestOf(heading, 'a[href]') !== null) return null;
    if (findIn(card, 'a[href]').length > CARD_LINKS_MAX) return null;
    const text = visibleText(heading);
    return countWords(text) < HEADLINE_WORDS_MIN ? null : { text, anchor: textEndOf(heading), isHeading: true };
  }
  return null;
}
