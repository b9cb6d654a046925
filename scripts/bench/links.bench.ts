// What finding story links costs in a real browser, compared with a simple look at all links: time, slices, memory.
//
// PAGES=SET/manifest.jsonl[,SET/manifest.jsonl …] adds corpora to the invented pages. Each page is loaded RUNS times (3) and the
// fastest run counts: code is compiled anew each time, and other programs only make it slower.

import type { MeasuredLinks } from '../links/finder-global.ts';
import { createInventedFronts } from '../links/invented-fronts.ts';
import { bundleReader } from '../read-pages/bundle-reader.ts';
import { type OfflinePage, openPages } from '../read-pages/open-pages.ts';
import { readManifest } from '../read-pages/read-manifest.ts';
import { type BenchRow, type BenchTable, ms, quantile } from './bench-table.ts';

const RUNS = Number(process.env.RUNS ?? 3);
const FLAGS = ['--enable-precise-memory-info', '--js-flags=--expose-gc'];

export async function bench(): Promise<BenchTable> {
  const session = await openPages({ flags: FLAGS, hasTimers: true });
  const code = await bundleReader('scripts/links/finder-global.ts');
  const measureOnce = async (page: OfflinePage, fill: string): Promise<MeasuredLinks> => {
    await session.open(page);
    if (fill !== '') await session.evaluate(fill);
    await session.evaluate(code);
    return session.evaluate<MeasuredLinks>('parallaxReader.measure()');
  };
  const measure = async (page: OfflinePage, fill = ''): Promise<MeasuredLinks> => {
    const runs: MeasuredLinks[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureOnce(page, fill));
    const [quickest] = runs.sort((a, b) => a.ms - b.ms);
    if (quickest === undefined) throw new Error('RUNS is to be 1 or more');
    return quickest;
  };
  const rows: BenchRow[] = [];
  for (const { name, url, html, fill, target } of createInventedFronts()) {
    const measured = await measure({ url, body: Buffer.from(html) }, fill);
    rows.push(toRow(name, { measured, target }));
  }
  const manifests = (process.env.PAGES ?? '').split(',').filter((manifest) => manifest !== '');
  const corpus: MeasuredLinks[] = [];
  for (const page of manifests.flatMap(readManifest)) corpus.push(await measure(page.load()));
  if (corpus.length > 0) rows.push(...summarize(corpus));
  await session.close();
  return { title: 'Finding story links', rows };
}

type Row = { readonly measured: MeasuredLinks; readonly target: string };

function toRow(what: string, { measured, target }: Row): BenchRow {
  const { links, found, ms: all, longestSliceMs, keptMb, plainMs } = measured;
  const kept = keptMb === null ? '' : `, keeps ${keptMb.toFixed(2)} MB`;
  return {
    what: `${what}: ${found} of ${links} links`,
    ours: `${ms(all)}, longest slice ${ms(longestSliceMs)}${kept}`,
    beside: `plain look at all links: ${ms(plainMs)}`,
    ratio: all / plainMs,
    target,
  };
}

function summarize(corpus: readonly MeasuredLinks[]): BenchRow[] {
  const at = (pick: (measured: MeasuredLinks) => number, share: number) => quantile(corpus.map(pick), share);
  const row = (what: string, share: number) =>
    toRow(what, {
      measured: {
        links: at(({ links }) => links, share),
        found: at(({ found }) => found, share),
        ms: at((measured) => measured.ms, share),
        longestSliceMs: at(({ longestSliceMs }) => longestSliceMs, share),
        plainMs: at(({ plainMs }) => plainMs, share),
        keptMb: at(({ keptMb }) => keptMb ?? 0, share),
      },
      target: 'slices < 8 ms',
    });
  return [row(`median of ${corpus.length} pages`, 0.5), row('95th percentile', 0.95), row('most', 1)];
}
