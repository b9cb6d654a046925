// Scores the engine on the labelled sets of the shared corpora: on all articles, and on halves that it was not tuned on.
import path from 'node:path';
import type { ClusterArticle } from '../../engine/ports.ts';
import { encodeArticles } from '../../server/encoder/encode-articles.ts';
import { clusterByTfidf } from '../bench/tfidf-baseline.ts';
import { Unusable } from '../setup/unusable.ts';
import { clusterArticles, inOrderOfTime } from './cluster-articles.ts';
import { scoreCopies } from './evaluate-families.ts';
import { scoreStreams } from './evaluate-streams.ts';
import { foldHash } from './fold-hash.ts';
import { listLabelledSets, readLabels } from './labelled-sets.ts';
import type { NamedEncoder } from './open-named-encoder.ts';
import { readArticles } from './read-articles.ts';
import { type Labelled, percent, type Score, scoreGroups } from './score.ts';

const SPLITS = [1, 2, 3, 4, 5];

type LabelledSet = {
  readonly name: string;
  readonly articles: readonly ClusterArticle[];
  readonly gold: readonly Labelled[];
};

/** With an encoder, every title gets a vector, and the scores for copies, which do not depend on vectors, are left out. */
export async function evaluate(corpora: string, dense: NamedEncoder | null = null): Promise<void> {
  const sets: LabelledSet[] = [];
  for (const file of listLabelledSets(corpora)) sets.push(await readSet(file, dense));
  const rows = sets.map((set) => evaluateSet(set, dense?.tuning ?? {}));
  print(
    ['set', 'articles', 'TF-IDF F1', 'F1', 'precision', 'recall', 'found %', 'half F1, mean', 'of five halves'],
    rows,
  );
  if (dense) return;
  await scoreStreams(path.join(corpora, 'stream'));
  for (const name of ['helsinki-2018', 'politics-2019-q2']) await scoreCopies(path.join(corpora, 'syndication'), name);
}

async function readSet(file: string, dense: NamedEncoder | null): Promise<LabelledSet> {
  const articles: ClusterArticle[] = [];
  for await (const article of readArticles(file)) articles.push(article);
  const name = path.basename(file, '.jsonl.gz');
  const gold = readLabels(file);
  if (!dense) return { name, articles, gold };
  const encoded = await encodeArticles(dense.encoder, { articles, signal: new AbortController().signal });
  if (!encoded.ok) throw new Unusable(`${name}: the encoder failed: ${JSON.stringify(encoded.error)}`);
  return { name, articles: encoded.value, gold };
}

function evaluateSet({ name, articles, gold }: LabelledSet, tuning: NamedEncoder['tuning']): string[] {
  const score = scoreEngine({ articles, gold, tuning });
  const plain = clusterByTfidf(inOrderOfTime(articles));
  const places = new Map<string, string>(plain);
  const baseline = scoreGroups(gold, (id) => places.get(id));
  const halves = SPLITS.map((split) => {
    const half = gold.filter(({ story }) => isHeldOut(story, split));
    const kept = new Set(half.map(({ id }) => id));
    return scoreEngine({ articles: articles.filter(({ id }) => kept.has(id)), gold: half, tuning }).f1;
  });
  const mean = halves.reduce((sum, f1) => sum + f1, 0) / halves.length;
  return [
    name,
    String(articles.length),
    percent(baseline.f1),
    percent(score.f1),
    percent(score.precision),
    percent(score.recall),
    percent(score.found),
    percent(mean),
    halves.map(percent).join(' '),
  ];
}

type Scoring = Pick<LabelledSet, 'articles' | 'gold'> & Pick<NamedEncoder, 'tuning'>;

function scoreEngine({ articles, gold, tuning }: Scoring): Score {
  const { places } = clusterArticles(articles, { tuning });
  const stories = new Map<string, string>([...places].map(([id, place]) => [id, place.storyId]));
  return scoreGroups(gold, (id) => stories.get(id));
}

/** Splits by whole stories, in the same way in every run. */
export function isHeldOut(story: string, split: number): boolean {
  return foldHash(story, split * 0x9e3779b1) % 2 === 0;
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}
