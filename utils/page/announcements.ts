// Finds announcements of other pages: headings that are links, and the short texts beside them (teasers).
import { closestOf, findByTag, findFirst, firstOf, parentOf, tagOf, textOf } from './dom.ts';
import type { RegionFinder } from './region.ts';
import type { Paragraph } from './text-blocks.ts';

/** For each heading that is a link, in the page's content: the link inside it, or the heading that is inside a link. */
export function readLinkedHeadings(document: Document, regionOf: RegionFinder): Element[] {
  const linked: Element[] = [];
  const headings = LINKED_HEADINGS.flatMap((tag) => firstOf(findByTag(document, tag), LINKED_HEADINGS_MAX));
  for (const heading of headings) {
    const inner = findFirst(heading, 'a[href]:not([href^="#"])');
    if (inner === null && closestOf(heading, 'a[href]') === null) continue;
    const element = inner ?? heading;
    if (regionOf(parentOf(element)) !== 'content') continue;
    if (textOf(element).trim().length >= LINKED_HEADING_MIN) linked.push(element);
  }
  return linked;
}

const LINKED_HEADINGS = ['h2', 'h3', 'h4'];
const LINKED_HEADINGS_MAX = 200;
/** In characters: shorter ones are "More" and names of sections. */
const LINKED_HEADING_MIN = 12;

/** How many ancestors of a linked heading or paragraph are looked at. */
const BLOCK_LEVELS = 4;

/**
 * In Latin-like characters. A block with more text is no announcement: an article without paragraph elements can be one
 * block with one linked heading.
 */
const TEASER_WEIGHT_MAX = 700;

/** A block with a linked headline and at most two short paragraphs announces another page. */
export function findTeaserBlocks(linked: readonly Element[], paragraphs: readonly Paragraph[]): Set<Element> {
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

export function hasAncestorIn(element: Element, blocks: ReadonlySet<Element>): boolean {
  let at = parentOf(element);
  for (let level = 0; at !== null && level < BLOCK_LEVELS; level++, at = parentOf(at)) if (blocks.has(at)) return true;
  return false;
}
