// Reads every page of a corpus in a real Chromium and writes one line for each: what the reader says and how long it took.
//
// Usage: npm run read-pages -- --manifest SET/manifest.jsonl [--manifest …] --out predictions.jsonl
//        npm run read-pages -- --manifest SET/manifest.jsonl [--manifest …] --reader readability --out predictions.jsonl
//        npm run read-pages -- --manifest SET/manifest.jsonl [--manifest …] --split FOLDER
// The second form lets Mozilla's Readability read the same pages. The third reads nothing: it writes the manifests of the part for tuning and of the part held aside, for scoring each alone.
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type OfflinePage, openPages, type PageSession, readSavedPage } from './read-pages/open-pages.ts';
import { type Parsed, readabilityExpression } from './read-pages/readability.ts';
import type { Measured } from './read-pages/reader-global.ts';
import { writeSplitManifests } from './read-pages/split-pages.ts';

const { values } = parseArgs({
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
  console.error(
    'Usage: npm run read-pages -- --manifest M.jsonl [--manifest N.jsonl …] (--out P.jsonl [--reader readability] | --split FOLDER)',
  );
  process.exit(1);
}

if (values.split !== undefined) for (const manifest of values.manifest) writeSplitManifests(manifest, values.split);
if (values.out !== undefined) await readAll(values.manifest, values.out);

async function readAll(manifests: readonly string[], outFile: string): Promise<void> {
  const session = await openPages();
  const out = createWriteStream(outFile);
  let count = 0;
  for (const manifest of manifests) {
    const folder = path.dirname(path.resolve(manifest));
    for (const page of readManifest(manifest)) {
      const saved = { url: page.url, body: readSavedPage(path.join(folder, page.file)) };
      const line = await read(session, page, saved).catch((error: unknown) => ({
        file: page.file,
        isArticle: false,
        error: String(error).slice(0, 300),
      }));
      out.write(`${JSON.stringify({ set: path.basename(folder), ...line })}\n`);
      count += 1;
    }
  }
  await new Promise<void>((resolve) => out.end(resolve));
  await session.close();
  console.error(`${count} pages read`);
}

async function read(session: PageSession, page: SavedPage, saved: OfflinePage): Promise<object> {
  const measured = await session.read(saved);
  if (values.reader === 'parallax') return toLine(page, measured);
  return { file: page.file, ...(await session.evaluate<Parsed>(readabilityExpression())) };
}

type SavedPage = { readonly file: string; readonly url: string };

function readManifest(file: string): SavedPage[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('url' in entry)) {
      throw new Error(`${file}:${index + 1}: a line needs "file" and "url"`);
    }
    return { file: String(entry.file), url: String(entry.url) };
  });
}

function toLine({ file }: SavedPage, { report, ms, firstMs, gateMs, longestStepMs }: Measured) {
  const times = {
    ms: round(ms),
    firstMs: round(firstMs),
    gateMs: round(gateMs),
    longestStepMs: round(longestStepMs),
  };
  if (report.type === 'not-article') return { file, isArticle: false, kind: report.kind, ...times };
  const { article } = report;
  return {
    file,
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
