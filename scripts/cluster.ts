// Groups the articles of a JSON Lines file into stories: npm run cluster -- --in FILE.jsonl[.gz] --out FILE.jsonl

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { ClusterArticle } from '../engine/ports.ts';
import { clusterArticles } from './cluster/cluster-articles.ts';
import { BadLine, readArticles } from './cluster/read-articles.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';

const USAGE = `Usage: npm run cluster -- --in FILE.jsonl[.gz] --out FILE.jsonl
  --in FILE    the articles, one on each line
  --out FILE   gets a line for each of them, with its story and its family`;

async function cluster(input: string, output: string): Promise<void> {
  const articles: ClusterArticle[] = [];
  for await (const article of readArticles(input)) articles.push(article);
  const start = performance.now();
  const { places } = clusterArticles(articles);
  const seconds = (performance.now() - start) / 1000;
  const out = createWriteStream(output);
  for (const { id } of articles) {
    const place = places.get(id);
    const line = `${JSON.stringify({ id, story: place?.storyId, family: place?.familyId })}\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const rate = Math.round(articles.length / Math.max(seconds, 0.001));
  console.error(`${articles.length} articles, ${rate} articles/s, peak memory ${peakMb.toFixed(0)} MB`);
}

const { values } = readCommandLine(USAGE, { options: { in: { type: 'string' }, out: { type: 'string' } } });
if (!values.in || !values.out) refuse(USAGE);
refuseMissing([values.in]);
try {
  await cluster(values.in, values.out);
} catch (error) {
  const isExpected = error instanceof BadLine || (error instanceof Error && 'code' in error);
  if (!isExpected) throw error;
  console.error(`${values.in}: ${error.message}`);
  process.exitCode = 1;
}
