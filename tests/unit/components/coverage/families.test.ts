// Families of a story: one lead each with its copies, under the side of the lead's outlet.
import { describe, expect, it } from 'vitest';
import { isUnder, TABS, toFamilies, withOpenFirst } from '../../../../components/coverage/families.ts';
import { inventedCoverage } from '../../../support/ui/invented-story.ts';

const coverage = inventedCoverage();
const families = toFamilies(coverage);

describe('toFamilies', () => {
  it('makes as many as the story has independent reports, and loses no article', () => {
    expect(families).toHaveLength(coverage.story.reports);
    expect(families.flatMap(({ lead, copies }) => [lead, ...copies])).toHaveLength(coverage.articles.length);
  });

  it('puts the original first and its copies behind it, oldest first', () => {
    const wire = families.find(({ lead }) => lead.familyId === 'wire');
    expect(wire?.lead.outletId).toBe('wire');
    expect(wire?.copies.map(({ outletId }) => outletId)).toEqual(['courier', 'standard', 'gazette', 'blog']);
  });

  it('takes the earliest copy for the lead when the original is not known', () => {
    const articles = coverage.articles.filter(({ familyId, isOriginal }) => familyId !== 'wire' || !isOriginal);
    const wire = toFamilies({ ...coverage, articles }).find(({ lead }) => lead.familyId === 'wire');
    expect(wire?.lead.outletId).toBe('courier');
  });

  it('has the report of the open page first, and that of which it is a copy', () => {
    const herald = coverage.articles.find(({ outletId }) => outletId === 'herald')?.url ?? '';
    const copy = families.find(({ lead }) => lead.familyId === 'wire')?.copies[1]?.url ?? '';
    const [ofHerald, ofCopy] = [withOpenFirst(families, herald), withOpenFirst(families, copy)];
    expect([ofHerald[0]?.lead.url, ofCopy[0]?.lead.familyId]).toEqual([herald, 'wire']);
    expect(ofHerald.slice(1)).toEqual(families.filter(({ lead }) => lead.url !== herald));
    expect(withOpenFirst(families, 'https://elsewhere.test/')).toEqual(families);
  });

  it('does not put a report first that was published later than it was seen', () => {
    const [first, ...others] = coverage.articles;
    if (first === undefined) throw new Error('no articles');
    const ahead = { ...first, publishedAt: Number.MAX_SAFE_INTEGER, firstSeenAt: 0 };
    const [lead] = toFamilies({ ...coverage, articles: [ahead, ...others] });
    expect(lead?.lead.id).not.toBe(first.id);
  });

  it('puts every family under "all" and exactly one side', () => {
    for (const family of families) {
      expect(TABS.filter((tab) => isUnder(tab, family))).toHaveLength(2);
    }
  });
});
