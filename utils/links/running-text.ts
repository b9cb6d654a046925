// Distinguishes references in running text from teasers: a badge in the middle of a paragraph would disturb reading.
import { firstChildOf, parentOf, tagOf, textOf } from '../page/dom.ts';
import { holds, nextElementOf } from './link-dom.ts';

/** Elements between a link in running text and its paragraph. */
const RUNNING_TAGS = new Set('p blockquote li dd td span em strong b i'.split(' '));
const PARAGRAPH_TAGS = new Set(['p', 'blockquote']);
const LEVELS = 4;
/** In characters: with more text around it in its paragraph, a link is a reference. */
const AROUND_MIN = 60;
/** As a share of the link's own text. */
const AROUND_SHARE = 0.6;

export function isInRunningText(link: Element, text: string): boolean {
  let at = parentOf(link);
  for (let level = 0; at !== null && level < LEVELS; level++, at = parentOf(at)) {
    const tag = tagOf(at);
    if (!RUNNING_TAGS.has(tag)) return false;
    if (!PARAGRAPH_TAGS.has(tag)) continue;
    const around = (textOf(at) ?? '').trim().length - text.length;
    return around > Math.max(AROUND_MIN, text.length * AROUND_SHARE) && !isHeadOf(at, link);
  }
  return false;
}

/** Newsletters put headline, line break and lead into one paragraph. */
function isHeadOf(paragraph: Element, link: Element): boolean {
  const first = firstChildOf(paragraph);
  if (first === null || !holds(first, link)) return false;
  const next = nextElementOf(first);
  return next !== null && tagOf(next) === 'br';
}
