// The story of the article that is open, and the address for which it was told.
//
// A page that goes on to another article without loading has the next headline before the worker has the next answer:
// the story of the article before is not that headline's.
import { isSamePage } from '../same-page.ts';
import type { BadgeStory } from './badge-schema.ts';

export type PageStory = {
  tell(told: { readonly pageUrl: string; readonly story: BadgeStory | null }): void;
  /** Null for every other address than the one that was told last. */
  of(address: string): BadgeStory | null;
};

export function createPageStory(): PageStory {
  let last: { readonly pageUrl: string; readonly story: BadgeStory | null } | null = null;
  return {
    tell(told) {
      last = told;
    },
    of: (address) => (last !== null && isSamePage(last.pageUrl, address) ? last.story : null),
  };
}
