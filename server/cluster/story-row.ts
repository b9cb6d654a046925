// The stored summary of a story, from which lists and lookups are answered without reading its members.
import { summarizeStory } from '../../engine/coverage/compute-coverage.ts';
import { findLatestTime, type StoryMember } from '../../engine/coverage/story-member.ts';
import type { EpochMs, OutletId, StoryId } from '../../engine/ids.ts';
import type { OutletRater } from '../../engine/outlet/outlet-rater.ts';
import type { Catalogue } from '../catalogue.ts';
import { describeSafely } from '../describe-safely.ts';
import type { Log } from '../log.ts';
import type { ReadRows, UnreadableArticle } from '../store/articles.ts';
import { foldWords } from '../store/fold-words.ts';
import type { StoryRow } from '../store/stories.ts';

export type SummaryStyle = Pick<Catalogue, 'rater' | 'baseline' | 'blindspotThresholds'> & {
  readonly ratedBy: string;
  readonly log: Log;
};

/**
 * Articles that cannot be read are left out of the story. If none can be read, or the engine fails, the story is withheld from
 * readers, so that it does not hold up the others.
 */
export function toStoryRow(
  { storyId, articles, unreadable }: ReadRows<StoryMember> & { readonly storyId: StoryId },
  style: SummaryStyle,
): StoryRow {
  for (const { id, problem } of unreadable) {
    const facts = { story: storyId, article: id };
    style.log.error('an article cannot be read and is missing from its story', { cause: new Error(problem), facts });
  }
  if (articles.length === 0) {
    return toWithheldRow(storyId, { updatedAt: findLatestSighting(unreadable), unreadable: unreadable.length });
  }
  try {
    const row = toShownRow({ storyId, members: articles }, style);
    return unreadable.length === 0 ? row : { ...row, unreadable: unreadable.length, ratedBy: '' };
  } catch (cause) {
    style.log.error('the engine failed on the coverage of a story, which is not shown', {
      cause: new Error(describeSafely(cause)),
      facts: { story: storyId },
    });
    return toWithheldRow(storyId, { updatedAt: findLatestTime(articles), unreadable: unreadable.length });
  }
}

const findLatestSighting = (unreadable: readonly UnreadableArticle[]): EpochMs =>
  Math.max(...unreadable.map(({ firstSeenAt }) => firstSeenAt));

const toWithheldRow = (id: StoryId, told: Pick<StoryRow, 'updatedAt' | 'unreadable'>): StoryRow => ({
  id,
  ...told,
  summary: null,
  homeCountry: null,
  outletIds: [],
  words: [],
  ratedBy: '',
});

type ReadableStory = { readonly storyId: StoryId; readonly members: readonly StoryMember[] };

function toShownRow({ storyId, members }: ReadableStory, style: SummaryStyle): StoryRow {
  const { rater, ratedBy } = style;
  const summary = summarizeStory({ storyId, members, ...style });
  const outletIds = [...new Set(members.map(({ outletId }) => outletId))].sort();
  return {
    id: storyId,
    summary,
    unreadable: 0,
    updatedAt: summary.updatedAt,
    homeCountry: findHomeCountry(outletIds, rater),
    outletIds,
    words: foldWords(summary.title),
    ratedBy,
  };
}

/** The country of more than half of those outlets whose country is known. */
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
