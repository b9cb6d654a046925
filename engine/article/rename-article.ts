// When a known article's headline counts as changed, and what is kept of the one before.

import type { OutletId } from '../ids.ts';

/** Headlines that an article had before, newest first; more tell nobody anything. */
export const FORMER_TITLES_MAX = 5;

type Titled = {
  readonly title: string;
  readonly lead: string;
  readonly kind: string;
  readonly formerTitles: readonly string[];
};

/** `saidBy`: the outlet whose feed gives it; null where nobody's feed does, such as in a crawl of all outlets. */
type GivenTitle = { readonly title: string; readonly saidBy: OutletId | null };

/**
 * Two feeds of an outlet often give one article under two headlines; a headline that it had before is therefore no
 * change, or the article would flip with every poll. Nor is it a change what another outlet calls it: else any feed could
 * put its words over others' articles, and be shown as what they were called before.
 */
export function isNewTitle(
  { title, saidBy }: GivenTitle,
  { title: current, formerTitles, outletId }: Pick<Titled, 'title' | 'formerTitles'> & { readonly outletId: OutletId },
): boolean {
  if (saidBy !== null && saidBy !== outletId) return false;
  return title !== '' && title !== current && !formerTitles.includes(title);
}

/** Of the headlines before, newest first, those that say something else: not only other capitals, signs or spaces. */
export function listOtherWordings({ title, formerTitles }: Pick<Titled, 'title' | 'formerTitles'>): readonly string[] {
  const wordings = [title, ...formerTitles].map(toWording);
  return formerTitles.filter((_, index) => wordings.indexOf(wordings[index + 1] ?? '') === index + 1);
}

const toWording = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The lead stays where the new text has none. */
export function renameArticle<Known extends Titled>(
  before: Known,
  { title, lead, kind }: Pick<Known, 'title' | 'lead' | 'kind'>,
): Known {
  const formerTitles = [before.title, ...before.formerTitles].slice(0, FORMER_TITLES_MAX);
  return { ...before, title, kind, lead: lead === '' ? before.lead : lead, formerTitles };
}
