// Brings the extension to where a user is after onboarding: sample sites allowed, sample feeds chosen and polled once.
import type { Page } from '@playwright/test';
import type { FeedInfo } from '../../utils/messages.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import type { ExtensionBrowser } from '../setup/extension-browser.ts';
import { askWorker, importNewsroom, SAMPLE_ORIGINS } from './import-newsroom.ts';
import { SAMPLE_OUTLETS } from './sample-outlet.ts';

const TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 100;

export async function writeSettings(control: Page, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const items = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`setting:${name}`, value]));
  await control.evaluate((stored) => chrome.storage.local.set(stored), items);
}

/** Everything but the polling: grants, imported packs, and a choice of exactly the sample feeds. */
export async function allowSampleSites(extension: ExtensionBrowser): Promise<void> {
  const { control } = extension;
  if (!(await extension.requestOrigins(SAMPLE_ORIGINS))) throw new Error('The browser did not grant the sample sites.');
  await importNewsroom(control);
  const feeds = await listFeeds(control);
  await writeSettings(control, {
    readingMode: 'chosen-sites',
    chosenSites: SAMPLE_OUTLETS.map(({ host }) => host),
    feedsAdded: feeds.filter(isSample).map((feed) => feed.url),
    feedsRemoved: feeds.filter((feed) => !isSample(feed)).map((feed) => feed.url),
    isOnboarded: true,
  });
  await until('the choice of feeds', async () => {
    const chosen = (await listFeeds(control)).filter((feed) => feed.isChosen);
    return chosen.length === SAMPLE_OUTLETS.length && chosen.every((feed) => isSample(feed) && feed.isAllowed);
  });
}

const listFeeds = async (control: Page) => (await askWorker(control, 'feeds/list', {})) as FeedInfo[];

const isSample = (feed: FeedInfo) => SAMPLE_OUTLETS.some((outlet) => outlet.id === feed.outletId);

/** Polls now; the answer comes when a cycle that began after the question has ended. */
export async function syncNow(control: Page): Promise<SyncState> {
  await askWorker(control, 'sync/now', {});
  return (await askWorker(control, 'sync/state', {})) as SyncState;
}

async function until(what: string, isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
