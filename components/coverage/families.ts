// Groups a story's articles into families and sorts the families under the tabs of the popup.
import { readShownTime } from '../../engine/coverage/story-member.ts';
import { groupBy } from '../../engine/group-by.ts';
import type { Coverage, CoverageArticle, RatedOutlet, Side } from '../../engine/schema.ts';
import { STEPS } from './bias-names.ts';

export const TABS = ['all', 'left', 'center', 'right', 'unrated'] as const;
export type Tab = (typeof TABS)[number];

/** Copies of one text; the lead stands for them all. */
export type Family = {
  readonly lead: CoverageArticle;
  readonly copies: readonly CoverageArticle[];
  readonly outlet: RatedOutlet;
  readonly side: Side | 'unrated';
};

/** Families in the order of their leads' age, newest first; the original leads, or the earliest copy that is known. */
export function toFamilies(coverage: Coverage): Family[] {
  const families: Family[] = [];
  for (const articles of groupBy(coverage.articles, ({ familyId }) => familyId).values()) {
    const byAge = [...articles].sort((a, b) => readShownTime(a) - readShownTime(b));
    const lead = byAge.find((article) => article.isOriginal) ?? byAge[0];
    const outlet = lead && coverage.outlets[lead.outletId];
    if (lead === undefined || outlet === undefined) continue;
    families.push({ lead, outlet, copies: byAge.filter((article) => article !== lead), side: toSide(outlet) });
  }
  return families.sort((a, b) => readShownTime(b.lead) - readShownTime(a.lead));
}

/** Moves the family of the open page to the front, since readers look for their own outlet first. */
export function withOpenFirst(families: readonly Family[], openUrl: string | null): readonly Family[] {
  const open = families.find((family) => hasArticle(family, openUrl));
  return open === undefined ? families : [open, ...families.filter((family) => family !== open)];
}

const hasArticle = ({ lead, copies }: Family, url: string | null) =>
  lead.url === url || copies.some((copy) => copy.url === url);

export function isUnder(tab: Tab, family: Family): boolean {
  return tab === 'all' || family.side === tab;
}

/** Number of a tab's outlets that only brought copies, for a tab without reports of its own. */
export function countReposting(tab: Tab, { outlets }: Pick<Coverage, 'outlets'>): number {
  return Object.values(outlets).filter((outlet) => toSide(outlet) === tab).length;
}

/** Number of a tab's outlets of which no article is shown, in a story with more articles than are shown. */
export function countNotShown(tab: Tab, coverage: Coverage): number {
  const { articles, spread } = coverage.story;
  if (tab === 'all' || articles <= coverage.articles.length) return 0;
  return Math.max(0, spread[tab] - countReposting(tab, coverage));
}

function toSide(outlet: RatedOutlet): Side | 'unrated' {
  return outlet.bias === null ? 'unrated' : STEPS[outlet.bias.step].side;
}
