// Copying a string into one piece does not change it.
import { expect, it } from 'vitest';
import { inOnePiece } from '../../../../engine/text/one-piece.ts';

it.each(['', 'a', 'ab', 'article-00012', '𝒜 half of a pair', 'ぁ'])('leaves %j as it is', (text) => {
  expect(inOnePiece(text)).toBe(text);
});
