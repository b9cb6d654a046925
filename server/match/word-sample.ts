// Learns how rare words are in the index from a sample of its articles; runs in the background and is renewed regularly.
import { randomBytes } from 'node:crypto';
import { type CandidateMatcher, createSampleReader } from '../../engine/cluster/match-among.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import type { Database } from '../store/database.ts';
import { readArticlesAfter } from '../store/match-terms.ts';

/** With 8,000 articles the rarities of common and medium words are within a tenth of the whole index's; takes half a second. */
const SAMPLE_ARTICLES = 8000;
/** Articles per database query and per turn of the event loop: about 5 ms. */
const SLICE = 100;
/** The vocabulary of the news changes within hours. */
const RENEW_MS = 30 * 60_000;
/** For an index smaller than the sample, whose vocabulary changes every minute. */
const RENEW_SMALL_MS = 30_000;
const DAY_MS = 86_400_000;

export type Learned = {
  readonly words: CandidateMatcher;
  /** How many articles of the index are from these days, given as days since 1970. */
  readonly articlesOn: (days: readonly number[]) => number;
};

export type WordSample = {
  /** The last sample, while a newer one is made in the background; null for an empty index. */
  readonly get: () => Promise<Learned | null>;
  readonly stop: () => Promise<void>;
};

export type WordSampleParts = {
  readonly database: Database;
  /** Number of articles in the index now. */
  readonly articles: () => number;
  /** Monotonic milliseconds. */
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

/** Starts at a random id, reads to the last one, and continues from the first. */
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

/** Reads slices, so that requests are answered in between and few articles are in memory at once. */
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
