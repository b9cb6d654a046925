// What a story's own page shows beside its coverage, from the stored rows alone: brief, differences, topics, related stories, timeline.
import type { StoryId } from '../../engine/ids.ts';
import { OTHER_STORIES_MAX } from '../../engine/limits.ts';
import type { CoverageError } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import type { StoryContext } from '../../engine/schema-story-context.ts';
import { readLatestStories, readStoryMembers } from './lookup-stories.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

export type StoryContextQuestion = {
  readonly id: StoryId;
  /** The reader's, most wanted first. */
  readonly languages: readonly string[];
  readonly utcOffsetMs: number;
};

/** Null when the id is unknown or expired; a merged story answers with the one it lives on in. */
export async function readStoryContext(
  parts: Pick<OnDeviceDeps, 'store' | 'ratings'>,
  { id, languages, utcOffsetMs }: StoryContextQuestion,
): Promise<Result<StoryContext | null, CoverageError>> {
  const found = await readStoryMembers(parts.store, id);
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  const others = await readLatestStories(parts, { limit: OTHER_STORIES_MAX });
  if (!others.ok) return others;
  const { rater } = await parts.ratings.load();
  const { computeStoryContext } = await import('../../engine/context/compute-story-context.ts');
  return ok(computeStoryContext({ ...found.value, others: others.value, rater, languages, utcOffsetMs }));
}
