// Of an outlet's stories, those that others cover too: what a front page can be told without being read.
import { ok, type Result } from '../../engine/result.ts';
import type { StorySummary } from '../../engine/schema.ts';

const SHOWN_MAX = 8;

export function toOutletStories<Failure>(
  latest: Result<readonly StorySummary[], Failure>,
): Result<readonly StorySummary[], Failure> {
  return latest.ok ? ok(latest.value.filter((story) => story.outlets > 1).slice(0, SHOWN_MAX)) : latest;
}
