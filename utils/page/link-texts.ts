// Counts a page's links by their words: those as long as headlines, and those that ask to buy or try something.
import { attributeOf, firstOf, linksOf, parentOf, tagOf, textOf } from './dom.ts';
import { collapse, textWeight } from './plain-text.ts';
import type { RegionFinder } from './region.ts';

const LINKS_MAX = 1_500;
/** In Latin-like characters. */
const HEADLINE_WEIGHT_MIN = 28;

const SALES_CALL =
  /^(?:get started|start (?:now|free|your)|try (?:it |for )?(?:free|now)|(?:request|book|get|schedule|see) a (?:free )?(?:demo|quote|call|consultation|tour)|free trial|start (?:a |my )?free trial|contact sales|talk to (?:sales|an? expert)|sign up (?:free|now|for free)|buy now|shop now|add to (?:cart|bag|basket)|get a quote|apply now|jetzt (?:kaufen|testen|starten)|kostenlos testen|demo anfordern|in den warenkorb|acheter|essai gratuit|comprar|prueba gratis|solicitar)/i;

type LinkTexts = { readonly links: number; readonly headlineLinks: number; readonly salesCalls: number };

export function* readLinkTexts(document: Document, regionOf: RegionFinder): Generator<void, LinkTexts> {
  const found = firstOf(linksOf(document), LINKS_MAX);
  const seen = new Set<string>();
  let salesCalls = 0;
  let count = 0;
  for (const link of found) {
    if (++count % 200 === 0) yield;
    const parent = parentOf(link);
    if (parent === null || tagOf(parent) === 'p' || regionOf(parent) === 'furniture') continue;
    const raw = textOf(link);
    if (raw.length < 6) continue;
    const text = collapse(raw.slice(0, 600));
    if (text.length <= 40 && SALES_CALL.test(text)) salesCalls += 1;
    if (textWeight(text) < HEADLINE_WEIGHT_MIN) continue;
    const href = attributeOf(link, 'href');
    // Entries of a table of contents do not lead to another page.
    if (!href.startsWith('#')) seen.add(href);
  }
  return { links: found.length, headlineLinks: seen.size, salesCalls };
}
