// How soon the popup shows a covered story, with a running and with a stopped worker, compared with an empty page.
import type { Page } from '@playwright/test';
import { SAMPLE_ORIGINS } from '../newsroom/import-newsroom.ts';
import { openNewsroomBrowser, stopWorker } from '../newsroom/open-newsroom-browser.ts';
import { allowSampleSites, syncNow } from '../newsroom/set-up-reader.ts';
import { buildExtension } from '../setup/build-extension.ts';
import type { ExtensionBrowser } from '../setup/extension-browser.ts';
import { type BenchTable, ms, quantile } from './bench-table.ts';

const ROUNDS = 15;

export async function bench(): Promise<BenchTable> {
  await buildExtension('chrome');
  const { extension, newsroom, close } = await openNewsroomBrowser(SAMPLE_ORIGINS);
  try {
    await allowSampleSites(extension);
    await syncNow(extension.control);
    const article = newsroom.issue().find(({ storyId }) => storyId === 'bridge');
    if (article === undefined) throw new Error('the sample newsroom has lost its bridge');
    const page = await extension.context.newPage();
    await page.goto(article.url);
    const tabId = await findCoveredTab(extension, article.url);
    const popup = `popup.html?tab=${tabId}`;
    const warm = await measure(extension, { path: popup, selector: '.story-head' });
    const cold = await measure(extension, {
      path: popup,
      selector: '.story-head',
      before: () => stopWorker(extension),
    });
    const empty = await measure(extension, { path: 'manifest.json', selector: 'pre' });
    const row = (what: string, times: readonly number[]) => ({
      what,
      ours: `median ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}`,
      beside: `a JSON file of the extension: ${ms(quantile(empty, 0.5))}`,
      ratio: quantile(times, 0.5) / quantile(empty, 0.5),
      target: 'median under 100 ms',
    });
    return {
      title: 'Popup: from opening to the painted story',
      rows: [row('worker running', warm), row('worker stopped', cold)],
    };
  } finally {
    await close();
  }
}

async function findCoveredTab({ control }: ExtensionBrowser, url: string): Promise<number> {
  return control.evaluate(async (address) => {
    for (let tries = 0; tries < 300; tries += 1) {
      const tabs = await chrome.tabs.query({});
      const id = tabs.find((tab) => tab.url === address)?.id;
      const state = id && (await chrome.storage.session.get(`tab:${id}`))[`tab:${id}`];
      if (id && (state as { page?: { status?: string } } | undefined)?.page?.status === 'covered') return id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the article was never covered');
  }, url);
}

type Opening = { readonly path: string; readonly selector: string; readonly before?: () => Promise<void> };

/** Milliseconds from navigation start to the first frame after the element is there. */
async function measure(extension: ExtensionBrowser, { path, selector, before }: Opening): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await before?.();
    const page = await extension.context.newPage();
    await page.addInitScript(watchFor, selector);
    await page.goto(extension.pageUrl(path));
    times.push(await readTime(page));
    await page.close();
  }
  return times;
}

/** Runs in the page: records when the element's first frame has been displayed. */
function watchFor(selector: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const afterFrame = new MessageChannel();
      afterFrame.port1.onmessage = () => Object.assign(window, { shownAt: performance.now() });
      afterFrame.port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function readTime(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (window as unknown as { shownAt?: number }).shownAt);
  return Number(await handle.jsonValue());
}
