// The states of what a story's page shows beside its coverage.
import type { StoryContext } from '../../engine/schema-story-context.ts';

export type ContextState =
  | { readonly status: 'loading' }
  /** `isLate`: the story was shown without it for a while, so somebody may have begun to read. */
  | { readonly status: 'shown'; readonly context: StoryContext; readonly isLate: boolean }
  | { readonly status: 'failed' };
