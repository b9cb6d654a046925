// Sets up the extension as after onboarding: sample sites allowed, sample feeds chosen and polled once.
import type { FeedInfo } from '../../utils/messages.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import type { ExtensionBrowser } from '../setup/extension-browser.ts';
import { askWorker, type ControlPage, importNewsroom, SAMPLE_ORIGINS } from './import-newsroom.ts';
import { SAMPLE_OUTLETS } from './sample-outlet.ts';

const TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 100;

export async function writeSettings(control: ControlPage, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const items = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`setting:${name}`, value]));
  await control.evaluate((stored) => chrome.storage.local.set(stored), items);
}

/** Waits until the worker has started after installation: it has guessed editions, and its onboarding page is in front. */
export const untilWelcomed = ({ context, pageUrl }: ExtensionBrowser): Promise<void> =>
  until('the welcome', async () => context.pages().some((page) => page.url() === pageUrl('onboarding.html')));

/** Everything except polling: permissions, imported packs, and a choice of exactly the sample feeds. */
export async function allowSampleSites(extension: ExtensionBrowser): Promise<void> {
  const { control } = extension;
  if (!(await extension.requestOrigins(SAMPLE_ORIGINS))) throw new Error('The browser did not grant the sample sites.');
  await importNewsroom(control);
  await writeSettings(control, {
    readingMode: 'chosen-sites',
    chosenSites: SAMPLE_OUTLETS.map(({ host }) => host),
    ...(await listSampleFeeds(control)),
    isOnboarded: true,
  });
  await until('the choice of feeds', () => control.evaluate(areFeedsChosen, SAMPLE_IDS));
}

const SAMPLE_IDS: readonly string[] = SAMPLE_OUTLETS.map(({ id }) => id);

/** The settings that choose exactly the feeds of the imported sample outlets. */
export const listSampleFeeds = (control: ControlPage) => control.evaluate(chooseFeeds, SAMPLE_IDS);

/** Runs in the page: transferring thousands of feeds out of the browser takes seconds. */
async function chooseFeeds(outletIds: readonly string[]) {
  const answer = await chrome.runtime.sendMessage({ name: 'feeds/list', input: {} });
  const feeds: FeedInfo[] = answer.value;
  return {
    feedsAdded: feeds.filter((feed) => outletIds.includes(feed.outletId)).map((feed) => feed.url),
    feedsRemoved: feeds.filter((feed) => !outletIds.includes(feed.outletId)).map((feed) => feed.url),
  };
}

/** Runs in the page. */
async function areFeedsChosen(outletIds: readonly string[]): Promise<boolean> {
  const answer = await chrome.runtime.sendMessage({ name: 'feeds/list', input: {} });
  const feeds: FeedInfo[] = answer.value;
  const chosen = feeds.filter((feed) => feed.isChosen);
  return (
    chosen.length === outletIds.length && chosen.every((feed) => outletIds.includes(feed.outletId) && feed.isAllowed)
  );
}

/** Polls now; resolves when a cycle that began after the call has ended. */
export async function syncNow(control: ControlPage): Promise<SyncState> {
  await askWorker(control, { name: 'sync/now' });
  return (await askWorker(control, { name: 'sync/state' })) as SyncState;
}

async function until(what: string, isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`Timed out waiting for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
