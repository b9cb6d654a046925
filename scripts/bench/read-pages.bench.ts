// How long a page is held up by being read: gate, whole reading and longest step in a real browser, beside Readability.
//
// PAGES=SET/manifest.jsonl measures a corpus's slowest and median pages too; without it, invented pages alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInventedPages } from '../read-pages/invented-pages.ts';
import { type OfflinePage, openPages, readSavedPage } from '../read-pages/open-pages.ts';
import { type BenchRow, type BenchTable, ms, quantile } from './bench-table.ts';

const LONG_TASK_MS = 50;
const READABILITY = path.resolve(import.meta.dirname, '../../node_modules/@mozilla/readability/Readability.js');

type Times = {
  readonly gateMs: number;
  readonly ms: number;
  readonly longestStepMs: number;
  readonly readabilityMs: number;
};

export async function bench(): Promise<BenchTable> {
  const session = await openPages();
  const readability = readFileSync(READABILITY, 'utf8');
  const measure = async (page: OfflinePage): Promise<Times> => {
    const measured = await session.read(page);
    // Readability takes its document apart, so it gets a copy, made before the clock starts.
    const readabilityMs = Number(
      await session.evaluate(
        `(() => { const module = {}; ${readability}; const copy = document.cloneNode(true); const start = performance.now(); try { new Readability(copy).parse() } catch {} return performance.now() - start })()`,
      ),
    );
    return { ...measured, readabilityMs };
  };
  const rows: BenchRow[] = [];
  for (const { name, url, html } of createInventedPages()) {
    const times = await measure({ url, body: Buffer.from(html) });
    rows.push(toRow(name, times));
  }
  const corpus: Times[] = [];
  for (const page of readCorpus()) corpus.push(await measure(page));
  if (corpus.length > 0) rows.push(...summarize(corpus));
  await session.close();
  return { title: 'Reading a page', rows };
}

function toRow(what: string, { gateMs, ms: whole, longestStepMs, readabilityMs }: Times): BenchRow {
  return {
    what,
    ours: `gate ${ms(gateMs)}, whole ${ms(whole)}, longest step ${ms(longestStepMs)}`,
    beside: `Readability's parse: ${ms(readabilityMs)}`,
    ratio: whole / readabilityMs,
    target: `longest step < ${LONG_TASK_MS} ms`,
  };
}

function summarize(corpus: readonly Times[]): BenchRow[] {
  const at = (pick: (times: Times) => number, share: number) => quantile(corpus.map(pick), share);
  const row = (what: string, share: number, target: string): BenchRow => ({
    what,
    ours: `gate ${ms(at(({ gateMs }) => gateMs, share))}, whole ${ms(at((times) => times.ms, share))}, longest step ${ms(at(({ longestStepMs }) => longestStepMs, share))}`,
    beside: `Readability's parse: ${ms(at(({ readabilityMs }) => readabilityMs, share))}`,
    ratio: at((times) => times.ms, share) / at(({ readabilityMs }) => readabilityMs, share),
    target,
  });
  return [
    row(`median of ${corpus.length} pages`, 0.5, 'gate < 1 ms, whole < 6 ms, 0.1×'),
    row('95th percentile', 0.95, 'gate < 5 ms, whole < 25 ms'),
    row('slowest page', 1, `longest step < ${LONG_TASK_MS} ms`),
  ];
}

function readCorpus(): OfflinePage[] {
  const manifest = process.env.PAGES;
  if (manifest === undefined) return [];
  const folder = path.dirname(path.resolve(manifest));
  return readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { file, url }: { file: string; url: string } = JSON.parse(line);
      return { url, body: readSavedPage(path.join(folder, file)) };
    });
}
