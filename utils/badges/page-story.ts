// The story of the open article, and the address that it belongs to.
//
// A page that switches to another article without loading has the new headline before the worker's new answer: the previous
// article's story must not appear on it.
import { isSamePage } from '../same-page.ts';
import type { BadgeStory } from './badge-schema.ts';

export type PageStory = {
  tell(told: { readonly pageUrl: string; readonly story: BadgeStory | null }): void;
  /** Null for any address except the last one told. */
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
