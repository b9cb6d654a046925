// Counts how often a headline alone, without a time, gets the badge of a story, and how often that story is right.
//
// This is how links are compared whose addresses are in no feed (utils/coverage/match-titles.ts). The reader is assumed to see
// the headline six hours after publication. For sets without times, the age of the story is not checked.
import { readAddressWords } from '../../utils/badges/address-titles.ts';
import { ADDRESS_CONFIDENCE, TITLE_CONFIDENCE, TITLE_STORY_AGE_MS } from '../../utils/coverage/match-titles.ts';
import { clusterArticles } from './cluster-articles.ts';
import { dealArticles } from './deal-articles.ts';
import { majorities } from './majorities.ts';

export type HeadlineMatches = {
  readonly headlines: number;
  /** Headlines of stories in the index. */
  readonly findable: number;
  readonly found: number;
  readonly right: number;
  /** Of the found ones: how many have words in their address, and for how many of those the address alone predicts a match. */
  readonly addressed: number;
  readonly expected: number;
};

const SEEN_AFTER_MS = 6 * 3_600_000;

/** A match is right if most of the story's articles have the headline's label. */
export async function measureHeadlines(file: string): Promise<HeadlineMatches> {
  const { indexed, known, unknown, events } = await dealArticles(file);
  const { clusterer, places } = clusterArticles(indexed);
  const eventOf = majorities(indexed, { events, places });
  const timesOf = new Map<string, number[]>();
  for (const { id, publishedAt } of indexed) {
    const storyId = places.get(id)?.storyId ?? '';
    timesOf.set(storyId, [...(timesOf.get(storyId) ?? []), publishedAt ?? Number.NaN]);
  }
  const isRecent = (storyId: string, publishedAt: number | null) => {
    if (publishedAt === null) return true;
    const seenAt = publishedAt + SEEN_AFTER_MS;
    const ages = (timesOf.get(storyId) ?? []).map((at) => seenAt - at);
    return ages.some((age) => age >= 0 && age <= TITLE_STORY_AGE_MS);
  };
  let found = 0;
  let right = 0;
  let addressed = 0;
  let expected = 0;
  for (const { body: _body, ...article } of [...known, ...unknown]) {
    const match = clusterer.match({ ...article, lead: '', publishedAt: null });
    if (match === null || match.confidence < TITLE_CONFIDENCE) continue;
    if (!isRecent(match.storyId, article.publishedAt)) continue;
    found += 1;
    if (eventOf.get(match.storyId) === events.get(article.id)) right += 1;
    const words = URL.canParse(article.url) ? readAddressWords(new URL(article.url)) : '';
    if (words === '') continue;
    addressed += 1;
    const byAddress = clusterer.match({ ...article, title: words, lead: '', publishedAt: null });
    if (byAddress !== null && byAddress.confidence >= ADDRESS_CONFIDENCE) expected += 1;
  }
  return { headlines: known.length + unknown.length, findable: known.length, found, right, addressed, expected };
}
