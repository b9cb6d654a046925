// A story's summary, or none where the engine fails on it: one story must not hold up all others.
import { summarizeStory } from '../../engine/coverage/compute-coverage.ts';
import { askEngine } from '../../engine/engine-failure.ts';
import type { StorySummary } from '../../engine/schema.ts';
import { logEngineFailure } from './log-engine-failure.ts';

export function tryToSummarize(parts: Parameters<typeof summarizeStory>[0]): StorySummary | null {
  try {
    return askEngine(() => summarizeStory(parts));
  } catch (cause) {
    logEngineFailure(cause, `the story ${parts.storyId} is not shown`);
    return null;
  }
}
