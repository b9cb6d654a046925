// Endless invented stories with articles, for filling an index: sizes, times and words are like those of news.

import type { MatchQuestion } from '../../../engine/api.ts';
import type { StoryMember } from '../../../engine/coverage/story-member.ts';
import { FamilyId, OutletId, StoryId, toArticleId } from '../../../engine/ids.ts';
import type { FilledStory } from '../../../tests/support/server/fill-index.ts';
import { createRandom, type InventedStory, inventStory, sentence } from '../invented-stream.ts';

const OUTLETS = 2000;
const LEAD_WORDS = 45;
const HOUR_MS = 3_600_000;
/** As long as a server keeps articles by default. */
const DAYS = 14;
/** Every n-th story has a page that a reader might ask about. */
const PROBE_EVERY = 45;

export type InventedIndex = {
  readonly stories: (articles: number) => Generator<FilledStory>;
  /** For stories generated so far: another article about the same event, and its story. */
  readonly probes: readonly { readonly page: MatchQuestion; readonly storyId: StoryId }[];
  readonly articles: () => number;
};

export function inventIndex(now: number): InventedIndex {
  const random = createRandom(7);
  const probes: { page: MatchQuestion; storyId: StoryId }[] = [];
  let articles = 0;
  let stories = 0;

  function inventMember(story: InventedStory, at: number): StoryMember {
    const n = articles++;
    const outlet = `outlet-${Math.floor(random() ** 2 * OUTLETS)}.test`; // few outlets write most
    const url = `https://${outlet}/news/${n}`;
    const id = toArticleId(url);
    return {
      id,
      url,
      link: url,
      outletId: OutletId.parse(`host:${outlet}`),
      title: sentence(story, { length: 10, ownShare: 0.55, random }),
      lead: sentence(story, { length: LEAD_WORDS, ownShare: 0.25, random }),
      lang: 'en',
      kind: 'report',
      publishedAt: at,
      firstSeenAt: at,
      credit: null,
      familyId: FamilyId.parse(id),
    };
  }

  return {
    probes,
    articles: () => articles,
    *stories(count) {
      const end = articles + count;
      while (articles < end) {
        const story = inventStory(random);
        // Six of ten stories have one article, the mean is about three, the largest have several hundred.
        const size = Math.min(400, end - articles, Math.ceil(0.6 / Math.max(0.0015, random())));
        const begin = now - random() * DAYS * 24 * HOUR_MS;
        const members = Array.from({ length: size }, () =>
          inventMember(story, Math.min(now, Math.round(begin + random() * 12 * HOUR_MS))),
        );
        const id = StoryId.parse(`s-${members[0]?.id}`);
        if (stories++ % PROBE_EVERY === 0) {
          const { title, lead, lang, kind, publishedAt } = inventMember(story, Math.round(begin + 3 * HOUR_MS));
          articles--; // used as a question, not in the index
          probes.push({ page: { title, lead, lang, kind, publishedAt }, storyId: id });
        }
        yield { id, members };
      }
    },
  };
}
