// Finds stories in other languages by the signs that they share: postings of signs instead of words.
//
// While all articles are in one language nobody asks, and nothing is listed; the first query lists all articles.
import type { ArticleId } from '../ids.ts';
import { unpackSigns } from './packed-text.ts';
import { createPostings, type Postings } from './postings.ts';
import type { ArticleRecord } from './records.ts';
import type { Roster } from './roster.ts';

export type SignPostings = Postings;

/** `articles` in order of their slots; an article is among them when it is added. */
export function createSignPostings(roster: Roster, articles: ReadonlyMap<ArticleId, ArticleRecord>): SignPostings {
  let made: Postings | null = null;

  function listAll(): Postings {
    const postings = createPostings(roster);
    for (const { slot, packed } of articles.values()) postings.add(slot, unpackSigns(packed));
    return postings;
  }

  return {
    add: (slot, signs) => made?.add(slot, signs),
    sweep: (renumbered) => made?.sweep(renumbered), // articles not listed yet will be by their new slots
    candidates(query) {
      made ??= listAll();
      return made.candidates(query);
    },
  };
}
