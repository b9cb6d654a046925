// Selects a page's headlines among its main headings. A file of its own without the DOM, because the weights are fitted
// outside a browser.
import type { Heading } from './structure.ts';

export function titlesAmong(headings: readonly Heading[]): readonly Heading[] {
  return headings.filter(({ isTitle }) => isTitle);
}
