// Whether the welcome page must still be shown: recorded on installation, until the page has been open once. It opens once per
// session of the browser at most, even if it fails to load.
import { browser } from './browser.ts';
import { readSetting } from './settings.ts';

const KEY = 'is-welcome-due';
const OPENED = 'is-welcome-opened';

export async function noteWelcome(): Promise<void> {
  await browser.storage.local.set({ [KEY]: true });
}

export async function isWelcomeDue(): Promise<boolean> {
  const { local, session } = browser.storage;
  if ((await local.get(KEY))[KEY] !== true || (await session.get(OPENED))[OPENED] === true) return false;
  return !(await readSetting('isOnboarded'));
}

export async function noteWelcomed(): Promise<void> {
  await browser.storage.session.set({ [OPENED]: true });
}

export async function endWelcome(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
