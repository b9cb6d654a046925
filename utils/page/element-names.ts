// Finds elements by their names (class and id), with one walk over the document for any number of patterns.
//
// A selector with a dozen [class*="…"] takes a millisecond on a large page. The distinct names of such a page are only
// a few hundred short strings.
import { attributeOf, findAll, firstOf } from './dom.ts';

export type ElementNames = {
  count(pattern: RegExp): number;
  /** In document order. */
  find(pattern: RegExp, max: number): Element[];
};

const ELEMENTS_MAX = 5_000;
const CLASS_MAX = 300;
const ID_MAX = 60;

/** Patterns are tested against names of the form "first-class second-class #id". */
export function createElementNames(document: Document): ElementNames {
  let known: { readonly elements: readonly Element[]; readonly places: ReadonlyMap<string, number[]> } | null = null;
  const look = () => {
    known ??= readNames(document);
    return known;
  };
  return {
    count(pattern) {
      let count = 0;
      for (const [name, places] of look().places) if (pattern.test(name)) count += places.length;
      return count;
    },
    find(pattern, max) {
      const { elements, places } = look();
      const found: number[] = [];
      for (const [name, at] of places) if (pattern.test(name)) found.push(...at);
      return found
        .sort((a, b) => a - b)
        .slice(0, max)
        .flatMap((index) => elements[index] ?? []);
    },
  };
}

function readNames(document: Document) {
  const elements = firstOf(findAll(document, '[class],[id]'), ELEMENTS_MAX);
  const places = new Map<string, number[]>();
  for (const [index, element] of elements.entries()) {
    const id = attributeOf(element, 'id');
    const name = attributeOf(element, 'class').slice(0, CLASS_MAX) + (id === '' ? '' : ` #${id.slice(0, ID_MAX)}`);
    const there = places.get(name);
    if (there === undefined) places.set(name, [index]);
    else there.push(index);
  }
  return { elements, places };
}
