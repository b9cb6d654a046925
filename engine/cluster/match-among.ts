// Matches a page against a few stories that a host looked up, where the whole index is too large to hold in memory.
//
//   sample of the index ──▶ how rare each word is          host: stories that share the page's rare words
//                                  └──────────▶ match ◀──────────┘
//
// Words, scores, confidence and reasons are computed by the clusterer's own code: the candidates' articles are put into the
// state of a small clusterer, and the probe is matched there. Only rarities are estimated. A word in 3 of 8,000 sampled
// articles of an index of 1,000,000 is taken to be in 375 articles; a word that the sample lacks counts by the candidates.
import { type ArticleId, type StoryId, toArticleId } from '../ids.ts';
import type { ArticleProbe, ClusterArticle } from '../ports.ts';
import { remember } from '../remember.ts';
import type { Match } from '../schema.ts';
import { type ClustererState, createCluster, createState, join, NOWHERE } from './clusterer-state.ts';
import { createLexicon, type LexiconState, type SavedLexicon } from './lexicon.ts';
import { matchPage } from './match.ts';
import { createNewness, type Newness } from './newness.ts';
import { packText } from './packed-text.ts';
import type { ArticleRecord } from './records.ts';
import { toSavedTerms } from './saved-terms.ts';
import { openStory } from './stories.ts';
import { strongestAscending } from './strongest.ts';
import { DEFAULT_TUNING, type Tuning } from './tuning.ts';
import { createVectorizer, type Readable, type Vector } from './vectorize.ts';

export type Candidate = { readonly storyId: StoryId; readonly article: ClusterArticle };

export type CandidateMatcher = {
  match(probe: ArticleProbe, candidates: readonly Candidate[]): Match | null;
  /** Keys of what other languages share with the page (signs.ts). */
  signsOf(page: Readable): readonly string[];
  /** Rarity, in nats, of a word or sign by its key (engine/text/term-key.ts, signs.ts), estimated from the sample. */
  rarityOf(key: string): number;
  /** Share of the sampled articles that have the term. */
  shareOf(key: string): number;
};

/** Counts the words of sampled articles one at a time, so that a host can do it in slices. */
export type SampleReader = {
  read(article: ClusterArticle): void;
  /** `articles`: the number of articles in the whole index. */
  finish(articles: number): CandidateMatcher;
};

/** Terms that candidates may add to the lexicon; past this it is opened anew from the sample. */
const GROWN_MOST = 60_000;
/** Candidates whose vectors are cached, 1 kB each: many readers ask about the same stories. */
const READ_MOST = 3_000;

export function createSampleReader(tuning: Tuning = DEFAULT_TUNING): SampleReader {
  const lexicon = createLexicon(tuning);
  const vectorizer = createVectorizer(lexicon, tuning);
  const newness = createNewness(); // while a window is new, the sample holds all of it
  const ids = new Set<ArticleId>();
  return {
    read(article) {
      if (ids.has(article.id)) return;
      ids.add(article.id);
      newness.note(timeOf(article), 1);
      lexicon.count(vectorizer.readArticle(article), 1);
    },
    finish(articles) {
      const each = Math.max(1, articles / Math.max(1, ids.size));
      return createCandidateMatcher({ sample: lexicon.save(), sampled: ids, newness, each, tuning });
    },
  };
}

type Sampled = {
  readonly sample: LexiconState;
  readonly sampled: ReadonlySet<ArticleId>;
  readonly newness: Newness;
  /** Articles of the index that each sampled one stands for. */
  readonly each: number;
  readonly tuning: Tuning;
};

type ReadCandidate = Candidate & { readonly vector: Vector };

