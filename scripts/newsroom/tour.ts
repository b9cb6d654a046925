// The tour without a display: visits pages of the newsroom, opens the real popup, and saves screenshots and a report.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { TabState } from '../../utils/tab-state.ts';
import type { ExtensionBrowser } from '../setup/extension-browser.ts';
import { reportTab } from './coverage-report.ts';
import { askWorker } from './import-newsroom.ts';

export type Stop = { readonly name: string; readonly url: string };

type Tour = {
  readonly extension: ExtensionBrowser;
  readonly folder: string;
  readonly stops: readonly Stop[];
};

/** Long enough for a slow machine to read a page; otherwise the popup is ready at once. */
const SETTLED_TIMEOUT_MS = 20_000;

export async function runTour({ extension, folder, stops }: Tour): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const reports: string[] = [];
  for (const { name, url } of stops) {
    const page = await extension.context.newPage();
    await page.goto(url);
    await page.bringToFront();
    const popup = await extension.openPopup();
    await popup.locator('h1').first().waitFor({ timeout: SETTLED_TIMEOUT_MS });
    await popup.locator('[aria-busy="true"]').waitFor({ state: 'detached', timeout: SETTLED_TIMEOUT_MS });
    await popup.screenshot({ path: path.join(folder, `${name}-popup.png`) });
    reports.push(`== ${name}\n${reportTab(await readTabState(extension.control, url))}`);
    await popup.close();
    await page.screenshot({ path: path.join(folder, `${name}.png`) }); // last, so that badges have had time to appear
    await page.close();
  }
  writeFileSync(path.join(folder, 'coverage.txt'), reports.join('\n'));
}

async function readTabState(control: Page, url: string): Promise<TabState | null> {
  const tabId = await control.evaluate(async (address) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === address)?.id ?? null;
  }, url);
  return tabId === null
    ? null
    : ((await askWorker(control, { name: 'tab/open', input: { tabId } })) as TabState | null);
}
