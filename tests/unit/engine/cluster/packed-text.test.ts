// Values packed into a string are read back unchanged, and damaged strings are recognised.
import { describe, expect, it } from 'vitest';
import {
  createListingReader,
  packText,
  unpackProbes,
  unpackSigns,
  unpackText,
} from '../../../../engine/cluster/packed-text.ts';
import { toWeight } from '../../../../engine/cluster/weights.ts';

const TEXTS = [
  { name: 'empty', terms: [], counts: [], probes: [], signs: [] },
  { name: 'one term', terms: [0], counts: [1], probes: [0], signs: [0] },
  { name: 'counts of one, two and more', terms: [3, 4, 9], counts: [1, 2, 300], probes: [4, 9], signs: [1, 2] },
  {
    name: 'steps at the edge of one character',
    terms: [2730, 5461, 8191],
    counts: [2, 1, 3],
    probes: [],
    signs: [16383],
  },
  {
    name: 'numbers of a large window',
    terms: [5, 70_000, 9_000_000],
    counts: [1, 1, 2],
    probes: [9_000_000],
    signs: [8_388_608],
  },
];

describe.each(TEXTS)('a text with $name', ({ terms, counts, probes, signs }) => {
  const packed = packText({
    terms: Int32Array.from(terms),
    weights: Float32Array.from(counts, toWeight),
    probes: Int32Array.from(probes),
    signs: Int32Array.from(signs),
  });

  it('is unpacked unchanged', () => {
    const unpacked = unpackText(packed);
    expect([...unpacked.terms]).toEqual(terms);
    expect([...unpacked.weights]).toEqual([...Float32Array.from(counts, toWeight)]);
    expect([...unpackProbes(packed)]).toEqual(probes);
    expect([...unpackSigns(packed)]).toEqual(signs);
  });

  it('is listed if all its terms are known, and refused if not', () => {
    const most = Math.max(0, ...terms, ...signs) + 1;
    const listing = createListingReader();
    expect(listing.read(packed, most)).toBe(true);
    expect([...listing.probes()]).toEqual(probes);
    expect(listing.size()).toBe(terms.length);
    if (terms.length + signs.length > 0) expect(listing.read(packed, most - 1)).toBe(false);
    expect(listing.read(`${packed}\u0001`, most)).toBe(false);
    if (terms.length > 0) expect(listing.read(packed.slice(0, -1), most)).toBe(false);
    expect(listing.read(packed, most)).toBe(true); // the refused values leave nothing behind
  });
});