function createCandidateMatcher({ sample, sampled, newness, each, tuning }: Sampled): CandidateMatcher {
  const scaled: SavedLexicon = {
    ...sample,
    terms: toSavedTerms(sample.keys, sample.surfaces),
    articles: sample.articles.map((count) => Math.round(count * each)),
    counts: sample.counts.map((count) => Math.round(count * each)),
  };
  const open = () => {
    const lexicon = createLexicon(tuning, scaled);
    const vectorizer = createVectorizer(lexicon, tuning);
    const read = remember((_text, article: ClusterArticle) => vectorizer.readArticle(article), READ_MOST);
    return { lexicon, vectorizer, size: lexicon.size(), read };
  };
  let base = open();

  function readCandidate(article: ClusterArticle): Vector {
    return base.read(`${article.id} ${article.title}`, article); // a changed headline is another text
  }

  /** The state of a small clusterer that holds the candidates only. */
  function stateOf(read: readonly ReadCandidate[]): ClustererState {
    const { lexicon } = base;
    const state = createState(tuning, { lexicon, newness });
    for (const { storyId, article, vector } of read) {
      const story = openStory(state, storyId);
      const probes = strongestAscending(vector, { rarities: lexicon.rarities(), count: tuning.probeTerms });
      const record = toRecord({ article, vector, probes, slot: state.nextArticleSlot++ });
      state.articles.set(record.id, record);
      const cluster = story.clusters.find(({ language }) => language === record.language);
      join(state, { record, cluster: cluster ?? createCluster(state, { story, language: record.language }) });
      state.postings.add(record.slot, probes);
    }
    return state;
  }

  return {
    match(probe, candidates) {
      if (base.lexicon.size() - base.size > GROWN_MOST) base = open();
      const { lexicon, vectorizer } = base;
      const read = candidates.map(({ storyId, article }) => ({ storyId, article, vector: readCandidate(article) }));
      // The sample has counted its own articles already.
      const counted = read.filter(({ article }) => !sampled.has(article.id)).map(({ vector }) => vector);
      for (const vector of counted) lexicon.count(vector, 1);
      const match = vectorizer.readPage(probe, (page) => {
        if (page.vector !== null) lexicon.refreshTerms(page.vector.terms);
        for (const { vector } of read) {
          lexicon.refreshTerms(vector.terms);
          lexicon.refreshTerms(vector.signs);
        }
        return matchPage(stateOf(read), {
          id: toArticleId(probe.url),
          lang: probe.lang,
          read: page,
          at: probe.publishedAt ?? Number.NaN,
        });
      });
      for (const vector of counted) lexicon.count(vector, -1);
      return match;
    },
    signsOf: (page) =>
      base.vectorizer.readPage(page, ({ readSigns }) => Array.from(readSigns().keys(), base.lexicon.key)),
    rarityOf(key) {
      const term = base.lexicon.find(key);
      return term === undefined ? MOST_RARE : base.lexicon.rarity(term);
    },
    shareOf(key) {
      const at = base.lexicon.find(key);
      const count = at === undefined ? 0 : (scaled.counts[at] ?? 0);
      return count / Math.max(1, scaled.articles[0] ?? 0);
    },
  };
}

/** In nats, for a word that no sampled article has: as rare as one in 22,000. */
const MOST_RARE = 10;

/** The time that the clusterer uses by default (`undated: 'first-seen'`). */
function timeOf({ publishedAt, firstSeenAt }: ClusterArticle): number {
  return publishedAt ?? firstSeenAt;
}

type Read = {
  readonly article: ClusterArticle;
  readonly vector: Vector;
  readonly probes: Int32Array;
  readonly slot: number;
};

function toRecord({ article, vector, probes, slot }: Read): ArticleRecord {
  return {
    id: article.id,
    slot,
    outletId: article.outletId,
    at: timeOf(article),
    language: vector.language,
    credit: article.credit,
    packed: packText({ ...vector, probes }),
    size: vector.terms.length,
    words: '', // for finding copies, which nobody does here
    titleLength: 0,
    sample: null,
    dense: null,
    contentHash: 0,
    cluster: NOWHERE,
    family: null,
  };
}
