// Measures how a page is built: one body of running text, or many teasers, headlines and links.
import {
  attributeOf,
  bodyOf,
  closestOf,
  findAll,
  findByTag,
  findFirst,
  firstChildOf,
  linksOf,
  parentOf,
  tagOf,
  textOf,
  textUpTo,
} from './dom.ts';
import { collapse, cutText, textWeight } from './plain-text.ts';
import type { RegionFinder } from './region.ts';
import { type Paragraph, readTextBlocks } from './text-blocks.ts';

const PARAGRAPHS_MAX = 1_500;
const LINKS_MAX = 1_500;
const PARAGRAPH_TEXT_MAX = 4_000;
/** Shorter ones are captions, bylines and labels. */
const PARAGRAPH_WEIGHT_MIN = 50;
/** With less text in <p> than this, a page may keep its text elsewhere. */
const FEW_PARAGRAPHS_WEIGHT = 800;
const HEADLINE_WEIGHT_MIN = 28;

export type Structure = {
  readonly headings: readonly Heading[];
  /** All running text, furniture and announcements left out. */
  readonly running: readonly PlacedParagraph[];
  /** Running text of the part that holds most of it. */
  readonly body: readonly Paragraph[];
  readonly bodyWeight: number;
  /** Running text in other parts, furniture left out. */
  readonly otherWeight: number;
  /** Paragraphs that stand beside a linked headline of their own. */
  readonly teasers: number;
  /** Headings that are links, outside furniture. */
  readonly linkedHeadings: number;
  /** Links outside running text whose words are as long as a headline. */
  readonly headlineLinks: number;
  readonly links: number;
  /** Links that ask to buy or try something. */
  readonly salesCalls: number;
};

/** `isTitle`: it stands outside furniture and is no link to somewhere else, as a logo is. */
export type Heading = { readonly element: Element; readonly text: string; readonly isTitle: boolean };

/** `under` is the index of the heading that it follows, −1 before the first. */
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
    const blocks = yield* readTextBlocks(document, root, regionOf);
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

/** Pages that append the next article have several titles; each paragraph belongs to the last one before it. */
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

function weigh(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { weight }) => sum + weight, 0);
}

function elementsOf(found: ArrayLike<Element>, max: number): Element[] {
  return Array.prototype.slice.call(found, 0, max);
}

function readHeadings(document: Document, regionOf: RegionFinder): Heading[] {
  return elementsOf(findByTag(document, 'h1'), 20)
    .map((element) => {
      const text = cutText(collapse(textUpTo(document, element, 2_000)), 400);
      const parent = parentOf(element);
      const isLink = parent !== null && (tagOf(parent) === 'a' || findFirst(element, 'a[href="/"]') !== null);
      return { element, text, isTitle: !isLink && regionOf(parent) === 'content' };
    })
    .filter(({ text }) => text !== '');
}

/** The link inside the heading, or the heading inside a link. */
function readLinkedHeadings(document: Document, regionOf: RegionFinder): Element[] {
  const linked: Element[] = [];
  const headings = LINKED_HEADINGS.flatMap((tag) => elementsOf(findByTag(document, tag), LINKED_HEADINGS_MAX));
  for (const heading of headings) {
    const inner = findFirst(heading, 'a[href]:not([href^="#"])');
    if (inner === null && closestOf(heading, 'a[href]') === null) continue;
    const element = inner ?? heading;
    if (regionOf(parentOf(element)) !== 'content') continue;
    if ((textOf(element) ?? '').trim().length >= LINKED_HEADING_MIN) linked.push(element);
  }
  return linked;
}

const LINKED_HEADINGS = ['h2', 'h3', 'h4'];
const LINKED_HEADINGS_MAX = 200;
/** Shorter ones are "More" and names of sections. */
const LINKED_HEADING_MIN = 12;

function* readParagraphs(document: Document, regionOf: RegionFinder): Generator<void, Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  const found = elementsOf(findByTag(document, 'p'), PARAGRAPHS_MAX);
  let count = 0;
  for (const element of found) {
    if (++count % 100 === 0) yield;
    const raw = textOf(element) ?? '';
    if (raw.length < 20) continue;
    const text = collapse(raw.slice(0, PARAGRAPH_TEXT_MAX));
    const weight = textWeight(text);
    if (weight < PARAGRAPH_WEIGHT_MIN) continue;
    const parent = parentOf(element);
    if (parent === null || regionOf(parent) === 'furniture' || isInside(parent, CAPTION_TAGS)) continue;
    if (firstChildOf(element) !== null && linkWeight(element) > weight / 2) continue;
    paragraphs.push({ element, text, weight });
  }
  return paragraphs;
}

const CAPTION_TAGS = new Set(['figure', 'figcaption', 'a', 'label', 'td', 'caption']);

function isInside(element: Element, tags: ReadonlySet<string>): boolean {
  let at: Element | null = element;
  for (let i = 0; at !== null && i < 3; i++, at = parentOf(at)) if (tags.has(tagOf(at))) return true;
  return false;
}

function linkWeight(element: Element): number {
  let sum = 0;
  for (const link of elementsOf(findAll(element, 'a'), 50)) sum += collapse((textOf(link) ?? '').slice(0, 500)).length;
  return sum;
}

const BLOCK_LEVELS = 4;

/** More text than this is no announcement: an article without paragraph elements can be one block with one linked heading. */
const TEASER_WEIGHT_MAX = 700;

