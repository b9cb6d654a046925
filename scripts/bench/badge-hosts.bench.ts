// One layer for all badges, compared with one shadow root per badge: time, memory, and what the page notices.
//
// Reduced to the essentials, in a plain page; docs/adr/0006-one-layer-for-badges.md is based on it.
import { chromium } from '@playwright/test';
import { frontMarkup, frontPage, inventFrontLinks } from '../badges/invented-front.ts';
import { getBrowser } from '../setup/find-browser.ts';
import { type BenchTable, ms, quantile } from './bench-table.ts';

const LINKS = 1_500;
const BADGES = 300;
const ROUNDS = 7;

type Cost = {
  readonly addMs: number;
  readonly layoutMs: number;
  readonly mutations: number;
  readonly layoutShift: number;
  readonly heapBytes: number;
  /** Number of badges that are clipped by a box of the page. */
  readonly cut: number;
};
type Way = 'layer' | 'each';
type Reading = { readonly read: (cost: Cost) => number; readonly format: (value: number) => string };

export async function bench(): Promise<BenchTable> {
  const found = getBrowser(console.error);
  if (!found.ok) throw new Error(found.error.sentence);
  const browser = await chromium.launch({ executablePath: found.value.path, args: ['--no-sandbox', '--disable-gpu'] });
  // Two common styles that elements inserted into headings affect: for the last child, and for overflowing headlines.
  const style =
    '<style>h3{overflow:hidden;max-block-size:1.4em}h3>a:last-child{display:inline-block;padding-block-end:3px}</style>';
  const body = frontPage(style + frontMarkup(inventFrontLinks(LINKS)));
  const run = async (way: Way): Promise<Cost> => {
    const page = await browser.newPage();
    await page.setContent(body);
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await heap();
    const cost = await page.evaluate(addBadges, { way, badges: BADGES });
    const heapBytes = (await heap()) - before;
    await page.close();
    return { ...cost, heapBytes };
  };
  const costs: Record<Way, Cost[]> = { layer: [], each: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ['layer', 'each'] as const) costs[way].push(await run(way));
  }
  await browser.close();
  const row = (what: string, { read, format }: Reading) => {
    const [layer, each] = [quantile(costs.layer.map(read), 0.5), quantile(costs.each.map(read), 0.5)];
    return {
      what,
      ours: format(layer),
      beside: `a root each: ${format(each)}`,
      ratio: each === 0 ? null : layer / each,
    };
  };
  return {
    title: `${BADGES} badges on a page of ${LINKS} links: one layer, beside an element with a shadow root for each`,
    rows: [
      row('script to add and place', { read: ({ addMs }) => addMs, format: ms }),
      row('style and layout after it', { read: ({ layoutMs }) => layoutMs, format: ms }),
      row('JavaScript memory', {
        read: ({ heapBytes }) => heapBytes,
        format: (bytes) => `${(bytes / 1000).toFixed(0)} kB`,
      }),
      row('changes that the page’s observers see', { read: ({ mutations }) => mutations, format: String }),
      row('layout shift', { read: ({ layoutShift }) => layoutShift, format: (value) => value.toFixed(4) }),
      row('badges cut off by a box of the page', { read: ({ cut }) => cut, format: String }),
    ],
  };
}

/** Runs in the page. */
async function addBadges({ way, badges }: { way: Way; badges: number }): Promise<Omit<Cost, 'heapBytes'>> {
  let layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) layoutShift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift' });
  let mutations = 0;
  const observer = new MutationObserver((records) => {
    mutations += records.length;
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  const frames = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  await frames();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{all:initial!important;position:absolute!important;pointer-events:none!important}.badge{position:absolute;inset:0 auto auto 0;block-size:24px;inline-size:60px;pointer-events:auto}',
  );
  const anchors = [...document.querySelectorAll('h3 a')].filter((_, index) => index % 5 === 0).slice(0, badges);
  const button = () => {
    const badge = document.createElement('button');
    badge.className = 'badge';
    badge.textContent = '16';
    return badge;
  };
  const hostOf = () => {
    const host = document.createElement('x-badges');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    return { host, root };
  };

  const start = performance.now();
  const placed: Element[] = [];
  if (way === 'layer') {
    const { host, root } = hostOf();
    host.style.inset = '0 auto auto 0';
    document.documentElement.append(host);
    const boxes = anchors.map((anchor) => anchor.getBoundingClientRect());
    const [dx, dy] = [scrollX + 6, scrollY]; // read once: reading them for each badge would force layout each time
    for (const { right, top } of boxes) {
      const badge = button();
      badge.style.transform = `translate(${right + dx}px, ${top + dy}px)`;
      root.append(badge);
      placed.push(badge);
    }
  } else {
    for (const anchor of anchors) {
      const { host, root } = hostOf();
      const badge = button();
      root.append(badge);
      anchor.after(host);
      placed.push(badge);
    }
  }
  const added = performance.now();
  void document.body.offsetHeight;
  const done = performance.now();
  await frames();
  await frames();
  observer.disconnect();
  const isCut = (badge: Element) => {
    const host = (badge.getRootNode() as ShadowRoot).host;
    const box = host.parentElement?.tagName === 'H3' ? host.parentElement.getBoundingClientRect() : null;
    const { bottom, right } = badge.getBoundingClientRect();
    return box !== null && (bottom > box.bottom + 4 || right > box.right);
  };
  return { addMs: added - start, layoutMs: done - added, mutations, layoutShift, cut: placed.filter(isCut).length };
}
