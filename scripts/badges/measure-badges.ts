// Measures what badges cost a page: main thread time and its longest slice, memory, layout shift, response to input.
import type { CDPSession, Page } from '@playwright/test';
import { lookPlainly } from '../links/look-plainly.ts';
import type { BadgeReader, ServedPage } from './open-reader.ts';

export type BadgeCost = {
  /** Main thread time of the extension's scripts, including compilation and the style and layout that they force. */
  readonly totalMs: number;
  readonly longestMs: number;
  /** From the moment the links were in the page; null without a badge. */
  readonly firstBadgeMs: number | null;
  readonly badges: number;
  readonly heapBytes: number;
  readonly layoutShift: number;
  /** The longest time from an input to the next frame, with the same inputs each time. */
  readonly slowestInputMs: number;
  /** The time a simple script takes to look at all links of the page, on its first run. */
  readonly plainMs: number;
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time in microseconds, which other programs on the machine do not affect. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string }; readonly fileName?: string };
};

const SETTLE_MS = 2_500;
const SCREENS = 6;

export type MeasuredPage = {
  readonly served: ServedPage;
  /** Inserted into the page's empty list after loading; null if the page has its links from the start. */
  readonly fill: string | null;
};

export async function measureBadges(reader: BadgeReader, { served, fill }: MeasuredPage): Promise<BadgeCost> {
  reader.serve(served);
  const page = await reader.extension.context.newPage();
  await page.addInitScript(watchPage);
  const session = await page.context().newCDPSession(page);
  const tracing = await startTracing(reader);
  await page.goto(served.url, { waitUntil: 'load' });
  await pause(600);
  if (fill !== null) await page.evaluate(fillList, fill);
  await pause(SETTLE_MS);
  const firstBadgeMs = await page.evaluate(() => Reflect.get(window, 'firstBadgeMs') as number | null);
  const traced = await tracing.stop();
  const { ms: plainMs } = await page.evaluate(lookPlainly);
  const slowestInputMs = await useInputs(page);
  const badges = await page.locator('parallax-badges .badge').count();
  const layoutShift = await page.evaluate(() => Reflect.get(window, 'layoutShift') as number);
  const heapBytes = await readHeap(session);
  await page.close();
  return {
    ...sumSlices(traced, reader.extension.pageUrl('')),
    firstBadgeMs,
    badges,
    heapBytes,
    layoutShift,
    slowestInputMs,
    plainMs,
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the page before anything else. */
function watchPage(): void {
  Object.assign(window, { layoutShift: 0, slowestInputMs: 0, filledAt: 0, firstBadgeMs: null });
  // A click on a headline would leave the page.
  addEventListener('click', (event) => event.preventDefault());
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) Object.assign(window, { layoutShift: Reflect.get(window, 'layoutShift') + value });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      Object.assign(window, { slowestInputMs: Math.max(Reflect.get(window, 'slowestInputMs'), duration) });
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  const look = () => {
    const placed = document.querySelector('parallax-badges')?.shadowRoot?.querySelector('.badge.placed');
    if (placed) Object.assign(window, { firstBadgeMs: performance.now() - Reflect.get(window, 'filledAt') });
    else if (performance.now() - Reflect.get(window, 'filledAt') < 5_000) requestAnimationFrame(look);
  };
  addEventListener('filled', look);
  addEventListener('DOMContentLoaded', () => {
    if (document.querySelector('main#list:empty') !== null) return;
    Object.assign(window, { filledAt: performance.now() });
    look();
  });
}

function fillList(markup: string): void {
  const list = document.getElementById('list');
  if (list !== null) list.innerHTML = markup;
  Object.assign(window, { filledAt: performance.now() });
  dispatchEvent(new Event('filled'));
}

/** Scrolls, points and clicks like a reader. */
async function useInputs(page: Page): Promise<number> {
  for (let screen = 0; screen < SCREENS; screen += 1) {
    await page.mouse.wheel(0, 700);
    await pause(150);
    await page.mouse.move(300 + screen * 40, 300);
    await page.mouse.click(640, 20);
    await page.keyboard.press('Shift');
    await pause(100);
  }
  await pause(300);
  return page.evaluate(() => Reflect.get(window, 'slowestInputMs') as number);
}

async function readHeap(session: CDPSession): Promise<number> {
  for (let pass = 0; pass < 2; pass += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

async function startTracing({ extension }: BadgeReader): Promise<{ stop(): Promise<TraceEvent[]> }> {
  const browser = extension.context.browser();
  if (browser === null) throw new Error('The browser is closed.');
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
  });
  return {
    async stop() {
      const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await ended;
      await session.detach();
      return events;
    },
  };
}

/** Scripts that run in the page; the worker has its own thread. */
const PAGE_SCRIPTS = ['coverage.js', 'reader.js', 'badge-scout.js', 'badges.js', 'badge-overlay.js', 'card.js'];
const SCRIPT_EVENTS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile', 'v8.produceCache']);

/** Sums the processor time of the outermost events of the extension's scripts: each blocks the page without a break. */
function sumSlices(events: readonly TraceEvent[], origin: string): { totalMs: number; longestMs: number } {
  const own = events
    .filter(({ name, ph, args }) => ph === 'X' && SCRIPT_EVENTS.has(name) && addressOf(args).startsWith(origin))
    .filter(({ args }) => PAGE_SCRIPTS.some((file) => addressOf(args) === `${origin}${file}`))
    .sort((a, b) => a.ts - b.ts);
  let until = 0;
  let totalMs = 0;
  let longestMs = 0;
  for (const { ts, dur = 0, tdur = dur } of own) {
    if (ts < until) continue;
    until = ts + dur;
    totalMs += tdur / 1000;
    longestMs = Math.max(longestMs, tdur / 1000);
  }
  return { totalMs, longestMs };
}

const addressOf = (args: TraceEvent['args']): string => args?.data?.url ?? args?.fileName ?? '';
