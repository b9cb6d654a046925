// Own ratings as a file: saved by the page, imported as a pack like any other, or loaded as own ratings again.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { importNewsroom } from '../../scripts/newsroom/import-newsroom.ts';
import { expect, settledTest, test } from '../support/extension.ts';
import { readStoryHref } from '../support/popup-reading.ts';

test('own ratings are saved as a file that can be imported', async ({ reader, extension }) => {
  await importNewsroom(reader.control);
  const settings = await reader.open(extension.pageUrl('options.html#own'));
  const save = settings.getByRole('button', { name: 'Save as a file' });
  await settings.getByLabel('Find an outlet').fill('harbor ledger');
  await expect(save).toHaveCount(0);
  await settings.getByLabel('Your rating of Harbor Ledger').selectOption('Lean left');
  const [download] = await Promise.all([settings.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toMatch(/^parallax-ratings-\d{4}-\d\d-\d\d\.csv$/);
  const file = await download.path();
  expect(await readFile(file, 'utf8')).toMatch(/\r\nharbor-ledger,Harbor Ledger,lean left,\d{4}-\d\d-\d\d\r\n$/);

  await settings.getByLabel('Import a rating pack').setInputFiles(file);
  await expect(settings.locator('.packs li', { hasText: 'My ratings' })).toContainText('1 outlet');
  await settings.getByRole('button', { name: 'Remove Harbor Ledger' }).click();
  await expect(save).toHaveCount(0);
  const findHarbor = async () => {
    const found = (await reader.ask('outlets/search', { text: 'harbor ledger' })) as {
      outlets: { ratings: unknown[]; ownBias: number | null }[];
    };
    return found.outlets[0];
  };
  // The page shows the change before the worker has received it.
  await expect.poll(findHarbor).toMatchObject({
    ratings: expect.arrayContaining([expect.objectContaining({ rater: 'My ratings', bias: -1 })]),
    ownBias: null,
  });
  await expect(settings.locator('#ratings')).toContainText('load the file under “Your own rating” instead');

  const own = settings.locator('#own');
  const load = own.getByLabel('Load own ratings that you saved (CSV)');
  await load.setInputFiles(file);
  await expect(own).toContainText('1 own rating was taken from the file.');
  await expect(own.getByRole('button', { name: 'Remove Harbor Ledger' })).toBeVisible();
  await expect.poll(findHarbor).toMatchObject({ ownBias: -1 });
  await own.getByRole('button', { name: 'Undo' }).last().click();
  await expect(own).toContainText('The ratings from the file were taken back.');
  await expect(load).toBeFocused();
  await expect.poll(findHarbor).toMatchObject({ ownBias: null });
});

settledTest(
  'an outlet is given a place where its ratings are shown, and the story follows at once',
  async ({ reader, extension }) => {
    const { page, popup } = await reader.openWithPopup(reader.find('harbor-ledger', 'bridge').url);
    const barOf = (shown: Page) => shown.locator('.coverage > .bar');
    await expect(barOf(popup)).toHaveAttribute('aria-label', /Far left 1,.*Center 4/);
    await popup.getByRole('button', { name: 'Harbor Ledger: Center, show ratings' }).first().click();
    const place = popup.getByLabel('Your rating of Harbor Ledger');
    await place.focus();
    await place.selectOption('Far left');
    await expect(barOf(popup)).toHaveAttribute('aria-label', /Far left 2,.*Center 3/);
    await expect(popup.getByText('Far left, your own rating')).toBeVisible();
    await expect(place, 'the keyboard stays where it is').toBeFocused();

    const story = await reader.open(await readStoryHref(popup));
    await expect(barOf(story)).toHaveAttribute('aria-label', /Far left 2,.*Center 3/);
    await story.getByRole('button', { name: 'Harbor Ledger: Far left, show ratings' }).first().click();
    await story.getByLabel('Your rating of Harbor Ledger').selectOption('as the raters say');
    await expect(barOf(story)).toHaveAttribute('aria-label', /Far left 1,.*Center 4/);
    await page.bringToFront();
    await expect(barOf(await extension.openPopup())).toHaveAttribute('aria-label', /Far left 1,.*Center 4/);
  },
);
