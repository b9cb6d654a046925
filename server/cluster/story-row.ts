// What is stored of a story so that lists and lookups need not read its members.
import { summarizeStory } from '../../engine/coverage/compute-coverage.ts';
import { findLatestTime, type StoryMember } from '../../engine/coverage/story-member.ts';
import type { OutletId, StoryId } from '../../engine/ids.ts';
import type { OutletRater } from '../../engine/outlet/outlet-rater.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Log } from '../log.ts';
import { foldWords } from '../store/fold-words.ts';
import type { StoryRow } from '../store/stories.ts';
import { tellSafely } from '../tell-safely.ts';

export type SummaryStyle = Pick<Catalogue, 'rater' | 'baseline'> & { readonly ratedBy: string; readonly log: Log };

/** Where the engine fails, the story is withheld from readers: it must not hold up all others. */
export function toStoryRow(storyId: StoryId, members: readonly StoryMember[], style: SummaryStyle): StoryRow {
  try {
    return toShownRow(storyId, members, style);
  } catch (cause) {
    const failure = new Error(tellSafely(cause));
    style.log.error('the engine failed over the coverage of a story: it is not shown', failure, { story: storyId });
    const updatedAt = findLatestTime(members);
    return { id: storyId, summary: null, updatedAt, homeCountry: null, outletIds: [], words: [], ratedBy: '' };
  }
}

function toShownRow(storyId: StoryId, members: readonly StoryMember[], style: SummaryStyle): StoryRow {
  const { rater, baseline, ratedBy } = style;
  const summary = summarizeStory({ storyId, members, rater, baseline });
  const outletIds = [...new Set(members.map(({ outletId }) => outletId))].sort();
  return {
    id: storyId,
    summary,
    updatedAt: summary.updatedAt,
    homeCountry: findHomeCountry(outletIds, rater),
    outletIds,
    words: foldWords(summary.title),
    ratedBy,
  };
}

/** The country of more than half of the outlets whose country is known. */
function findHomeCountry(outletIds: readonly OutletId[], rater: OutletRater): string | null {
  const counts = new Map<string, number>();
  let located = 0;
  for (const id of outletIds) {
    const { country } = rater.rate(id);
    if (country === null) continue;
    located += 1;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > located)?.[0] ?? null;
}
