// A snapshot's terms, looked up in the snapshot's own text: a page needs a hundred of forty thousand.
//
// Making a string of each and putting it into a map made opening a sixth slower. Here they are only hashed, in place. Open
// addressing with linear probing: term number + 1 at its hash or in the next free place; at most half are taken, and none
// is freed: the lexicon ignores terms that it has dropped.
import type { LazyTexts } from './byte-reader.ts';
import { FNV_PRIME, hashText } from './fnv.ts';

export type SavedTerms = {
  readonly size: number;
  readonly find: (key: string) => number | undefined;
  readonly key: (term: number) => string;
  readonly surface: (term: number) => string;
  /** The terms without a key, which had been forgotten, in falling order. */
  readonly forgotten: () => number[];
};

/** A term's key is its language's prefix and its stem; its surface is the first `shared` letters of the stem and its ending. */
export type SavedTermParts = {
  /** Key prefixes, by language. */
  readonly prefixes: readonly string[];
  /** By term. */
  readonly languages: Uint8Array;
  readonly stems: LazyTexts;
  readonly shared: Int32Array;
  readonly endings: LazyTexts;
};

export function createSavedTerms({ prefixes, languages, stems, shared, endings }: SavedTermParts): SavedTerms {
  const size = stems.size;
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 2)));
  const mask = places.length - 1;
  const starts = Int32Array.from(prefixes, hashText);
  for (let term = 0; term < size; term++) {
    const text = stems.groupOf(term);
    const end = stems.endOf(term);
    let hash = starts[languages[term] ?? 0] ?? 0; // goes on where `hashText` of the key's prefix stopped
    for (let i = stems.startOf(term); i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
    let place = spread(hash) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = term + 1;
  }
  const keyOf = (term: number) => (prefixes[languages[term] ?? 0] ?? '') + stems.text(term);

  return {
    size,
    find(key) {
      let place = spread(hashText(key)) & mask;
      for (; places[place] !== 0; place = (place + 1) & mask) {
        const term = (places[place] ?? 0) - 1;
        if (keyOf(term) === key) return term;
      }
      return undefined;
    },
    key: keyOf,
    surface: (term) => stems.text(term).slice(0, shared[term]) + endings.text(term),
    forgotten() {
      const forgotten: number[] = [];
      for (let term = size - 1; term >= 0; term--) {
        const isEmpty = stems.startOf(term) === stems.endOf(term);
        if (isEmpty && keyOf(term) === '') forgotten.push(term);
      }
      return forgotten;
    },
  };
}

/** The same for terms that are strings already. */
export function toSavedTerms(keys: readonly string[], surfaces: readonly string[]): SavedTerms {
  const numbers = new Map(keys.map((key, term) => [key, term]));
  return {
    size: keys.length,
    find: (key) => numbers.get(key),
    key: (term) => keys[term] ?? '',
    surface: (term) => surfaces[term] ?? '',
    forgotten: () => [...keys.keys()].filter((term) => keys[term] === '').reverse(),
  };
}

/** Mixes the upper bits into the lower ones, which choose the place. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
