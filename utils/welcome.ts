// Whether the welcome page must still be shown: recorded on installation, until the page has been open once.
import { browser } from './browser.ts';
import { readSetting } from './settings.ts';

const KEY = 'is-welcome-due';

export async function noteWelcome(): Promise<void> {
  await browser.storage.local.set({ [KEY]: true });
}

export async function isWelcomeDue(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true && !(await readSetting('isOnboarded'));
}

export async function endWelcome(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
