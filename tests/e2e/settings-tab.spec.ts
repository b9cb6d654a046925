// Ways into the settings from the popup and the story page: one settings tab per window, which comes to the front with the right section.
import type { Locator } from '@playwright/test';
import { expect, settledTest, test } from '../support/extension.ts';

/** The popup may close before the browser confirms the click. */
async function clickAway(button: Locator): Promise<void> {
  const closed = button.page().waitForEvent('close');
  await Promise.any([closed, button.click()]);
  await closed;
}

settledTest(
  'settings that are open already come to the front, and what was typed there stays',
  async ({ reader, extension }) => {
    const settingsPages = () =>
      extension.context.pages().filter((one) => one.url().startsWith(extension.pageUrl('options.html')));
    const { page, popup } = await reader.openWithPopup(reader.find('meridian-post', 'comet').url);
    await clickAway(popup.getByRole('button', { name: 'Settings' }));
    await expect.poll(() => settingsPages().length).toBe(1);
    const [settings] = settingsPages();
    if (settings === undefined) throw new Error('no settings');
    await settings.getByLabel('Find an outlet').fill('herald');

    await page.bringToFront();
    const again = await extension.openPopup();
    await again.getByRole('button', { name: 'Not the same story' }).click();
    await clickAway(again.getByRole('button', { name: 'Choose more feeds' }));
    await expect(settings.getByRole('heading', { name: 'Outlets and feeds' })).toBeInViewport();
    await expect.poll(() => settings.evaluate(() => document.visibilityState)).toBe('visible');
    await expect(settings.getByLabel('Find an outlet')).toHaveValue('herald');
    expect(settingsPages()).toHaveLength(1);
  },
);

test('from a story’s page too, the settings come to the front instead of opening twice', async ({
  reader,
  extension,
}) => {
  const settings = await reader.open(extension.pageUrl('options.html'));
  await settings.getByLabel('Find an outlet').fill('herald');
  const story = await reader.open(extension.pageUrl('story.html'));
  await story.getByRole('button', { name: 'Choose outlets' }).click();
  await expect(settings.getByRole('heading', { name: 'Outlets and feeds' })).toBeInViewport();
  await expect.poll(() => settings.evaluate(() => document.visibilityState)).toBe('visible');
  await expect(settings.getByLabel('Find an outlet')).toHaveValue('herald');
  expect(story.url()).toBe(extension.pageUrl('story.html'));
});

test('a named section has the focus, without a focus ring before a key moves it', async ({ reader, extension }) => {
  const settings = await reader.open(extension.pageUrl('options.html#own'));
  const heading = settings.getByRole('heading', { name: 'Your own rating' });
  await expect(heading).toBeFocused();
  expect(await heading.evaluate((element) => element.matches(':focus-visible'))).toBe(false);
  await settings.keyboard.press('Tab');
  await expect(settings.locator('#own input:focus-visible')).toBeVisible();
});
