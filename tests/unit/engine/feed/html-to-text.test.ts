// The characters that old systems write as references 128 to 159.
import { afterEach, expect, it, vi } from 'vitest';
import { htmlToText } from '../../../../engine/feed/html-to-text.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('reads them as Windows-1252, and leaves those that have no meaning there', () => {
  expect(htmlToText('Bridge \u0093closed\u0094 \u0096 for good', 100)).toBe('Bridge “closed” – for good');
});

it('makes no decoder for each of them: a text full of them would take seconds', () => {
  const made = vi.fn();
  class CountedDecoder extends TextDecoder {
    constructor(label?: string) {
      super(label);
      made();
    }
  }
  vi.stubGlobal('TextDecoder', CountedDecoder);
  htmlToText('\u0081\u0085'.repeat(1000), 100);
  expect(made).not.toHaveBeenCalled();
});
