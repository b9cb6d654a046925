// The settings follow changes that are made elsewhere, such as in a second tab.
// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { OwnRatingRow } from '../../../../components/options/options-state.ts';
import { useOptions } from '../../../../entrypoints/options/use-options.ts';
import { browser } from '../../../../utils/browser.ts';
import type { OutletPackInfo } from '../../../../utils/messages.ts';
import { markPacksChanged } from '../../../../utils/outlets/ratings-key.ts';
import { writeSetting } from '../../../../utils/settings.ts';
import { until } from '../../../support/until.ts';
import { draw, textOf } from '../../components/draw.tsx';

let packs: OutletPackInfo[] = [];
let ownRatings: OwnRatingRow[] = [];

beforeEach(() => {
  packs = [];
  ownRatings = [];
  const onEvent = { addListener: () => {}, removeListener: () => {} };
  Object.assign(browser.permissions, { onAdded: onEvent, onRemoved: onEvent });
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1.0.0' }) });
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name } = message as { name: string };
    if (name === 'outlets/packs') return { ok: true, value: packs };
    if (name === 'outlets/own') return { ok: true, value: ownRatings };
    return { ok: false, error: { reason: 'no-answer' } };
  });
});

function Packs() {
  const { state } = useOptions();
  return <p>{state.outletPacks === null ? 'loading' : `packs: ${state.outletPacks.map(({ name }) => name)}`}</p>;
}

it('a pack that was imported in another tab of the settings is listed in this one too', async () => {
  const root = draw(<Packs />);
  await until(() => expect(textOf(root)).toBe('packs:'));
  packs = [{ name: 'Valley papers', date: '2026-01-01', outlets: 3 }];
  await markPacksChanged();
  await until(() => expect(textOf(root)).toBe('packs: Valley papers'));
});

function Rated() {
  const { state } = useOptions();
  return <p>{state.ownRatings === null ? 'loading' : `rated: ${state.ownRatings.map(({ name }) => name)}`}</p>;
}

it('a rated outlet is listed at once', async () => {
  const root = draw(<Rated />);
  await until(() => expect(textOf(root)).toBe('rated:'));
  ownRatings = [{ id: 'herald', name: 'The Herald', host: 'herald.test', bias: 1, date: null }];
  await writeSetting('ownBias', { herald: 1 });
  await until(() => expect(textOf(root)).toBe('rated: The Herald'));
});
