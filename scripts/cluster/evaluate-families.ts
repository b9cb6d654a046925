// Scores families on pairs of articles labelled as copies or different texts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ClusterArticle } from '../../engine/ports.ts';
import { clusterArticles } from './cluster-articles.ts';
import { readArticles } from './read-articles.ts';
import { percent } from './score.ts';

/** What a feed gives of an article. */
const LEAD_CHARACTERS = 300;

export async function scoreCopies(folder: string, name: string): Promise<void> {
  const articles: ClusterArticle[] = [];
  for await (const article of readArticles(path.join(folder, `${name}-articles.jsonl.gz`))) articles.push(article);
  const [head = '', ...lines] = gunzipSync(readFileSync(path.join(folder, `${name}.tsv.gz`)))
    .toString()
    .trim()
    .split('\n');
  const columns = head.split('\t');
  const pairs = lines.map((line) => {
    const cells = line.split('\t');
    const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
    return { a: cell('a_id'), b: cell('b_id'), isCopy: cell('label') === 'copy' };
  });
  report(`${name}, full text`, articles, pairs);
  report(`${name}, title and lead`, articles.map(toFeedItem), pairs);
}

function toFeedItem({ body, ...article }: ClusterArticle): ClusterArticle {
  return { ...article, lead: article.lead || (body ?? '').slice(0, LEAD_CHARACTERS) };
}

type Pair = { readonly a: string; readonly b: string; readonly isCopy: boolean };

function report(name: string, articles: readonly ClusterArticle[], pairs: readonly Pair[]): void {
  const { places } = clusterArticles(articles);
  const family = new Map<string, string>([...places].map(([id, place]) => [id, place.familyId]));
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
  console.log(`families, ${name}: precision ${precision}, recall ${recall} (${wrong} false, ${missed} missed)`);
}
