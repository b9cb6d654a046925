// Reads every page of a corpus in a real Chromium and writes one line for each: what the reader says and how long it took.
//
// Mozilla's Readability can read the same pages for comparison. Splitting reads nothing: the parts are for scoring each alone.
import { openPages, type PageSession } from './read-pages/open-pages.ts';
import { readManifest, type SavedPage } from './read-pages/read-manifest.ts';
import { type Parsed, readabilityExpression } from './read-pages/readability.ts';
import type { Measured } from './read-pages/reader-global.ts';
import { writeSplitManifests } from './read-pages/split-pages.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';
import { sayUnusable } from './setup/unusable.ts';
import { writeWhole } from './setup/write-whole.ts';

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
const { manifest: manifests, out, split, reader } = values;
if (manifests === undefined || (out === undefined && split === undefined) || !readers.includes(reader)) refuse(USAGE);
refuseMissing(manifests);

const readability = readabilityExpression();
await sayUnusable(async () => {
  const pages = manifests.flatMap(readManifest);
  if (split !== undefined) await writeSplitManifests(pages, split);
  if (out !== undefined) await readAll(pages, out);
});

async function readAll(pages: readonly SavedPage[], outFile: string): Promise<void> {
  const session = await openPages();
  try {
    await writeWhole(outFile, readLines(session, pages));
  } finally {
    await session.close();
  }
  console.error(`${pages.length} pages read`);
}

async function* readLines(session: PageSession, pages: readonly SavedPage[]): AsyncGenerator<string> {
  for (const page of pages) {
    const line = await read(session, page).catch((error: unknown) => ({
      isArticle: false,
      error: String(error).slice(0, 300),
    }));
    yield `${JSON.stringify({ set: page.set, file: page.file, ...line })}\n`;
  }
}

async function read(session: PageSession, page: SavedPage): Promise<object> {
  await session.open(page.load());
  return reader === 'parallax' ? toLine(await session.measure()) : session.evaluate<Parsed>(readability);
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
