// Clusters the articles of a JSON Lines file into stories: npm run cluster -- --in FILE.jsonl[.gz] --out FILE.jsonl
import type { ClusterArticle } from '../engine/ports.ts';
import { clusterArticles } from './cluster/cluster-articles.ts';
import { readArticles } from './cluster/read-articles.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable, type Unusable, unusable } from './setup/unusable.ts';
import { writeWhole } from './setup/write-whole.ts';

const USAGE = `Usage: npm run cluster -- --in FILE.jsonl[.gz] --out FILE.jsonl
  --in FILE    the articles, one per line
  --out FILE   output, one line per article with its story and family`;

/** Messages about invalid lines: there may be many of them in a file of a million. */
const TOLD_MAX = 10;

async function cluster(input: string, output: string): Promise<void> {
  const articles: ClusterArticle[] = [];
  let odd = 0;
  const complain = ({ message }: Unusable) => {
    odd += 1;
    if (odd <= TOLD_MAX) console.error(message);
  };
  for await (const article of readArticles(input, complain)) articles.push(article);
  if (odd > TOLD_MAX) console.error(`${input}: ${odd - TOLD_MAX} more are like these.`);
  if (odd > 0 && articles.length === 0) throw unusable('it contains no articles', { place: input });
  const start = performance.now();
  const { places } = clusterArticles(articles);
  const seconds = (performance.now() - start) / 1000;
  await writeWhole(output, toLines(articles, places));
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const rate = Math.round(articles.length / Math.max(seconds, 0.001));
  console.error(`${articles.length} articles, ${rate} articles/s, peak memory ${peakMb.toFixed(0)} MB`);
}

function* toLines(articles: readonly ClusterArticle[], places: ReturnType<typeof clusterArticles>['places']) {
  for (const { id } of articles) {
    const place = places.get(id);
    yield `${JSON.stringify({ id, story: place?.storyId, family: place?.familyId })}\n`;
  }
}

const { values } = readCommandLine(USAGE, { options: { in: { type: 'string' }, out: { type: 'string' } } });
const { in: input, out: output } = values;
if (!input || !output) refuse(USAGE);
refuseMissing([input]);
await exitIfUnusable(() => cluster(input, output));
