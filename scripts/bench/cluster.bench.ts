// How fast articles are clustered, with how much memory, and what snapshots cost, compared with plain streaming TF-IDF.
//
// Times are processor times. PARALLAX_BENCH_WINDOW sets the number of articles in the window (default 100,000).
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createStoryClusterer, openStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import type { ArticleId } from '../../engine/ids.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { type BenchTable, ms, quantile } from './bench-table.ts';
import { inventStream } from './invented-stream.ts';
import { clusterByTfidf } from './tfidf-baseline.ts';

const BATCH = 200;
const LEAD_WORDS = 45; // a feed's summary
const WINDOW = Number(process.env.PARALLAX_BENCH_WINDOW ?? 100_000);
const PLAIN_ARTICLES = 10_000;

export async function bench(): Promise<BenchTable> {
  const plain = plainRate();
  const full = await fillWindow(WINDOW);
  const poll = pollCycle();
  const snapshot = snapshotCosts();
  const beside = `${Math.round(plain)}/s, ${PLAIN_ARTICLES} articles, nothing expires`;
  const parse = `JSON.parse of the same articles: ${ms(snapshot.jsonMs)}`;
  return {
    title: 'Grouping articles into stories (invented stream)',
    rows: [
      {
        what: `articles a second at a window of ${WINDOW}, with maintenance and expiry`,
        ours: `${Math.round(full.rate)}/s`,
        beside,
        ratio: full.rate / plain,
        target: '8,000/s',
      },
      {
        what: 'placing one article there',
        ours: `median ${ms(quantile(full.placingMs, 0.5))}, p99 ${ms(quantile(full.placingMs, 0.99))}`,
        beside: `mean ${ms(1000 / plain)}`,
        ratio: (quantile(full.placingMs, 0.5) * plain) / 1000,
        target: 'p99 1 ms',
      },
      {
        what: 'memory an article in the window',
        ours: `${Math.round(full.bytesPerArticle)} bytes`,
        beside: '–',
        ratio: null,
        target: '1,200 bytes',
      },
      { what: '500 headlines on top of 5,000', ours: ms(poll), beside: '–', ratio: null, target: '150 ms' },
      {
        what: 'snapshot of 20,000 articles, size',
        ours: `${(snapshot.bytes / 1e6).toFixed(1)} MB`,
        beside: `their JSON: ${(snapshot.jsonBytes / 1e6).toFixed(1)} MB`,
        ratio: snapshot.bytes / snapshot.jsonBytes,
        target: '6 MB',
      },
      {
        what: 'opening it',
        ours: ms(snapshot.openMs),
        beside: parse,
        ratio: snapshot.openMs / snapshot.jsonMs,
        target: '120 ms',
      },
      { what: 'taking it', ours: ms(snapshot.saveMs), beside: parse, ratio: snapshot.saveMs / snapshot.jsonMs },
    ],
  };
}

/** Processor time of this thread in milliseconds, unaffected by other programs; too coarse for single articles. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function take(count: number, leadWords: number): ClusterArticle[] {
  const articles: ClusterArticle[] = [];
  for (const article of inventStream({ leadWords })) {
    articles.push(article);
    if (articles.length === count) break;
  }
  return articles;
}

function plainRate(): number {
  const articles = take(PLAIN_ARTICLES, LEAD_WORDS);
  const start = cpuMs();
  clusterByTfidf(articles);
  return articles.length / ((cpuMs() - start) / 1000);
}

/** Fills the window, then measures while each new article expires the oldest. The measured articles are generated beforehand. */
async function fillWindow(window: number) {
  await collectGarbage();
  const before = memoryUse();
  const clusterer = createStoryClusterer();
  const ids: ArticleId[] = [];
  const place = (article: ClusterArticle): number => {
    const start = performance.now();
    clusterer.add(article);
    const placed = performance.now();
    ids.push(article.id);
    const expired = ids.length > window ? ids[ids.length - window - 1] : undefined;
    if (expired) clusterer.remove(expired);
    if (ids.length % BATCH === 0) clusterer.maintain();
    return placed - start;
  };
  const measured = Math.min(20_000, window);
  const coming: ClusterArticle[] = [];
  for (const article of inventStream({ leadWords: LEAD_WORDS })) {
    if (ids.length < window) place(article);
    else coming.push(article);
    if (coming.length === measured) break;
  }
  const startMs = cpuMs();
  const placingMs = coming.map(place);
  const spentMs = cpuMs() - startMs;
  coming.length = 0; // memory of the benchmark itself is not counted
  ids.length = 0;
  await collectGarbage();
  const bytesPerArticle = (memoryUse() - before) / window;
  clusterer.maintain(); // keeps it alive while memory is measured
  return { rate: measured / (spentMs / 1000), placingMs, bytesPerArticle };
}

/** Waits, because buffers are freed by another thread a moment after their arrays became garbage. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') return;
  for (let time = 0; time < 3; time++) {
    collect();
    await setTimeout(100);
  }
}

function memoryUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function pollCycle(): number {
  const articles = take(5500, 0);
  const clusterer = createStoryClusterer();
  for (const article of articles.slice(0, 5000)) clusterer.add(article);
  clusterer.maintain();
  const start = cpuMs();
  for (const article of articles.slice(5000)) clusterer.add(article);
  clusterer.maintain();
  return cpuMs() - start;
}

function snapshotCosts() {
  const clusterer = createStoryClusterer();
  const articles = take(20_000, LEAD_WORDS);
  for (const [index, article] of articles.entries()) {
    clusterer.add(article);
    if (index % BATCH === 0) clusterer.maintain();
  }
  const saveStart = cpuMs();
  const snapshot = clusterer.snapshot();
  const openStart = cpuMs();
  if (!openStoryClusterer(snapshot)) throw new Error('the snapshot did not open');
  const opened = cpuMs();
  const json = JSON.stringify(articles);
  const parseStart = cpuMs();
  JSON.parse(json);
  return {
    bytes: snapshot.data.length,
    jsonBytes: json.length,
    saveMs: openStart - saveStart,
    openMs: opened - openStart,
    jsonMs: cpuMs() - parseStart,
  };
}
