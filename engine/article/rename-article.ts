// When a known article's headline counts as changed, and what is kept of the old one.

import type { OutletId } from '../ids.ts';

/** Most earlier headlines that are kept; more are of no use to readers. */
export const FORMER_TITLES_MAX = 5;

type Titled = {
  readonly title: string;
  readonly lead: string;
  readonly kind: string;
  readonly formerTitles: readonly string[];
};

/** `saidBy`: the outlet whose feed has this headline; null where it is from no outlet's feed, such as a crawl. */
type GivenTitle = { readonly title: string; readonly saidBy: OutletId | null };

/**
 * Two feeds of an outlet often list an article under two headlines, so one that it had before is no change: else it would
 * change with every poll. Nor does another outlet's headline count: else any feed could rename others' articles.
 */
export function isNewTitle(
  { title, saidBy }: GivenTitle,
  { title: current, formerTitles, outletId }: Pick<Titled, 'title' | 'formerTitles'> & { readonly outletId: OutletId },
): boolean {
  if (saidBy !== null && saidBy !== outletId) return false;
  return title !== '' && title !== current && !formerTitles.includes(title);
}

/** The earlier headlines, newest first, that differ from later ones in more than capitals, punctuation and spaces. */
export function listOtherWordings({ title, formerTitles }: Pick<Titled, 'title' | 'formerTitles'>): readonly string[] {
  const wordings = [title, ...formerTitles].map(toWording);
  return formerTitles.filter((_, index) => wordings.indexOf(wordings[index + 1] ?? '') === index + 1);
}

const toWording = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The article under its new headline; the old lead stays where the new text has none. */
export function renameArticle<Known extends Titled>(
  before: Known,
  { title, lead, kind }: Pick<Known, 'title' | 'lead' | 'kind'>,
): Known {
  const formerTitles = [before.title, ...before.formerTitles].slice(0, FORMER_TITLES_MAX);
  return { ...before, title, kind, lead: lead === '' ? before.lead : lead, formerTitles };
}
