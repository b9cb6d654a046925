// Picks the paragraphs of the article among all running text of the page.
import { parentOf } from './dom.ts';
import type { Paragraph } from './text-blocks.ts';

/**
 * Paragraphs may be nested several levels deep. A level up is preferred if it adds a quarter more text (1 / 0.8 =
 * 1.25).
 */
const VOTE_LEVELS = 6;
const VOTE_DECAY = 0.8;

/**
 * Paragraphs vote for their ancestors with their weight: 1 times for the parent, 0.8 for its parent, 0.64 for the next.
 * The paragraphs inside the element with most votes are the body.
 */
export function pickBody(paragraphs: readonly Paragraph[], linkedHeadings: number): Paragraph[] {
  const votes = new Map<Element, number>();
  for (const { element, weight } of paragraphs) {
    let share = 1;
    let at = parentOf(element);
    for (let level = 0; at !== null && level < VOTE_LEVELS; level++, at = parentOf(at)) {
      votes.set(at, (votes.get(at) ?? 0) + weight * share);
      share *= VOTE_DECAY;
    }
  }
  let best: Element | null = null;
  let most = 0;
  for (const [element, vote] of votes) {
    if (vote > most) {
      best = element;
      most = vote;
    }
  }
  if (best === null) return [];
  const isSectioned = linkedHeadings * SECTIONED_PARAGRAPHS <= paragraphs.length;
  return isSectioned ? gatherSections(best, paragraphs) : paragraphsIn(best, paragraphs);
}

/** A guide has at least this many paragraphs per linked heading. Lists of announcements have one or two. */
const SECTIONED_PARAGRAPHS = 4;
/** An article's body has at least this share of the page's running text. A part with less is one of its sections. */
const BODY_SHARE = 0.6;
const SECTION_LEVELS = 10;

/** Some guides nest every section many levels deep. Their body is the smallest element with most of the text. */
function gatherSections(section: Element, paragraphs: readonly Paragraph[]): Paragraph[] {
  const whole = weigh(paragraphs);
  let gathered = paragraphsIn(section, paragraphs);
  let at = parentOf(section);
  for (let level = 0; at !== null && level < SECTION_LEVELS && weigh(gathered) < whole * BODY_SHARE; level++) {
    gathered = paragraphsIn(at, paragraphs);
    at = parentOf(at);
  }
  return gathered;
}

function paragraphsIn(container: Element, paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.filter(({ element }) => Node.prototype.contains.call(container, element));
}

/** In Latin-like characters. */
export function weigh(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { weight }) => sum + weight, 0);
}
