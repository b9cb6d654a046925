// Keeps the state of each tab's page in storage.session: in memory only, so that nothing of it reaches the disk.
import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { PageReportSchema, type ParsedPageReport } from '../page-report-schema.ts';
import { type TabState, TabState as TabStateSchema } from '../tab-state.ts';
import { clickedKey, confirmedKey, reportKey, tabKey } from './tab-keys.ts';

async function readItem<Schema extends z.ZodMiniType>(key: string, schema: Schema): Promise<z.infer<Schema> | null> {
  const stored = await browser.storage.session.get(key);
  const parsed = schema.safeParse(stored[key]);
  return parsed.success ? parsed.data : null;
}

export function readTabState(tabId: number): Promise<TabState | null> {
  return readItem(tabKey(tabId), TabStateSchema);
}

export async function writeTabState(tabId: number, state: TabState): Promise<void> {
  await browser.storage.session.set({ [tabKey(tabId)]: state });
}

/** The last report of the tab's page, kept so that its answer can be renewed when more coverage is known. */
export function readReport(tabId: number): Promise<ParsedPageReport | null> {
  return readItem(reportKey(tabId), PageReportSchema);
}

export async function writeReport(tabId: number, report: ParsedPageReport): Promise<void> {
  await browser.storage.session.set({ [reportKey(tabId)]: report });
}

/** The address that a click on the toolbar allows to be read, until the tab goes on. */
export function readClickedPage(tabId: number): Promise<string | null> {
  return readItem(clickedKey(tabId), z.string());
}

export async function writeClickedPage(tabId: number, pageUrl: string): Promise<void> {
  await browser.storage.session.set({ [clickedKey(tabId)]: pageUrl });
}

export async function dropTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([tabKey, reportKey, confirmedKey, clickedKey].map((key) => key(tabId)));
}
