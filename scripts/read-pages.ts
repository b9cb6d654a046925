// Reads every page of a corpus in a real Chromium and writes one line for each: the reader's result and its duration.
//
// Mozilla's Readability can read the same pages for comparison. --split reads nothing; it splits manifests for separate scoring.
import { canonicalizeUrl } from '../engine/article/canonical-url.ts';
import type { PageArticle } from '../utils/page/page-report.ts';
import { openPages, type PageSession } from './read-pages/open-pages.ts';
import { readManifest, type SavedPage } from './read-pages/read-manifest.ts';
import { type Parsed, readabilityExpression } from './read-pages/readability.ts';
import type { Measured } from './read-pages/reader-global.ts';
import { writeSplitManifests } from './read-pages/split-pages.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable } from './setup/unusable.ts';
import { writeWhole } from './setup/write-whole.ts';

const USAGE = `Usage: npm run read-pages -- --manifest M.jsonl [--manifest N.jsonl …] (--out P.jsonl [--reader readability] | --split FOLDER)
  --manifest FILE   lists saved pages; may be given several times
  --out FILE        output, one line per page
  --reader NAME     parallax (default) or readability
  --split FOLDER    output folder for the manifests of the tuning and the held-out part; nothing is read`;

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
await exitIfUnusable(async () => {
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

/** The details come from reading the page as an article, even if the reader says that it is something else. */
function toLine({ report, asArticle, ms, firstMs, gateMs, longestStepMs }: Measured) {
  const isArticle = report.type === 'article';
  return {
    isArticle,
    kind: isArticle ? report.article.kind : report.kind,
    ...(asArticle && toDetails(asArticle)),
    ms: round(ms),
    firstMs: round(firstMs),
    gateMs: round(gateMs),
    longestStepMs: round(longestStepMs),
  };
}

function toDetails({ title, publishedAt, author, url, lang, lead }: PageArticle) {
  return {
    title,
    publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
    author,
    canonicalUrl: canonicalizeUrl(url),
    lang,
    lead,
  };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