/** A block with a linked headline and at most two short paragraphs announces another page. */
function findTeaserBlocks(linked: readonly Element[], paragraphs: readonly Paragraph[]): Set<Element> {
  if (linked.length === 0) return new Set();
  const blocks = new Map<Element, { texts: number; weight: number }>();
  for (const element of linked) for (const block of blocksAbove(element)) blocks.set(block, { texts: 0, weight: 0 });
  for (const { element, weight } of paragraphs) {
    for (const block of blocksAbove(element)) {
      const sum = blocks.get(block);
      if (sum === undefined) continue;
      sum.texts += 1;
      sum.weight += weight;
    }
  }
  const teasers = new Set<Element>();
  for (const [block, { texts, weight }] of blocks) if (texts <= 2 && weight <= TEASER_WEIGHT_MAX) teasers.add(block);
  return teasers;
}

function blocksAbove(element: Element): Element[] {
  const above: Element[] = [];
  let at = parentOf(element);
  for (let level = 0; at !== null && level < BLOCK_LEVELS; level++, at = parentOf(at)) {
    const tag = tagOf(at);
    if (tag === 'body' || tag === 'main') break;
    above.push(at);
  }
  return above;
}

function hasAncestorIn(element: Element, blocks: ReadonlySet<Element>): boolean {
  let at = parentOf(element);
  for (let level = 0; at !== null && level < BLOCK_LEVELS; level++, at = parentOf(at)) if (blocks.has(at)) return true;
  return false;
}

/** Sections wrap paragraphs several deep; each level up has to bring in a quarter more text to be preferred. */
const VOTE_LEVELS = 6;
const VOTE_DECAY = 0.8;

/** Paragraphs vote for their parent fully and for those above it by less; the best voted holds the body. */
function pickBody(paragraphs: readonly Paragraph[], linkedHeadings: number): Paragraph[] {
  const votes = new Map<Element, number>();
  for (const { element, weight } of paragraphs) {
    let share = 1;
    let at = parentOf(element);
    for (let level = 0; at !== null && level < VOTE_LEVELS; level++, at = parentOf(at)) {
      votes.set(at, (votes.get(at) ?? 0) + weight * share);
      share *= VOTE_DECAY;
    }
  }
  let best: Element | null = null;
  let most = 0;
  for (const [element, vote] of votes) {
    if (vote > most) {
      best = element;
      most = vote;
    }
  }
  const inside = (container: Element) =>
    paragraphs.filter(({ element }) => Node.prototype.contains.call(container, element));
  if (best === null) return [];
  const body = inside(best);
  if (linkedHeadings * SECTIONED_PARAGRAPHS > paragraphs.length) return body;
  return gatherSections(best, body, { whole: weigh(paragraphs), inside });
}

/** A guide has at least this many paragraphs for each linked heading; lists of announcements have one or two. */
const SECTIONED_PARAGRAPHS = 4;
/** The body of an article has this share of the page's running text; what is less is one of its sections. */
const BODY_SHARE = 0.6;
const SECTION_LEVELS = 10;

type Sectioned = { readonly whole: number; readonly inside: (container: Element) => Paragraph[] };

/** Some guides wrap every section many levels deep: the body is then the least element that holds most of their text. */
function gatherSections(section: Element, body: Paragraph[], { whole, inside }: Sectioned): Paragraph[] {
  let gathered = body;
  let at = parentOf(section);
  for (let level = 0; at !== null && level < SECTION_LEVELS && weigh(gathered) < whole * BODY_SHARE; level++) {
    gathered = inside(at);
    at = parentOf(at);
  }
  return gathered;
}

const SALES_CALL =
  /^(?:get started|start (?:now|free|your)|try (?:it |for )?(?:free|now)|(?:request|book|get|schedule|see) a (?:free )?(?:demo|quote|call|consultation|tour)|free trial|start (?:a |my )?free trial|contact sales|talk to (?:sales|an? expert)|sign up (?:free|now|for free)|buy now|shop now|add to (?:cart|bag|basket)|get a quote|apply now|jetzt (?:kaufen|testen|starten)|kostenlos testen|demo anfordern|in den warenkorb|acheter|essai gratuit|comprar|prueba gratis|solicitar)/i;

type LinkTexts = { readonly links: number; readonly headlineLinks: number; readonly salesCalls: number };

function* readLinkTexts(document: Document, regionOf: RegionFinder): Generator<void, LinkTexts> {
  const found = elementsOf(linksOf(document), LINKS_MAX);
  const seen = new Set<string>();
  let salesCalls = 0;
  let count = 0;
  for (const link of found) {
    if (++count % 200 === 0) yield;
    const parent = parentOf(link);
    if (parent === null || tagOf(parent) === 'p' || regionOf(parent) === 'furniture') continue;
    const raw = textOf(link) ?? '';
    if (raw.length < 6) continue;
    const text = collapse(raw.slice(0, 600));
    if (text.length <= 40 && SALES_CALL.test(text)) salesCalls += 1;
    if (textWeight(text) < HEADLINE_WEIGHT_MIN) continue;
    const href = attributeOf(link, 'href');
    // Tables of contents lead nowhere else.
    if (!href.startsWith('#')) seen.add(href);
  }
  return { links: found.length, headlineLinks: seen.size, salesCalls };
}
