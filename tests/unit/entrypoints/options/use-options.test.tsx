// What the settings show of changes that were made elsewhere, such as in a second tab of them.
// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { useOptions } from '../../../../entrypoints/options/use-options.ts';
import { browser } from '../../../../utils/browser.ts';
import type { OutletPackInfo } from '../../../../utils/messages.ts';
import { markPacksChanged } from '../../../../utils/outlets/ratings-key.ts';
import { draw, textOf } from '../../components/draw.tsx';

let packs: OutletPackInfo[] = [];

beforeEach(() => {
  packs = [];
  const onEvent = { addListener: () => {}, removeListener: () => {} };
  Object.assign(browser.permissions, { onAdded: onEvent, onRemoved: onEvent });
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1.0.0' }) });
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) =>
    (message as { name: string }).name === 'outlets/packs'
      ? { ok: true, value: packs }
      : { ok: false, error: { reason: 'no-answer' } },
  );
});

function Packs() {
  const { state } = useOptions();
  return <p>{state.outletPacks === null ? 'loading' : `packs: ${state.outletPacks.map(({ name }) => name)}`}</p>;
}

it('a pack that was imported in another tab of the settings is listed in this one too', async () => {
  const root = draw(<Packs />);
  await vi.waitFor(() => expect(textOf(root)).toBe('packs:'));
  packs = [{ name: 'Valley papers', date: '2026-01-01', outlets: 3 }];
  await markPacksChanged(1);
  await vi.waitFor(() => expect(textOf(root)).toBe('packs: Valley papers'));
});
