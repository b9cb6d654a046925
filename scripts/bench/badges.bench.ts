// What badges cost, compared with the same page without: on a front page of 1,500 links, covered or not, with and without an
// engine that could match headlines, and on real pages.
//
// PAGES=SET/manifest.jsonl[,…] adds the front pages of corpora; the coverage in their badges is invented.
import {
  FRONT_URL,
  type FrontLink,
  frontMarkup,
  frontPage,
  inventFrontLinks,
  OUTLET_FRONT_URL,
} from '../badges/invented-front.ts';
import { type BadgeCost, type MeasuredPage, measureBadges } from '../badges/measure-badges.ts';
import { type BadgeReader, collectLinks, openBadgeReader, type ServedPage } from '../badges/open-reader.ts';
import { seedStories } from '../badges/seed-stories.ts';
import { readManifest } from '../read-pages/read-manifest.ts';
import { buildExtension } from '../setup/build-extension.ts';
import { type BenchRow, type BenchTable, ms, quantile } from './bench-table.ts';

const LINKS = 1_500;
const ROUNDS = 5;
/** Every n-th link is covered: about the share on a real front page. */
const COVERED_EACH = 5;
const NONE_COVERED_MS = 5;

export async function bench(): Promise<BenchTable> {
  await buildExtension('chrome');
  const rows = [...(await withReader(measureByAddress)), ...(await withReader(measureByHeadline))];
  return { title: `Badges: cost for the page, median of ${ROUNDS} (slowest)`, rows };
}

async function withReader(measure: (reader: BadgeReader) => Promise<BenchRow[]>): Promise<BenchRow[]> {
  const reader = await openBadgeReader();
  try {
    return await measure(reader);
  } finally {
    await reader.close();
  }
}

async function measureByAddress(reader: BadgeReader): Promise<BenchRow[]> {
  const links = inventFrontLinks(LINKS);
  const front = frontCase(FRONT_URL, links);
  const uncovered = await compare(reader, front);
  await seedStories(
    reader.extension.control,
    links.filter((_, index) => index % COVERED_EACH === 0),
  );
  const rows = toRows(`${LINKS} links`, await compare(reader, front));
  rows.push(...toRows(`${LINKS} links, none covered`, { ...uncovered, targetMs: NONE_COVERED_MS }));
  for (const page of realPages()) rows.push(...toRows(page.url, await compare(reader, await seeded(reader, page))));
  return rows;
}

/** An outlet's front page with links that no feed has listed, while the engine is in memory. */
async function measureByHeadline(reader: BadgeReader): Promise<BenchRow[]> {
  await reader.pollNewsroom();
  const front = frontCase(OUTLET_FRONT_URL, inventFrontLinks(LINKS, OUTLET_FRONT_URL));
  const compared = await compare(reader, front);
  return toRows(`${LINKS} links, none covered, by headline`, { ...compared, targetMs: NONE_COVERED_MS });
}

const frontCase = (url: string, links: readonly FrontLink[]): MeasuredPage => ({
  served: { url, body: frontPage('') },
  fill: frontMarkup(links),
});

type Compared = { readonly on: readonly BadgeCost[]; readonly off: readonly BadgeCost[] };

async function compare(reader: BadgeReader, page: MeasuredPage): Promise<Compared> {
  const measure = async (density: 'all' | 'off') => {
    await reader.setBadges(density);
    const costs: BadgeCost[] = [];
    // The first round warms up the browser's code caches and the worker.
    for (let round = 0; round <= ROUNDS; round += 1) costs.push(await measureBadges(reader, page));
    return costs.slice(1);
  };
  return { off: await measure('off'), on: await measure('all') };
}

function toRows(what: string, { on, off, targetMs = 30 }: Compared & { readonly targetMs?: number }): BenchRow[] {
  const both = (read: (cost: BadgeCost) => number, format: (value: number) => string) => {
    const [ours, beside] = [on.map(read), off.map(read)];
    const say = (values: readonly number[]) => `${format(quantile(values, 0.5))} (${format(Math.max(...values))})`;
    return { ours: say(ours), beside: `without: ${say(beside)}`, ratio: null };
  };
  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(2)} MB`;
  const heap =
    quantile(
      on.map((cost) => cost.heapBytes),
      0.5,
    ) -
    quantile(
      off.map((cost) => cost.heapBytes),
      0.5,
    );
  const plainMs = quantile(
    on.map((cost) => cost.plainMs),
    0.5,
  );
  const whole = both(({ totalMs }) => totalMs, ms);
  const first = on.flatMap(({ firstBadgeMs }) => firstBadgeMs ?? []);
  return [
    {
      what: `${what}: main thread`,
      ...whole,
      beside: `${whole.beside}; plain look at all links: ${ms(plainMs)}`,
      target: `${targetMs} ms`,
    },
    { what: `${what}: longest slice`, ...both(({ longestMs }) => longestMs, ms), target: 'under 8 ms' },
    {
      what: `${what}: first badge`,
      ours: first.length === 0 ? 'none' : ms(quantile(first, 0.5)),
      beside: `${on[0]?.badges ?? 0} badges`,
      ratio: null,
      target: '300 ms',
    },
    { what: `${what}: memory`, ours: megabytes(heap), beside: 'more than without', ratio: null, target: 'under 3 MB' },
    {
      what: `${what}: layout shift`,
      ...both(
        ({ layoutShift }) => layoutShift,
        (value) => value.toFixed(4),
      ),
      target: 'no more',
    },
    { what: `${what}: slowest input`, ...both(({ slowestInputMs }) => slowestInputMs, ms), target: 'no more' },
  ];
}

function realPages(): ServedPage[] {
  const manifests = (process.env.PAGES ?? '').split(',').filter((manifest) => manifest !== '');
  return manifests
    .flatMap(readManifest)
    .map((page) => page.load())
    .filter(({ url }) => new URL(url).pathname === '/');
}

async function seeded(reader: BadgeReader, served: ServedPage): Promise<MeasuredPage> {
  await reader.setBadges('off');
  reader.serve(served);
  const page = await reader.extension.context.newPage();
  await page.goto(served.url, { waitUntil: 'domcontentloaded' });
  const links = await page.evaluate(collectLinks);
  await page.close();
  await seedStories(
    reader.extension.control,
    links.filter((_, index) => index % COVERED_EACH === 0),
  );
  return { served, fill: null };
}
