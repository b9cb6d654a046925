// Measures a page's structure: one body of running text, or many teasers, headlines and links.
import { findTeaserBlocks, hasAncestorIn, readLinkedHeadings } from './announcements.ts';
import {
  bodyOf,
  findAll,
  findByTag,
  findFirst,
  firstChildOf,
  firstOf,
  isTypedInto,
  parentOf,
  tagOf,
  textOf,
  textUpTo,
} from './dom.ts';
import { readKicker } from './kickers.ts';
import { readLinkTexts } from './link-texts.ts';
import { pickBody, weigh } from './pick-body.ts';
import { collapse, cutText, textWeight } from './plain-text.ts';
import type { RegionFinder } from './region.ts';
import { type Paragraph, readTextBlocks } from './text-blocks.ts';

const PARAGRAPHS_MAX = 1_500;
const PARAGRAPH_TEXT_MAX = 4_000;
/** In Latin-like characters: shorter paragraphs are captions, bylines and labels. */
const PARAGRAPH_WEIGHT_MIN = 50;
/** With separators, a shorter one is a line of labels: "19 May 2026 | Updated 20 May 2026, 18:30 | By Ada Lind". */
const SEPARATED_WEIGHT_MIN = 100;
/** In Latin-like characters: a page with less text in <p> may have it in other elements. */
const FEW_PARAGRAPHS_WEIGHT = 800;

export type Structure = {
  readonly headings: readonly Heading[];
  /** All running text, without furniture and announcements. */
  readonly running: readonly PlacedParagraph[];
  /** Running text of the part that holds most of it: the article's, if the page is one. */
  readonly body: readonly Paragraph[];
  readonly bodyWeight: number;
  /** Running text in other parts, in Latin-like characters. */
  readonly otherWeight: number;
  /** Number of paragraphs beside a linked headline. */
  readonly teasers: number;
  /** Number of headings that are links, outside furniture. */
  readonly linkedHeadings: number;
  /** Number of links outside running text whose words are as long as a headline. */
  readonly headlineLinks: number;
  /** Number of all links. */
  readonly links: number;
  /** Number of links that ask to buy or try something. */
  readonly salesCalls: number;
};

/** A main heading: an <h1>. */
export type Heading = {
  readonly element: Element;
  readonly text: string;
  /** Outside furniture, not inside a link, and without a link to the front page (as a logo has). */
  readonly isTitle: boolean;
  /** The label at its beginning, in an element of its own. Empty if there is none. */
  readonly kicker: string;
};

/**
 * `under` is the index of the last heading before the paragraph, −1 before the first. Always 0 on pages of one heading.
 */
export type PlacedParagraph = Paragraph & { readonly under: number };

export function* readStructure(document: Document, regionOf: RegionFinder): Generator<void, Structure> {
  const headings = readHeadings(document, regionOf);
  yield;
  const linked = readLinkedHeadings(document, regionOf);
  yield;
  let paragraphs = yield* readParagraphs(document, regionOf);
  yield;
  const root = bodyOf(document);
  if (weigh(paragraphs) < FEW_PARAGRAPHS_WEIGHT && root !== null) {
    const blocks = yield* readTextBlocks(root, regionOf);
    if (weigh(blocks) > weigh(paragraphs) * 2) paragraphs = blocks;
  }
  const teaserBlocks = findTeaserBlocks(linked, paragraphs);
  const running = paragraphs.filter(({ element }) => !hasAncestorIn(element, teaserBlocks));
  const body = pickBody(running, linked.length);
  const { links, headlineLinks, salesCalls } = yield* readLinkTexts(document, regionOf);
  const bodyWeight = weigh(body);
  return {
    headings,
    running: placeUnderHeadings(running, headings),
    body,
    bodyWeight,
    otherWeight: weigh(running) - bodyWeight,
    teasers: paragraphs.length - running.length,
    linkedHeadings: linked.length,
    headlineLinks,
    links,
    salesCalls,
  };
}

/** Pages that append the next article have several titles. A paragraph belongs to the last one before it. */
function placeUnderHeadings(paragraphs: readonly Paragraph[], headings: readonly Heading[]): PlacedParagraph[] {
  if (headings.length < 2) return paragraphs.map((paragraph) => ({ ...paragraph, under: 0 }));
  let under = -1;
  return paragraphs.map((paragraph) => {
    for (let next = headings[under + 1]; next !== undefined; next = headings[under + 1]) {
      const position = Node.prototype.compareDocumentPosition.call(next.element, paragraph.element);
      if ((position & Node.DOCUMENT_POSITION_FOLLOWING) === 0) break;
      under += 1;
    }
    return { ...paragraph, under };
  });
}

function readHeadings(document: Document, regionOf: RegionFinder): Heading[] {
  // True if the article is in a dialog. The page behind it has a heading of its own, which must not count.
  const isBehind = regionOf(bodyOf(document)) === 'furniture';
  return firstOf(findByTag(document, 'h1'), 20)
    .map((element) => {
      const text = cutText(collapse(textUpTo(element, 2_000)), 400);
      const parent = parentOf(element);
      const isLink = parent !== null && (tagOf(parent) === 'a' || findFirst(element, 'a[href="/"]') !== null);
      const isTitle = !isLink && regionOf(parent) === 'content';
      return { element, text, isTitle, kicker: isTitle ? readKicker(element, text) : '' };
    })
    .filter(({ text, isTitle }) => text !== '' && (isTitle || !isBehind));
}

function* readParagraphs(document: Document, regionOf: RegionFinder): Generator<void, Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  const found = firstOf(findByTag(document, 'p'), PARAGRAPHS_MAX);
  let count = 0;
  for (const element of found) {
    if (++count % 100 === 0) yield;
    const raw = textOf(element);
    if (raw.length < 20) continue;
    const hasCode = firstChildOf(element) !== null && findFirst(element, 'script,style') !== null;
    const text = collapse((hasCode ? readText(element) : raw).slice(0, PARAGRAPH_TEXT_MAX));
    const weight = textWeight(text);
    if (weight < (/ [|·] /.test(text) ? SEPARATED_WEIGHT_MIN : PARAGRAPH_WEIGHT_MIN)) continue;
    const parent = parentOf(element);
    if (parent === null || regionOf(parent) === 'furniture' || isInside(parent, CAPTION_TAGS)) continue;
    if (isTypedInto(element)) continue;
    if (firstChildOf(element) !== null && linkWeight(element) > weight / 2) continue;
    paragraphs.push({ element, text, weight });
  }
  return paragraphs;
}

/** The text without the scripts and styles that some systems put into paragraphs. */
function readText(element: Element): string {
  const code = firstOf(findAll(element, 'script,style'), 20).map((one) => textOf(one));
  return code.reduce((text, one) => (one === '' ? text : text.replace(one, () => ' ')), textOf(element));
}

const CAPTION_TAGS = new Set(['figure', 'figcaption', 'a', 'label', 'td', 'caption']);

function isInside(element: Element, tags: ReadonlySet<string>): boolean {
  let at: Element | null = element;
  for (let i = 0; at !== null && i < 3; i++, at = parentOf(at)) if (tags.has(tagOf(at))) return true;
  return false;
}

function linkWeight(element: Element): number {
  let sum = 0;
  for (const link of firstOf(findAll(element, 'a'), 50)) sum += collapse(textOf(link).slice(0, 500)).length;
  return sum;
}
