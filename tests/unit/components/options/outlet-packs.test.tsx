// The options page lists imported outlets beside the import, and each pack can be removed.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Options } from '../../../../components/options/Options.tsx';
import { NO_OPTIONS_ACTIONS } from '../../../support/ui/no-actions.ts';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { draw, textOf } from '../draw.tsx';

it('shows name, number and date of a pack, and removes it by its name', () => {
  const removeOutletPack = vi.fn();
  const root = draw(<Options state={OPTIONS} actions={{ ...NO_OPTIONS_ACTIONS, removeOutletPack }} />);
  expect(textOf(root.querySelector('#feeds'))).toContain('A library’s own outlets 12 outlets, as of Jan 15, 2026');
  const remove = root.querySelector<HTMLElement>('[aria-label="Remove A library’s own outlets"]');
  act(() => remove?.click());
  expect(removeOutletPack).toHaveBeenCalledWith('A library’s own outlets');
});

it('shows no list before anything was imported', () => {
  const root = draw(<Options state={{ ...OPTIONS, outletPacks: [] }} actions={NO_OPTIONS_ACTIONS} />);
  expect(textOf(root)).not.toContain('Imported outlets');
});
