// Keeps the state of each tab's page in storage.session: in memory only, so that nothing of it reaches the disk.
import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { PageReportSchema, type ParsedPageReport } from '../page-report-schema.ts';
import { type TabState, TabState as TabStateSchema } from '../tab-state.ts';
import { clickedKey, confirmedKey, findTabId, reportKey, tabKey } from './tab-keys.ts';

async function readItem<Schema extends z.ZodMiniType>(key: string, schema: Schema): Promise<z.infer<Schema> | null> {
  const stored = await browser.storage.session.get(key);
  const parsed = schema.safeParse(stored[key]);
  return parsed.success ? parsed.data : null;
}

/** Memory that is full may be full of tabs that are gone; what fails for another reason fails again. */
async function writeItem(key: string, value: unknown): Promise<void> {
  const write = () => browser.storage.session.set({ [key]: value });
  await write().catch(async () => {
    await dropGoneTabs();
    await write();
  });
}

export function readTabState(tabId: number): Promise<TabState | null> {
  return readItem(tabKey(tabId), TabStateSchema);
}

export async function writeTabState(tabId: number, state: TabState): Promise<void> {
  await writeItem(tabKey(tabId), state);
}

/** The last report of the tab's page, kept so that its answer can be renewed when more coverage is known. */
export function readReport(tabId: number): Promise<ParsedPageReport | null> {
  return readItem(reportKey(tabId), PageReportSchema);
}

export async function writeReport(tabId: number, report: ParsedPageReport): Promise<void> {
  await writeItem(reportKey(tabId), report);
}

/** The pages of which anything is kept: a report is there before its state, or is the last page's beside it. */
export async function readKeptPages(tabId: number): Promise<string[]> {
  const kept = await Promise.all([readTabState(tabId), readReport(tabId)]);
  return kept.flatMap((item) => (item === null ? [] : [item.pageUrl]));
}

/** The address that a click on the toolbar allows to be read, until the tab goes on. */
export function readClickedPage(tabId: number): Promise<string | null> {
  return readItem(clickedKey(tabId), z.string());
}

export async function writeClickedPage(tabId: number, pageUrl: string): Promise<void> {
  await writeItem(clickedKey(tabId), pageUrl);
}

/** With the user's word on it: a story that was only possible is the page's own once they have said so. */
export async function readShownState(tabId: number): Promise<TabState | null> {
  const [state, confirmed] = await Promise.all([readTabState(tabId), readItem(confirmedKey(tabId), z.string())]);
  if (state?.page.status !== 'possible' || state.page.coverage.story.id !== confirmed) return state;
  return { ...state, page: { ...state.page, status: 'covered' } };
}

/** The story that the user said the tab's page belongs to. */
export async function writeConfirmedStory(tabId: number, storyId: string): Promise<void> {
  await writeItem(confirmedKey(tabId), storyId);
}

/** Calls back, from the popup's word, with the tab whose page belongs to a story. */
export function onStoryConfirmed(listener: (tabId: number) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const key of Object.keys(changes)) {
      const tabId = findTabId(key);
      if (tabId !== null && key === confirmedKey(tabId)) listener(tabId);
    }
  });
}

export async function dropTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([tabKey, reportKey, confirmedKey, clickedKey].map((key) => key(tabId)));
}

/** For tabs whose end nobody told of. */
export async function dropGoneTabs(): Promise<void> {
  // In this order: a tab that is opened meanwhile is not taken for gone.
  const keys = await listKeys();
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  const gone = keys.filter((key) => {
    const tabId = findTabId(key);
    return tabId !== null && !open.has(tabId);
  });
  if (gone.length > 0) await browser.storage.session.remove(gone);
}

/** Browsers before Chromium 130 and Firefox 143 give names only together with all that is kept. */
async function listKeys(): Promise<string[]> {
  const { session } = browser.storage;
  const canListKeys = typeof session.getKeys === 'function';
  return canListKeys ? session.getKeys() : Object.keys(await session.get(null));
}
