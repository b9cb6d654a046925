// Scores families on pairs of articles that are labelled as copies or different texts.
import path from 'node:path';
import type { ClusterArticle } from '../../engine/ports.ts';
import { readInput } from '../setup/read-input.ts';
import { clusterArticles } from './cluster-articles.ts';
import { foldHash } from './fold-hash.ts';
import { readArticles } from './read-articles.ts';
import { percent } from './score.ts';
import { toFeedItem } from './to-feed-item.ts';

/** Typical length of the lead in a feed. */
const LEAD_CHARACTERS = 300;
const RUN = 5;
const FOLD_PAIRS = 0x811c9dc5;

export async function scoreCopies(folder: string, name: string): Promise<void> {
  const articles: ClusterArticle[] = [];
  for await (const article of readArticles(path.join(folder, `${name}-articles.jsonl.gz`))) articles.push(article);
  const [head = '', ...lines] = readInput(path.join(folder, `${name}.tsv.gz`))
    .toString()
    .trim()
    .split('\n');
  const columns = head.split('\t');
  const pairs = lines.map((line) => {
    const cells = line.split('\t');
    const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
    return { a: cell('a_id'), b: cell('b_id'), isCopy: cell('label') === 'copy' };
  });
  report(`${name}, full text`, { articles, pairs });
  report(`${name}, title and lead`, {
    articles: articles.map((article) => toFeedItem(article, LEAD_CHARACTERS)),
    pairs,
  });
}

type Pair = { readonly a: string; readonly b: string; readonly isCopy: boolean };
type LabelledPairs = { readonly articles: readonly ClusterArticle[]; readonly pairs: readonly Pair[] };

/** The thresholds were chosen on the tuning half of the pairs; the other half shows the performance on unseen ones. */
function report(name: string, { articles, pairs }: LabelledPairs): void {
  const { places } = clusterArticles(articles);
  const family = new Map<string, string>([...places].map(([id, place]) => [id, place.familyId]));
  const halves = [
    ['all pairs', pairs],
    ['tuning half', pairs.filter(({ a }) => isTuning(a))],
    ['held aside', pairs.filter(({ a }) => !isTuning(a))],
  ] as const;
  for (const [half, some] of halves) console.log(`families, ${name}, ${half}: ${scorePairs(some, family)}`);
  const sharing = countSharing(articles, pairs);
  console.log(
    `families, ${name}: ${sharing} of ${pairs.filter(({ isCopy }) => isCopy).length} copies share ${RUN} words in a row`,
  );
}

function scorePairs(pairs: readonly Pair[], family: ReadonlyMap<string, string>): string {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { a, b, isCopy } of pairs) {
    const said = family.get(a) !== undefined && family.get(a) === family.get(b);
    if (said && isCopy) right++;
    else if (said) wrong++;
    else if (isCopy) missed++;
  }
  const precision = percent(right / (right + wrong));
  const recall = percent(right / (right + missed));
  return `precision ${precision}, recall ${recall} (${wrong} false, ${missed} missed)`;
}

/** The upper limit of what can be found: copies that share any run of words, including boilerplate. */
function countSharing(articles: readonly ClusterArticle[], pairs: readonly Pair[]): number {
  const runs = new Map(articles.map((article) => [String(article.id), readRuns(article)]));
  return pairs.filter(({ a, b, isCopy }) => {
    const others = runs.get(b);
    return isCopy && others && [...(runs.get(a) ?? [])].some((run) => others.has(run));
  }).length;
}

function readRuns({ title, lead, body }: ClusterArticle): ReadonlySet<string> {
  const words = `${title} ${lead} ${body ?? ''}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(RUN - 1).map((_, start) => words.slice(start, start + RUN).join(' ')));
}

function isTuning(id: string): boolean {
  return foldHash(id, FOLD_PAIRS) % 2 === 1;
}
