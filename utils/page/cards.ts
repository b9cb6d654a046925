// Counts the cards of a page: the largest set of similar sibling blocks with a link each, as in the grid of a shop or
// the list of a section.
import { attributeOf, findAll, findFirst, firstOf, parentOf, tagOf } from './dom.ts';
import type { RegionFinder } from './region.ts';

const LINKS_MAX = 800;
const LEVELS = 5;
const STOPS = new Set(['body', 'main', 'article', 'html']);

export function countCards(document: Document, regionOf: RegionFinder): number {
  const counted = new Set<Element>();
  const rows = new Map<Element, Map<string, Element[]>>();
  for (const link of firstOf(findAll(document, 'a[href]:not([href^="#"])'), LINKS_MAX)) {
    if (regionOf(parentOf(link)) === 'furniture') continue;
    let at: Element | null = link;
    for (let level = 0; at !== null && level < LEVELS && !counted.has(at) && !STOPS.has(tagOf(at)); level++) {
      counted.add(at);
      const parent: Element | null = parentOf(at);
      if (parent !== null) {
        const row = rows.get(parent) ?? new Map<string, Element[]>();
        rows.set(parent, row);
        addToRow(row, at);
      }
      at = parent;
    }
  }
  let most = 0;
  for (const row of rows.values()) {
    for (const blocks of row.values()) if (blocks.length > most) most = Math.max(most, blocks.filter(isCard).length);
  }
  return most;
}

/** Blocks are similar if tag and first class are the same. Further classes may say "first" or "odd". */
function addToRow(row: Map<string, Element[]>, block: Element): void {
  const name = `${tagOf(block)}.${attributeOf(block, 'class').trimStart().split(/\s/, 1)[0]}`;
  const blocks = row.get(name);
  if (blocks === undefined) row.set(name, [block]);
  else blocks.push(block);
}

/** Has a picture, a heading, a price or a time, which a plain list of links has not. */
function isCard(block: Element): boolean {
  return findFirst(block, 'img,picture,h2,h3,h4,[class*="price"],time') !== null;
}
