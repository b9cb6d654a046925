// "Clear everything" asks first, and keeps the keyboard's place while it does.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { DataSection } from '../../../../components/options/DataSection.tsx';
import type { OptionsActions } from '../../../../components/options/options-state.ts';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { draw, findButton, textOf } from '../draw.tsx';

it('the keyboard is at the section’s beginning while everything is cleared', async () => {
  const clearData = vi.fn();
  const actions = { clearData } as unknown as OptionsActions;
  const { settings } = OPTIONS;
  if (settings === null) throw new Error('no settings');
  const root = draw(<DataSection settings={settings} state={OPTIONS} actions={actions} />);
  act(() => findButton(root, 'Clear everything…').click());
  await vi.waitFor(() => expect(textOf(document.activeElement)).toBe('Cancel'));
  act(() => findButton(root, 'Yes, clear everything').click());
  expect(document.activeElement?.tagName).toBe('H2');
  expect(clearData).toHaveBeenCalledOnce();
});

it('the keyboard is on “Cancel” when it asks, and back where it was when that is pressed', async () => {
  const clearData = vi.fn();
  const actions = { clearData } as unknown as OptionsActions;
  const { settings } = OPTIONS;
  if (settings === null) throw new Error('no settings');
  const root = draw(<DataSection settings={settings} state={OPTIONS} actions={actions} />);
  const press = (name: string) => act(() => findButton(root, name).click());
  const focused = () => textOf(document.activeElement);

  press('Clear everything…');
  await vi.waitFor(() => expect(focused()).toBe('Cancel'));
  press('Cancel');
  await vi.waitFor(() => expect(focused()).toBe('Clear everything…'));
  expect(clearData).not.toHaveBeenCalled();
});
