// Reads every page of a corpus in a real Chromium and writes one line for each: what the reader says and how long it took.
//
// Usage: npm run read-pages -- --manifest pages/manifest.jsonl --out predictions.jsonl   (both may be given several times)
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openPages, type SavedPage } from './read-pages/open-pages.ts';
import type { Measured } from './read-pages/reader-global.ts';

const { values } = parseArgs({
  options: {
    manifest: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
});
if (values.manifest === undefined || values.out === undefined) {
  console.error('Usage: npm run read-pages -- --manifest M.jsonl [--manifest N.jsonl …] --out P.jsonl');
  process.exit(1);
}

const session = await openPages();
const out = createWriteStream(values.out);
let count = 0;
for (const manifest of values.manifest) {
  const folder = path.dirname(path.resolve(manifest));
  for (const page of readManifest(manifest)) {
    const line = await session.read(folder, page).then(
      (measured) => toLine(page, measured),
      (error: unknown) => ({ file: page.file, isArticle: false, error: String(error).slice(0, 300) }),
    );
    out.write(`${JSON.stringify({ set: path.basename(folder), ...line })}\n`);
    count += 1;
  }
}
out.end();
await session.close();
console.error(`${count} pages read`);

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

function toLine({ file }: SavedPage, { report, ms, gateMs, longestStepMs }: Measured) {
  const times = { ms: round(ms), gateMs: round(gateMs), longestStepMs: round(longestStepMs) };
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
