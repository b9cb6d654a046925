// Scores stories on real streams, by pairs of articles that a reader of both headlines judged to be one event or two.
//
// Labelled sets contain what their makers selected: triples, or stories of hundreds. A stream contains what outlets published in
// those weeks, most of it without any other report. The pairs (judged-pairs.tsv) were sampled from those that at least one of
// several configurations joined, and each represents a number of them. Recall refers to these: other pairs are unknown.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClusterArticle } from '../../engine/ports.ts';
import { clusterArticles } from './cluster-articles.ts';
import { foldHash } from './fold-hash.ts';
import { readArticles } from './read-articles.ts';
import { percent } from './score.ts';
import { toFeedItem } from './to-feed-item.ts';

/** Lengths of leads in feeds, in characters: headlines only, a sentence or two, the beginning of the text. */
const LEADS = [0, 150, 300, 600];
const FOLD_LEADS = 0x51ed270b;

type LeadOf = (id: string) => number;

const READINGS: readonly (readonly [name: string, leadOf: LeadOf])[] = [
  ['title alone', () => 0],
  ['title and 300 characters', () => 300],
  ['title and 600 characters', () => 600],
  [`title and ${LEADS.join(', ')} characters by turns`, (id) => LEADS[foldHash(id, FOLD_LEADS) % LEADS.length] ?? 0],
];

type JudgedPair = { readonly a: string; readonly b: string; readonly isSame: boolean; readonly standsFor: number };

export async function scoreStreams(folder: string): Promise<void> {
  for (const [name, pairs] of readJudgedPairs()) {
    const file = path.join(folder, `${name}.jsonl.gz`);
    if (!existsSync(file)) continue;
    const articles: ClusterArticle[] = [];
    for await (const article of readArticles(file)) articles.push(article);
    for (const [reading, leadOf] of READINGS) {
      const { places } = clusterArticles(articles.map((article) => toFeedItem(article, leadOf(article.id))));
      const stories = new Map<string, string>([...places].map(([id, { storyId }]) => [id, storyId]));
      console.log(`stream ${name}, ${reading}: ${scorePairs(pairs, stories)}`);
    }
  }
}

function readJudgedPairs(): ReadonlyMap<string, readonly JudgedPair[]> {
  const [, ...lines] = readFileSync(path.join(import.meta.dirname, 'judged-pairs.tsv'), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => {
    const [stream = '', a = '', b = '', verdict, standsFor] = line.split('\t');
    return { stream, a, b, isSame: verdict === 'same', standsFor: Number(standsFor) };
  });
  const streams = [...new Set(rows.map(({ stream }) => stream))];
  return new Map(streams.map((name) => [name, rows.filter(({ stream }) => stream === name)]));
}

function scorePairs(pairs: readonly JudgedPair[], stories: ReadonlyMap<string, string>): string {
  const isTogether = ({ a, b }: JudgedPair) => stories.has(a) && stories.get(a) === stories.get(b);
  const sum = (some: readonly JudgedPair[]) => some.reduce((total, { standsFor }) => total + standsFor, 0);
  const together = pairs.filter(isTogether);
  const right = together.filter(({ isSame }) => isSame);
  const same = pairs.filter(({ isSame }) => isSame);
  const found = `${right.length} of ${same.length} found, ${together.length - right.length} of ${pairs.length - same.length} wrong`;
  return `precision ${percent(sum(right) / sum(together))}, recall ${percent(sum(right) / sum(same))} (${found})`;
}
