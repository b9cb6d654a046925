// The headlines among a page's main headings; apart from what reads them, because the weights are fitted outside a browser.
import type { Heading } from './structure.ts';

export function titlesAmong(headings: readonly Heading[]): readonly Heading[] {
  return headings.filter(({ isTitle }) => isTitle);
}
