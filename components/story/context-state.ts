// The states of what a story's page shows beside its coverage.
import type { StoryContext } from '../../engine/schema-story-context.ts';

export type ContextState =
  | { readonly status: 'loading' }
  | { readonly status: 'shown'; readonly context: StoryContext }
  | { readonly status: 'failed' };
