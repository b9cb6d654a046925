// Keeps the state of each tab's page in storage.session, which is in memory, so that nothing reaches the disk.
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

/** If the quota is exceeded, removing closed tabs may help, or else the other tabs' answers; any other failure occurs again. */
async function writeItem(key: string, value: unknown): Promise<void> {
  const write = () => browser.storage.session.set({ [key]: value });
  const makeRoom = [dropGoneTabs, () => dropOtherStates(key)];
  for (const drop of makeRoom) {
    try {
      return await write();
    } catch {
      await drop();
    }
  }
  await write();
}

/** Their pages are read again when the popup opens over them. */
async function dropOtherStates(kept: string): Promise<void> {
  const others = (await listKeys()).filter((key) => key !== kept && key === tabKey(findTabId(key) ?? -1));
  await browser.storage.session.remove(others);
}

export function readTabState(tabId: number): Promise<TabState | null> {
  return readItem(tabKey(tabId), TabStateSchema);
}

export async function writeTabState(tabId: number, state: TabState): Promise<void> {
  await writeItem(tabKey(tabId), state);
}

/** The last report about the tab's page, kept so that its answer can be renewed when more coverage is known. */
export function readReport(tabId: number): Promise<ParsedPageReport | null> {
  return readItem(reportKey(tabId), PageReportSchema);
}

export async function writeReport(tabId: number, report: ParsedPageReport): Promise<void> {
  await writeItem(reportKey(tabId), report);
}

/** The pages about which something is stored: a report is written before its state, and may be about a newer page. */
export async function readKeptPages(tabId: number): Promise<string[]> {
  const kept = await Promise.all([readTabState(tabId), readReport(tabId)]);
  return kept.flatMap((item) => (item === null ? [] : [item.pageUrl]));
}

/** The address that a click on the toolbar button permits to read, until the tab moves on. */
export function readClickedPage(tabId: number): Promise<string | null> {
  return readItem(clickedKey(tabId), z.string());
}

export async function writeClickedPage(tabId: number, pageUrl: string): Promise<void> {
  await writeItem(clickedKey(tabId), pageUrl);
}

/** Applies the user's decision: a possible story that they confirmed counts as covered. */
export async function readShownState(tabId: number): Promise<TabState | null> {
  const [state, confirmed] = await Promise.all([readTabState(tabId), readItem(confirmedKey(tabId), z.string())]);
  if (state?.page.status !== 'possible' || state.page.coverage.story.id !== confirmed) return state;
  return { ...state, page: { ...state.page, status: 'covered' } };
}

/** The story that the user said the tab's page belongs to. */
export async function writeConfirmedStory(tabId: number, storyId: string): Promise<void> {
  await writeItem(confirmedKey(tabId), storyId);
}

/** Calls back with the tab for which the user confirmed a story in the popup. */
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

/** For tabs whose closing was not reported. */
export async function dropGoneTabs(): Promise<void> {
  // In this order, so that a tab opened meanwhile does not count as closed.
  const keys = await listKeys();
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  const gone = keys.filter((key) => {
    const tabId = findTabId(key);
    return tabId !== null && !open.has(tabId);
  });
  if (gone.length > 0) await browser.storage.session.remove(gone);
}

/** Browsers before Chromium 130 and Firefox 143 return keys only together with their values. */
async function listKeys(): Promise<string[]> {
  const { session } = browser.storage;
  const canListKeys = typeof session.getKeys === 'function';
  return canListKeys ? session.getKeys() : Object.keys(await session.get(null));
}
