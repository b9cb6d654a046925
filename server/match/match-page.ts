// Finds the story of a page from its words: the database provides the candidates, and the engine decides.
//
//   rare words of the page ─▶ articles that have them (index of terms) ─▶ stories, ranked ─▶ their members ─▶ engine
//   none fits: its signs ─▶ … ─▶ stories that have no report in the page's language ─▶ …
//
// API processes do not hold the whole engine, so a match costs the same with ten thousand articles and ten million.
import type { MatchQuestion } from '../../engine/api.ts';
import type { CandidateMatcher } from '../../engine/cluster/match-among.ts';
import { OutletId } from '../../engine/ids.ts';
import type { Match } from '../../engine/schema.ts';
import type { Database } from '../store/database.ts';
import { findByTerms, readCandidates } from '../store/match-terms.ts';
import { chooseTerms, HITS_MAX } from './choose-terms.ts';
import { chooseSigns, createTermReader, daysAround } from './match-terms.ts';
import { rankStories } from './rank-stories.ts';
import type { WordSample } from './word-sample.ts';

export type PageMatcher = {
  /** Null when no story fits, and while words have not been learned yet. */
  readonly match: (page: MatchQuestion, generation: number) => Promise<Match | null>;
  readonly stop: () => Promise<void>;
};

/**
 * Members read of each candidate story, nearest to the page in time: a story that goes on for days is compared with what it was
 * about then. More of them hardly move its centroid.
 */
const MEMBERS_MAX = 12;

export type PageMatcherParts = {
  readonly database: Database;
  readonly sample: WordSample;
  readonly now: () => number;
};

export function createPageMatcher({ database, sample, now }: PageMatcherParts): PageMatcher {
  const reader = createTermReader();
  return {
    async match(page, generation) {
      const learned = await sample.get();
      if (learned === null) return null;
      const { words, articlesOn } = learned;
      // A page without a time was most likely published today.
      const at = page.publishedAt ?? now();
      const days = daysAround(at);
      const matchBy = async (keys: readonly string[], { isForeign }: { readonly isForeign: boolean }) => {
        const asked = chooseTerms({ keys, days, articles: articlesOn(days), words });
        if (asked.length === 0) return null;
        const terms = asked.map(({ term }) => term);
        const hits = await findByTerms(database, { generation, terms, at, articlesMax: HITS_MAX });
        const storyIds = rankStories(hits, { asked, isDated: page.publishedAt !== null });
        if (storyIds.length === 0) return null;
        const question = { generation, storyIds, lang: page.lang, isForeign, at, membersMax: MEMBERS_MAX };
        const candidates = await readCandidates(database, question);
        return candidates.length === 0 ? null : judge(words, { page, candidates });
      };
      const byWords = await matchBy(reader.keysOf(page), { isForeign: false });
      return byWords ?? (await matchBy(chooseSigns(words.signsOf(page)), { isForeign: true }));
    },
    stop: () => sample.stop(),
  };
}

type Judged = {
  readonly page: MatchQuestion;
  readonly candidates: Parameters<CandidateMatcher['match']>[1];
};

/** The page's address stays in the reader's browser, so a placeholder that no article can have is used. */
function judge(words: CandidateMatcher, { page, candidates }: Judged): Match | null {
  const probe = { ...page, url: 'about:page', outletId: OutletId.parse('host:page.invalid'), credit: null };
  return words.match(probe, candidates);
}
