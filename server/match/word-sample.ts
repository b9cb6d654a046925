// How rare words are in the index, learned from a sample of its articles in the background, and anew every while.
import { randomBytes } from 'node:crypto';
import { type CandidateMatcher, createSampleReader } from '../../engine/cluster/match-among.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import type { Database } from '../store/database.ts';
import { readArticlesAfter } from '../store/match-terms.ts';

/** With 8,000 articles the common and middling words are as rare as in the whole index, within a tenth; half a second's work. */
const SAMPLE_ARTICLES = 8000;
/** Articles read from the database at once, and between two turns of the event loop: about 5 ms. */
const SLICE = 100;
/** News changes its words within hours. */
const RENEW_MS = 30 * 60_000;
/** A young index has other words every minute. */
const RENEW_SMALL_MS = 30_000;
const DAY_MS = 86_400_000;

export type Learned = {
  readonly words: CandidateMatcher;
  /** How many articles of the index are of these days, counted in days since 1970. */
  readonly articlesOn: (days: readonly number[]) => number;
};

export type WordSample = {
  /** What was learned last, while newer is learned behind it; null for an empty index. */
  readonly get: () => Promise<Learned | null>;
  readonly stop: () => Promise<void>;
};

export type WordSampleParts = {
  readonly database: Database;
  /** In the index now. */
  readonly articles: () => number;
  /** Milliseconds that never run backwards. */
  readonly ticks: () => number;
  readonly onFailure: (cause: unknown) => void;
};

export function createWordSample({ database, articles, ticks, onFailure }: WordSampleParts): WordSample {
  let learned: { readonly value: Learned | null; readonly at: number; readonly isWhole: boolean } | null = null;
  let learning: Promise<Learned | null> | null = null;
  let isStopped = false;

  async function learn(): Promise<Learned | null> {
    const { value, read } = await learnWords(readSample(database), articles);
    learned = { value, at: ticks(), isWhole: read < SAMPLE_ARTICLES };
    return value;
  }

  function start(): Promise<Learned | null> {
    learning ??= learn().finally(() => {
      learning = null;
    });
    return learning;
  }

  return {
    async get() {
      if (learned === null) return await start();
      const age = ticks() - learned.at;
      if (age > (learned.isWhole ? RENEW_SMALL_MS : RENEW_MS) && !isStopped) {
        start().catch(onFailure);
      }
      return learned.value;
    },
    async stop() {
      isStopped = true;
      await learning?.catch(() => undefined);
    },
  };
}

/** From a random place in the order of ids to its end, and on from its beginning. */
async function* readSample(database: Database): AsyncGenerator<readonly ClusterArticle[]> {
  const start = randomBytes(10).toString('hex');
  let position: { readonly after: string; readonly until: string | null } = { after: start, until: null };
  for (let left = SAMPLE_ARTICLES; left > 0; ) {
    const { articles, last } = await readArticlesAfter(database, { ...position, limit: Math.min(SLICE, left) });
    if (last !== null) {
      yield articles;
      left -= articles.length;
      position = { ...position, after: last };
    } else if (position.until === null) position = { after: '', until: start };
    else return;
  }
}

type LearnedFrom = { readonly value: Learned | null; readonly read: number };

/** Articles come in slices, so that lookups are answered in between, and few are in memory at once. */
async function learnWords(
  slices: AsyncIterable<readonly ClusterArticle[]>,
  countArticles: () => number,
): Promise<LearnedFrom> {
  const reader = createSampleReader();
  const byDay = new Map<number, number>();
  let read = 0;
  for await (const slice of slices) {
    for (const article of slice) {
      reader.read(article);
      const day = Math.floor((article.publishedAt ?? article.firstSeenAt) / DAY_MS);
      byDay.set(day, (byDay.get(day) ?? 0) + 1);
    }
    read += slice.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (read === 0) return { value: null, read };
  const articles = Math.max(countArticles(), read);
  const each = articles / read;
  return {
    read,
    value: {
      words: reader.finish(articles),
      articlesOn: (days) => days.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0) * each,
    },
  };
}
