// Whether a page is read automatically: the mode, the sites chosen and switched off, and the browser's current grants.
import { describe, expect, test, vi } from 'vitest';
import { browser } from '../../../../utils/browser.ts';
import { mayReadByItself } from '../../../../utils/reading/may-read.ts';
import { type Settings, writeSettings } from '../../../../utils/settings.ts';

type Case = [string, Partial<Settings>, readonly string[], string, boolean];

const PAGE = 'https://www.one.test/a';
const EVERY = ['*://*/*'];
const SITE = ['*://*.one.test/*'];
/** Granted for its feed only. */
const FEED = ['https://www.one.test/*'];

/** As the browser answers: a host covered by a wider grant is allowed too. */
function grant(granted: readonly string[]): void {
  const isAllowed = (origin: string) => granted.includes(origin) || granted.includes('*://*/*');
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async ({ origins = [] }) => origins.every(isAllowed));
}

describe('a page is read by itself', () => {
  test.each([
    ['on every site', { readingMode: 'every-site' }, EVERY, PAGE, true],
    ['not where its site is off', { readingMode: 'every-site', sitesOff: ['one.test'] }, EVERY, PAGE, false],
    ['on a chosen site', { readingMode: 'chosen-sites', chosenSites: ['one.test'] }, SITE, PAGE, true],
    [
      'not on a chosen site that is no longer allowed',
      { readingMode: 'chosen-sites', chosenSites: ['one.test'] },
      FEED,
      PAGE,
      false,
    ],
    ['not on a site that is allowed and not chosen', { readingMode: 'chosen-sites' }, SITE, PAGE, false],
    ['not on a click only', { readingMode: 'on-click', chosenSites: ['one.test'] }, EVERY, PAGE, false],
    ['not on a feed’s host, where every site was refused', { readingMode: 'every-site' }, FEED, PAGE, false],
    [
      'on a chosen site, where every site was refused',
      { readingMode: 'every-site', chosenSites: ['one.test'] },
      SITE,
      PAGE,
      true,
    ],
    ['never where it is the browser’s own', { readingMode: 'every-site' }, EVERY, 'chrome://extensions', false],
  ] satisfies Case[])('%s', async (_, settings, granted, url, expected) => {
    await writeSettings({ chosenSites: [], sitesOff: [], ...settings });
    grant(granted);
    expect(await mayReadByItself(url)).toBe(expected);
  });
});
