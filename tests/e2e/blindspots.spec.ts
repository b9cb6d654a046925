// What counts as a blindspot is the user's choice, and open pages follow it.
import type { Page } from '@playwright/test';
import { expect, settledTest } from '../support/extension.ts';
import { readStoryHref } from '../support/popup-reading.ts';

const chipOf = (shown: Page) => shown.getByText('Blindspot: right-leaning outlets barely cover this');

settledTest(
  'a blindspot goes and comes back as the numbers in the settings are changed',
  async ({ reader, extension }) => {
    const { page, popup } = await reader.openWithPopup(reader.find('meridian-post', 'union').url);
    await expect(chipOf(popup)).toBeVisible();
    const story = await reader.open(await readStoryHref(popup));
    await expect(chipOf(story)).toBeVisible();

    const settings = await reader.open(extension.pageUrl('options.html#blindspots'));
    const rated = settings.getByLabel('Rated outlets in the story, at least');
    await expect(rated).toHaveValue('6');
    await rated.fill('7');
    await rated.press('Enter');
    await expect(chipOf(story)).toHaveCount(0);
    await page.bringToFront();
    const popupThen = await extension.openPopup();
    await expect(popupThen.locator('.spread')).toBeVisible();
    await expect(chipOf(popupThen)).toHaveCount(0);

    await settings.getByRole('button', { name: 'Restore the defaults' }).click();
    await expect(rated).toHaveValue('6');
    await expect(chipOf(story)).toBeVisible();
  },
);
