// What screen readers announce for every state: nothing twice, and no purely visual separators.
import { expect, type Page } from '@playwright/test';
import { test } from './gallery-page.ts';
import { VIEW_NAMES } from './view-names.ts';

type Spoken = { readonly role: string; readonly name: string; readonly description: string };

const CONTROLS = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'radio',
  'searchbox',
  'spinbutton',
  'switch',
  'tab',
]);

test('no control is described by its own name, and no dot between facts is read', async ({
  gallery: { page, show },
}) => {
  for (const view of VIEW_NAMES) {
    await show({ view });
    const spoken = await readSpoken(page);
    const controls = spoken.filter(({ role }) => CONTROLS.has(role));
    expect
      .soft(
        controls.filter(({ name, description }) => name === '' || name === description),
        view,
      )
      .toEqual([]);
    expect
      .soft(
        spoken.filter(({ name }) => name.trim() === '·'),
        view,
      )
      .toEqual([]);
  }
});

test('the bias bar has a name, and none of its parts is read', async ({ gallery: { page, show } }) => {
  await show({ view: 'popup/covered' });
  const names = (await readSpoken(page)).map(({ name }) => name);
  expect(names.filter((name) => name.includes('4 unrated'))).toEqual([]);
  expect(names.filter((name) => name.endsWith('Right 1; unrated: 4'))).toHaveLength(1);
});

test('the outlet of a report is read once', async ({ gallery: { page, show } }) => {
  for (const view of ['popup/covered', 'story/shown']) {
    await show({ view });
    const reports = page.locator('.families > .family');
    const names = await reports.locator('> .grow > .outlet-line > .outlet-name').allTextContents();
    expect(names.length).toBeGreaterThan(5);
    for (const [index, name] of names.entries()) {
      const heard = (await reports.nth(index).ariaSnapshot()).replace(/\/url: .*/g, '');
      expect.soft(heard.split(name).length - 1, `${view}: ${heard}`).toBe(1);
    }
  }
});

test('the explanation of a choice or a feed is not part of its name', async ({ gallery: { page, show } }) => {
  await show({ view: 'options/all' });
  const spoken = await readSpoken(page);
  const radio = spoken.find(({ role }) => role === 'radio');
  expect(radio).toEqual({
    role: 'radio',
    name: 'Only when I click the toolbar button',
    description: 'No permission is needed. Nothing is read until you click.',
  });
  const feed = spoken.find(({ role, name }) => role === 'checkbox' && name.startsWith('Northern Wire'));
  expect(feed?.name).toBe('Northern Wire Lean left United States English');
  expect(feed?.description).toContain('https://wire.test/feeds/latest.xml');
});

async function readSpoken(page: Page): Promise<readonly Spoken[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
    }));
}
