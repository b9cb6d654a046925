// Removing something in the settings and undoing it: a pack with its contents and its switch, in every tab of the settings.
import { expect, test } from '../support/extension.ts';

const TABLE = '# name: Mine\n# date: 2026\noutlet,value\nherald.test,left\ngull.test,1.5\n';

test('a pack that was removed is put back as it was, switched off, also in a second tab of the settings', async ({
  reader,
  extension,
}) => {
  const address = extension.pageUrl('options.html#ratings');
  const [one, other] = [await reader.open(address), await reader.open(address)];
  const rowIn = (page: typeof one) => page.locator('.packs li', { hasText: 'imported' });
  await one.bringToFront();
  await one
    .getByLabel('Import a rating pack')
    .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await rowIn(one).getByRole('checkbox').click();
  await expect(rowIn(other).getByRole('checkbox')).not.toBeChecked();
  const said = await rowIn(one).innerText();

  await one.getByRole('button', { name: 'Remove Mine' }).press('Enter');
  const undo = one.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expect(one.getByRole('status').filter({ hasText: '“Mine” was removed.' })).toHaveCount(1);
  await expect(rowIn(other)).toHaveCount(0);
  await undo.press('Enter');
  await expect(one.getByRole('button', { name: 'Remove Mine' })).toBeFocused();
  expect(await rowIn(one).innerText()).toBe(said);
  await expect(rowIn(one).getByRole('checkbox')).not.toBeChecked();
  await expect(rowIn(other).getByRole('checkbox')).not.toBeChecked();
});
