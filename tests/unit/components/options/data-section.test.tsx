// "Clear everything" asks for confirmation, and keeps the focus in its place.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { DataSection } from '../../../../components/options/DataSection.tsx';
import type { OptionsActions } from '../../../../components/options/options-state.ts';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { until } from '../../../support/until.ts';
import { draw, findButton, textOf } from '../draw.tsx';

async function ask() {
  const clearData = vi.fn();
  const { settings } = OPTIONS;
  if (settings === null) throw new Error('no settings');
  const actions = { clearData } as unknown as OptionsActions;
  const root = draw(<DataSection settings={settings} state={OPTIONS} actions={actions} />);
  const press = (name: string) => act(() => findButton(root, name).click());
  press('Clear everything…');
  await until(() => expect(focused()).toBe('Cancel'));
  return { clearData, press };
}

it('where a server answers, pages can be compared without stored data', () => {
  const { settings, source } = OPTIONS;
  if (settings === null || source === null) throw new Error('no settings');
  const stored = { articles: 0, stories: 0, unreadable: 'storage-forbidden' } as const;
  const said = (mode: 'on-device' | 'server') => {
    const state = { ...OPTIONS, stored, source: { ...source, mode } };
    return textOf(draw(<DataSection settings={settings} state={state} actions={NO_ACTIONS} />));
  };
  expect(said('on-device')).toContain('nothing to compare pages with');
  expect(said('server')).not.toContain('nothing to compare pages with');
});

it.each([
  ['storage-newer', 'Update Parallax, or clear the data'],
  ['storage-failed', 'could not open its stored data'],
] as const)('what cannot be counted is not said to be nothing (%s)', (unreadable, text) => {
  const { settings } = OPTIONS;
  if (settings === null) throw new Error('no settings');
  const state = { ...OPTIONS, stored: { articles: 0, stories: 0, unreadable } };
  const root = draw(<DataSection settings={settings} state={state} actions={NO_ACTIONS} />);
  expect(textOf(root)).toContain(text);
  expect(textOf(root)).not.toContain('0 articles');
});

const NO_ACTIONS = {} as unknown as OptionsActions;
const focused = () => textOf(document.activeElement);

it('the keyboard is at the section’s beginning while everything is cleared', async () => {
  const { clearData, press } = await ask();
  press('Yes, clear everything');
  expect(document.activeElement?.tagName).toBe('H2');
  expect(clearData).toHaveBeenCalledOnce();
});

it('the keyboard is on “Cancel” when it asks, and back where it was when that is pressed', async () => {
  const { clearData, press } = await ask();
  press('Cancel');
  await until(() => expect(focused()).toBe('Clear everything…'));
  expect(clearData).not.toHaveBeenCalled();
});
