// Finds running text on pages that do not use <p>: in <div> elements, in table cells of old sites, with paragraphs
// separated by <br><br>.
import { createTextWalker, parentOf, tagOf, textDataOf } from './dom.ts';
import { collapse, textWeight } from './plain-text.ts';
import type { RegionFinder } from './region.ts';

/** `weight` is the text's length in Latin-like characters. */
export type Paragraph = { readonly element: Element; readonly text: string; readonly weight: number };

const NODES_MAX = 20_000;
const PARAGRAPHS_MAX = 1_000;
const NODES_A_STEP = 400;
const TEXT_MAX = 4_000;
/** In Latin-like characters: shorter texts are captions, bylines and labels. */
const WEIGHT_MIN = 60;

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd mark q rb rp rt ruby s samp small span strike ' +
    'strong sub sup time tt u var wbr center'
  ).split(' '),
);
/** Elements whose text is not running text, or is typed by the user. */
const UNREAD = new Set(
  'script style noscript template textarea select option button label svg math object iframe figcaption caption pre head title h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** Where the text of an element belongs: the nearest block, whether in a link, and whether it is read at all. */
type Place = { readonly block: Element; readonly inLink: boolean; readonly isRead: boolean };

export function* readTextBlocks(body: Element, regionOf: RegionFinder): Generator<void, Paragraph[]> {
  const places = new Map<Element, Place>();
  const placeOf = (parent: Element): Place => {
    const known = places.get(parent);
    if (known !== undefined) return known;
    const tag = tagOf(parent);
    const above = INLINE.has(tag) ? parentOf(parent) : null;
    const outer = above === null ? null : placeOf(above);
    const place: Place =
      outer === null
        ? { block: parent, inLink: tag === 'a', isRead: !UNREAD.has(tag) && regionOf(parent) === 'content' }
        : { block: outer.block, inLink: outer.inLink || tag === 'a', isRead: outer.isRead };
    places.set(parent, place);
    return place;
  };

  const paragraphs: Paragraph[] = [];
  let element: Element | null = null;
  let text = '';
  let linked = 0;
  let breaks = 0;
  const finish = () => {
    const words = collapse(text);
    const weight = textWeight(words);
    if (element !== null && weight >= WEIGHT_MIN && linked < words.length / 2) {
      paragraphs.push({ element, text: words, weight });
    }
    text = '';
    linked = 0;
  };
  const walker = createTextWalker(body);
  for (let visited = 1; visited <= NODES_MAX && paragraphs.length < PARAGRAPHS_MAX; visited++) {
    const node = walker.nextNode();
    if (node === null) break;
    if (visited % NODES_A_STEP === 0) yield;
    if (node instanceof Element) {
      breaks = tagOf(node) === 'br' ? breaks + 1 : breaks;
      if (breaks >= 2 && text !== '') finish();
      continue;
    }
    const data = textDataOf(node) ?? '';
    if (data.trim() === '') continue;
    breaks = 0;
    const parent = parentOf(node);
    const place = parent === null ? null : placeOf(parent);
    if (place === null || !place.isRead) continue;
    if (place.block !== element) {
      finish();
      element = place.block;
    }
    if (text.length < TEXT_MAX) text += data.slice(0, TEXT_MAX);
    if (place.inLink) linked += data.trim().length;
  }
  finish();
  return paragraphs;
}
