// What the popup keeps of a choice for a site, and what is left of it when the browser's question is answered with no.
import { describe, expect, it, vi } from 'vitest';
import { allowEverySite, allowSite, toggleSite } from '../../../../entrypoints/popup/site-access.ts';
import { browser } from '../../../../utils/browser.ts';
import { readSetting, writeSetting } from '../../../../utils/settings.ts';

const answer = (isGranted: boolean) => vi.spyOn(browser.permissions, 'request').mockResolvedValue(isGranted);
const readChoice = async () => [await readSetting('readingMode'), await readSetting('chosenSites')];

describe('a site is allowed', () => {
  it('stays chosen when the browser grants it', async () => {
    const request = answer(true);
    expect(await allowSite('herald.test')).toBe(true);
    expect(request).toHaveBeenCalledWith({ origins: ['*://*.herald.test/*'] });
    expect(await readChoice()).toEqual(['chosen-sites', ['herald.test']]);
  });

  it('is written down before the answer, which may close the popup', async () => {
    vi.spyOn(browser.permissions, 'request').mockReturnValue(new Promise(() => {}));
    void allowSite('herald.test');
    await vi.waitFor(async () => expect(await readChoice()).toEqual(['chosen-sites', ['herald.test']]));
  });

  it('leaves neither mode nor site behind when it is refused', async () => {
    answer(false);
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

it('a site is switched off and on again, also by its parent domain', async () => {
  expect(await toggleSite('news.herald.test')).toBe(true);
  await writeSetting('sitesOff', ['herald.test', 'gull.test']);
  expect(await toggleSite('news.herald.test')).toBe(false);
  expect(await readSetting('sitesOff')).toEqual(['gull.test']);
});
