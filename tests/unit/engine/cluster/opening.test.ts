// The opening of a text is listed under the same word sequences whether it is read alone or after others.
import { expect, it } from 'vitest';
import { anchorsOf, createAnchorReader, runsOf, toOpening } from '../../../../engine/cluster/opening.ts';

const hashes = (count: number, seed: number) =>
  Array.from({ length: count }, (_, n) => Math.imul(n + seed, 0x9e3779b1));

it('gives the anchors of each opening, however long the one before was', () => {
  const read = createAnchorReader();
  const lengths = [0, 1, 4, 5, 6, 11, 12, 40, 300, 3];
  for (const [seed, title] of lengths.entries()) {
    for (const text of lengths) {
      const opening = toOpening({ title: hashes(title, seed), text: hashes(text, seed + text) });
      expect(read(opening)).toEqual(anchorsOf(runsOf(opening)));
    }
  }
});
