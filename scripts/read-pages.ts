// Reads every page of a corpus in a real Chromium and writes one line for each: what the reader says and how long it took.
//
// Mozilla's Readability can read the same pages for comparison. Splitting reads nothing: the parts are for scoring each alone.
import { createWriteStream } from 'node:fs';
import { openPages, type PageSession } from './read-pages/open-pages.ts';
import { readManifest, type SavedPage } from './read-pages/read-manifest.ts';
import { type Parsed, readabilityExpression } from './read-pages/readability.ts';
import type { Measured } from './read-pages/reader-global.ts';
import { writeSplitManifests } from './read-pages/split-pages.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';

const USAGE = `Usage: npm run read-pages -- --manifest M.jsonl [--manifest N.jsonl …] (--out P.jsonl [--reader readability] | --split FOLDER)
  --manifest FILE   lists saved pages; may be given several times
  --out FILE        gets a line for each page
  --reader NAME     parallax or readability (parallax)
  --split FOLDER    gets the manifests of the part for tuning and of the part held aside; nothing is read`;

const { values } = readCommandLine(USAGE, {
  options: {
    manifest: { type: 'string', multiple: true },
    out: { type: 'string' },
    split: { type: 'string' },
    reader: { type: 'string', default: 'parallax' },
  },
});
const readers = ['parallax', 'readability'];
if (
  values.manifest === undefined ||
  (values.out === undefined && values.split === undefined) ||
  !readers.includes(values.reader)
) {
  refuse(USAGE);
}
refuseMissing(values.manifest);

const readability = readabilityExpression();
if (values.split !== undefined) for (const manifest of values.manifest) writeSplitManifests(manifest, values.split);
if (values.out !== undefined) await readAll(values.manifest, values.out);

async function readAll(manifests: readonly string[], outFile: string): Promise<void> {
  const session = await openPages();
  const out = createWriteStream(outFile);
  let count = 0;
  for (const page of manifests.flatMap(readManifest)) {
    const line = await read(session, page).catch((error: unknown) => ({
      isArticle: false,
      error: String(error).slice(0, 300),
    }));
    out.write(`${JSON.stringify({ set: page.set, file: page.file, ...line })}\n`);
    count += 1;
  }
  await new Promise<void>((resolve) => out.end(resolve));
  await session.close();
  console.error(`${count} pages read`);
}

async function read(session: PageSession, page: SavedPage): Promise<object> {
  await session.open(page.load());
  return values.reader === 'parallax' ? toLine(await session.measure()) : session.evaluate<Parsed>(readability);
}

function toLine({ report, ms, firstMs, gateMs, longestStepMs }: Measured) {
  const times = {
    ms: round(ms),
    firstMs: round(firstMs),
    gateMs: round(gateMs),
    longestStepMs: round(longestStepMs),
  };
  if (report.type === 'not-article') return { isArticle: false, kind: report.kind, ...times };
  const { article } = report;
  return {
    isArticle: true,
    kind: article.kind,
    title: article.title,
    publishedAt: article.publishedAt === null ? null : new Date(article.publishedAt).toISOString(),
    author: article.author,
    canonicalUrl: article.url,
    lang: article.lang,
    lead: article.lead,
    ...times,
  };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
