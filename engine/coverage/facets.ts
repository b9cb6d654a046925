// Counts a story's outlets by one of their properties: outlets per value, most frequent first, and those without a known value.
import type { OutletId } from '../ids.ts';
import type { Facet, RatedOutlet } from '../schema.ts';
import type { StoryMember } from './story-member.ts';

type Counted = { readonly outletId: OutletId; readonly value: string | null };

export function computeFactualityFacet(outlets: readonly RatedOutlet[]): Facet {
  return countOutlets(outlets.map(({ id, factuality }) => ({ outletId: id, value: factuality })));
}

export function computeOwnershipFacet(outlets: readonly RatedOutlet[]): Facet {
  return countOutlets(
    outlets.map(({ id, ownership }) => ({ outletId: id, value: ownership === 'unknown' ? null : ownership })),
  );
}

export function computeCountryFacet(outlets: readonly RatedOutlet[]): Facet {
  return countOutlets(outlets.map(({ id, country }) => ({ outletId: id, value: country })));
}

/** By the languages of the articles, so that an outlet that reports in two languages counts for both. */
export function computeLanguageFacet(members: readonly StoryMember[]): Facet {
  return countOutlets(members.map(({ outletId, lang }) => ({ outletId, value: lang === 'und' ? null : lang })));
}

function countOutlets(counted: readonly Counted[]): Facet {
  const byValue = new Map<string, Set<OutletId>>();
  const known = new Set<OutletId>();
  for (const { outletId, value } of counted) {
    if (value === null) continue;
    known.add(outletId);
    const outlets = byValue.get(value);
    if (outlets === undefined) byValue.set(value, new Set([outletId]));
    else outlets.add(outletId);
  }
  const counts = [...byValue].map(([value, outlets]) => ({ value, outlets: outlets.size }));
  counts.sort(compareCounts);
  const all = new Set(counted.map(({ outletId }) => outletId));
  return { counts, unknown: all.size - known.size };
}

/** Most outlets first; ties by value, so that the order is always the same. */
export function compareCounts(a: Facet['counts'][number], b: Facet['counts'][number]): number {
  return b.outlets - a.outlets || (a.value < b.value ? -1 : 1);
}
