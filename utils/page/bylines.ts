// Finds the names of authors as readers see them, in elements that are marked or named as bylines.
import { attributeOf, findAll, parentOf, textUpTo } from './dom.ts';
import { collapse } from './plain-text.ts';
import type { RegionFinder } from './region.ts';

const SELECTOR =
  '[rel~="author"],[itemprop~="author"],[class*="byline" i],[class*="author" i],[class*="autor" i],[class*="auteur" i],[data-testid*="byline" i],[class*="writer" i],[class*="contributor" i]';
const ELEMENTS_MAX = 30;
const BYLINES_MAX = 6;

/** Short texts, cleaned of "By" and of what follows the names; the page's order. */
export function readBylines(document: Document, regionOf: RegionFinder): string[] {
  const found = findAll(document, SELECTOR);
  const bylines: string[] = [];
  for (let i = 0; i < Math.min(found.length, ELEMENTS_MAX) && bylines.length < BYLINES_MAX; i++) {
    const element = found[i];
    if (element === undefined || regionOf(parentOf(element)) === 'furniture') continue;
    const raw = textUpTo(document, element, 300);
    if (raw.length > 300) continue;
    const name = toNames(attributeOf(element, 'content') || raw);
    if (name !== '' && !bylines.includes(name)) bylines.push(name);
  }
  return bylines;
}

const LABEL =
  /^(?:(?:written|reported|posted|published|story|text|words|article|reviewed|updated)?\s*(?:by|von|par|por|di|door|av|af|przez)|text|autor(?:en|in|es)?|authors?|auteurs?|redakteur(?:in)?|от|автор|記者|著者|文)[\s:：]+/i;
/** What stands behind the names: dates, roles, ways to reach them. */
const BEHIND =
  /\s*(?:[|·•–—/(\n]|\s-\s|\d|@|,?\s(?:am|on|le|el|il|in|at)\s+\d|,\s(?:senior|staff|editor|reporter|contribut|correspondent|writer|associate|chief|news|special|redakt|korrespond|journalist|ph\.?d|md|cpa|author)|(?:published|updated|follow|posted|share|last|aktualisiert|staff writer|contributor|min read|minute)\b).*$/is;

export function toNames(text: string): string {
  const names = collapse(collapse(text).replace(LABEL, '').replace(BEHIND, '')).replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  if (names.length < 2 || names.length > 120 || !/\p{L}{2}/u.test(names)) return '';
  // A name begins with a capital or is written in a script without them; sentences and labels are neither.
  if (
    /^\p{Ll}/u.test(names) ||
    /^(?:about|author|authors|by|share|follow|comments?|more|read|view|see|image|photo|all|guest|staff|editor|editorial)\b/i.test(
      names,
    )
  )
    return '';
  return names.split(' ').length <= 12 ? names : '';
}
