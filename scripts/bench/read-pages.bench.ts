// How long reading blocks a page in a real browser, compared with Readability: gate, whole reading and longest step.
//
// PAGES=SET/manifest.jsonl[,SET/manifest.jsonl …] adds the median and slowest pages of corpora to the invented pages.
import { createInventedPages } from '../read-pages/invented-pages.ts';
import { type OfflinePage, openPages } from '../read-pages/open-pages.ts';
import { readManifest } from '../read-pages/read-manifest.ts';
import { type Parsed, readabilityExpression } from '../read-pages/readability.ts';
import { type BenchRow, type BenchTable, ms, quantile } from './bench-table.ts';

const LONG_TASK_MS = 50;

type Times = {
  readonly gateMs: number;
  readonly ms: number;
  readonly firstMs: number;
  readonly longestStepMs: number;
  /** With compiled code, like `ms`. */
  readonly readabilityMs: number;
  readonly readabilityFirstMs: number;
};

export async function bench(): Promise<BenchTable> {
  const session = await openPages();
  const expression = readabilityExpression();
  const measure = async (page: OfflinePage): Promise<Times> => {
    await session.open(page);
    const measured = await session.measure();
    const parsed = await session.evaluate<Parsed>(expression);
    return { ...measured, readabilityMs: parsed.ms, readabilityFirstMs: parsed.firstMs };
  };
  const rows: BenchRow[] = [];
  for (const { name, url, html } of createInventedPages()) {
    const times = await measure({ url, body: Buffer.from(html) });
    rows.push(toRow(name, times));
  }
  const manifests = (process.env.PAGES ?? '').split(',').filter((manifest) => manifest !== '');
  const corpus: Times[] = [];
  for (const page of manifests.flatMap(readManifest)) corpus.push(await measure(page.load()));
  if (corpus.length > 0) rows.push(...summarize(corpus));
  await session.close();
  return { title: 'Reading a page', rows };
}

function toRow(what: string, times: Times): BenchRow {
  return {
    what,
    ours: describe(times),
    beside: `Readability's parse: ${ms(times.readabilityMs)}, first ${ms(times.readabilityFirstMs)}`,
    ratio: times.ms / times.readabilityMs,
    target: `longest step < ${LONG_TASK_MS} ms`,
  };
}

function describe(times: Pick<Times, 'gateMs' | 'ms' | 'firstMs' | 'longestStepMs'>): string {
  const { gateMs, firstMs, longestStepMs } = times;
  return `gate ${ms(gateMs)}, whole ${ms(times.ms)}, first ${ms(firstMs)}, longest step ${ms(longestStepMs)}`;
}

function summarize(corpus: readonly Times[]): BenchRow[] {
  const at = (pick: (times: Times) => number, share: number) => quantile(corpus.map(pick), share);
  const row = (what: string, { share, target }: { readonly share: number; readonly target: string }): BenchRow => {
    const quantiles = {
      gateMs: at(({ gateMs }) => gateMs, share),
      ms: at((times) => times.ms, share),
      firstMs: at(({ firstMs }) => firstMs, share),
      longestStepMs: at(({ longestStepMs }) => longestStepMs, share),
      readabilityMs: at(({ readabilityMs }) => readabilityMs, share),
      readabilityFirstMs: at(({ readabilityFirstMs }) => readabilityFirstMs, share),
    };
    return { ...toRow(what, quantiles), target };
  };
  return [
    row(`median of ${corpus.length} pages`, { share: 0.5, target: 'gate < 1 ms, whole < 6 ms, 0.1×' }),
    row('95th percentile', { share: 0.95, target: 'gate < 5 ms, whole < 25 ms' }),
    row('slowest page', { share: 1, target: `longest step < ${LONG_TASK_MS} ms` }),
  ];
}
