// The card's text has the user's own size, even if the browser enlarges only text.
// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { openLayer } from '../../../../utils/badges/overlay/layer.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Firefox reports every size as it is shown: enlarged, if only text is. */
function readRem({ readerPx, textScale }: { readerPx: number; textScale: number }): string {
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation((element) => {
    const isRuler = element.className === 'ruler';
    return { fontSize: `${(isRuler ? 100 : readerPx) * textScale}px` } as CSSStyleDeclaration;
  });
  const { surface, takeTextSize, close } = openLayer(() => true);
  takeTextSize();
  close();
  return surface.style.getPropertyValue('--rem');
}

it('is the size that the reader chose for the browser', () => {
  expect(readRem({ readerPx: 20, textScale: 1 })).toBe('20px');
});

it('is not enlarged twice in Firefox, which enlarges text alone', () => {
  expect(readRem({ readerPx: 16, textScale: 2 })).toBe('16px');
});
