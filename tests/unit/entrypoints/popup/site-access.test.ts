// What the popup stores of a choice for a site, and what remains if the user refuses the permission.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { allowEverySite, allowSite, toggleSite } from '../../../../entrypoints/popup/site-access.ts';
import { browser } from '../../../../utils/browser.ts';
import { settleChoice } from '../../../../utils/reading/pending-choice.ts';
import { readSetting, writeSetting, writeSettings } from '../../../../utils/settings.ts';

const NOW = Date.UTC(2026, 0, 1);

const answer = (isGranted: boolean) => vi.spyOn(browser.permissions, 'request').mockResolvedValue(isGranted);
const readChoice = async () => [await readSetting('readingMode'), await readSetting('chosenSites')];

describe('a site is allowed', () => {
  it('stays chosen when the browser grants it', async () => {
    const request = answer(true);
    expect(await allowSite('herald.test')).toBe(true);
    expect(request).toHaveBeenCalledWith({ origins: ['*://*.herald.test/*'] });
    expect(await readChoice()).toEqual(['chosen-sites', ['herald.test']]);
  });

  it('leaves neither mode nor site behind when it is refused', async () => {
    answer(false);
    expect(await allowSite('herald.test')).toBe(false);
    expect(await readChoice()).toEqual(['on-click', []]);
  });

  it('is refused where the browser throws: an administrator closed the site to extensions', async () => {
    vi.spyOn(browser.permissions, 'request').mockRejectedValue(new Error('blocked by policy'));
    expect(await allowSite('herald.test')).toBe(false);
    expect(await readChoice()).toEqual(['on-click', []]);
  });

  it('keeps the sites chosen before a refusal', async () => {
    await writeSetting('chosenSites', ['gull.test']);
    await writeSetting('readingMode', 'chosen-sites');
    answer(false);
    await allowSite('herald.test');
    await allowEverySite();
    expect(await readChoice()).toEqual(['chosen-sites', ['gull.test']]);
  });
});

describe('the browser’s question closes the popup', () => {
  afterEach(() => vi.useRealTimers());

  /** The worker's reaction to a new permission, after the popup that requested it was closed. */
  async function closeOn(ask: () => Promise<boolean>, granted: string): Promise<void> {
    vi.spyOn(browser.permissions, 'request').mockReturnValue(new Promise(() => {}));
    const contains = vi
      .spyOn(browser.permissions, 'contains')
      .mockImplementation(async ({ origins = [] }) => origins.every((origin) => origin === granted));
    void ask();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await readChoice()).toEqual(['on-click', []]);
    await settleChoice();
    expect(contains).toHaveBeenCalledOnce();
  }

  it.each([
    ['every-site', [], allowEverySite, '*://*/*'],
    ['chosen-sites', ['herald.test'], () => allowSite('herald.test'), '*://*.herald.test/*'],
  ] as const)('a grant makes the choice, once: %s %j', async (mode, sites, ask, granted) => {
    await closeOn(ask, granted);
    expect(await readChoice()).toEqual([mode, sites]);
    await writeSettings({ readingMode: 'on-click', chosenSites: [] });
    await settleChoice();
    expect(await readChoice()).toEqual(['on-click', []]);
  });

  it.each([
    ['every site', allowEverySite],
    ['one site', () => allowSite('herald.test')],
  ])('a refusal leaves nothing chosen, also when a feed’s host is allowed later: %s', async (_, ask) => {
    await closeOn(ask, 'https://www.herald.test/*');
    expect(await readChoice()).toEqual(['on-click', []]);
  });

  it.each([
    ['', 10 * 60_000],
    [', also where the clock was set back', -86_400_000],
  ])('a grant long after the question is no answer to it%s', async (_, passedMs) => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    await closeOn(allowEverySite, 'https://www.herald.test/*');
    vi.setSystemTime(NOW + passedMs);
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
    await settleChoice();
    expect(await readChoice()).toEqual(['on-click', []]);
  });

  it('no choice is pending after the popup has received the answer', async () => {
    answer(false);
    await allowEverySite();
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
    await settleChoice();
    expect(await readChoice()).toEqual(['on-click', []]);
  });
});

it('a site is switched off and on again, also by its parent domain', async () => {
  expect(await toggleSite('news.herald.test')).toBe(true);
  await writeSetting('sitesOff', ['herald.test', 'gull.test']);
  expect(await toggleSite('news.herald.test')).toBe(false);
  expect(await readSetting('sitesOff')).toEqual(['gull.test']);
});

it('toggling a site twice at once restores it, and toggling two sites loses neither', async () => {
  await writeSetting('sitesOff', []);
  await Promise.all(['herald.test', 'gull.test', 'herald.test'].map(toggleSite));
  expect(await readSetting('sitesOff')).toEqual(['gull.test']);
});
