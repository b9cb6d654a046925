// Finds where the open article's headline stands in the page, by the title that its reader found.

const HEADINGS = 'h1,h2,[role="heading"],[itemprop~="headline"]';
const HEADINGS_MAX = 60;
/** Of the title's words; headings repeat a site's name or leave out a kicker. */
const SHARED_MIN = 0.7;

/** Null where no heading says about the same as the title. */
export function findHeadline(root: ParentNode, title: string): Element | null {
  const wanted = wordsOf(title);
  if (wanted.size === 0) return null;
  let best: { element: Element; score: number } | null = null;
  let looked = 0;
  for (const element of root.querySelectorAll(HEADINGS)) {
    looked += 1;
    if (looked > HEADINGS_MAX) break;
    const words = wordsOf((element.textContent ?? '').slice(0, 600));
    const shared = [...wanted].filter((word) => words.has(word)).length;
    const score = shared / Math.max(wanted.size, words.size) + (element.tagName === 'H1' ? 0.1 : 0);
    if (shared / wanted.size >= SHARED_MIN && score > (best?.score ?? 0)) best = { element, score };
  }
  return best?.element ?? null;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
