// Removing items from a list in the settings and undoing it, with a worker whose answers the test controls.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OptionsState } from '../../../../components/options/options-state.ts';
import { createOptionsActions } from '../../../../entrypoints/options/options-actions.ts';
import { readEmptyOptions } from '../../../../entrypoints/options/read-options.ts';
import {
  readSetting,
  readSettings,
  type SettingName,
  writeSetting,
  writeSettings,
} from '../../../../utils/settings.ts';
import { until } from '../../../support/until.ts';

const asked: unknown[] = [];
let answers: Record<string, unknown> = {};
let failing: string | null = null;

beforeEach(() => {
  asked.length = 0;
  answers = {};
  failing = null;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name, input } = message as { name: string; input: unknown };
    if (name.startsWith('packs/')) asked.push([name, input]);
    if (name === failing) return { ok: false, error: { reason: 'failed', detail: 'storage-full' } };
    return { ok: true, value: answers[name] ?? [] };
  });
});

/** The page with its current settings. */
async function openPage(parts: Partial<OptionsState> = {}) {
  let state: OptionsState = { ...readEmptyOptions(), ...parts, settings: await readSettings() };
  const actions = () =>
    createOptionsActions(state, (change) => {
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
    });
  const undo = async () => {
    actions().undoRemoval();
    const before = state.removed;
    await until(() => expect(state.removed).not.toBe(before));
  };
  return { state: () => state, actions, undo };
}

type Page = Awaited<ReturnType<typeof openPage>>;
type Case = [SettingName, object, (page: Page) => void, { list: string; name: string; index: number }];

const OWN = { herald: 1, gazette: { bias: -2, date: '2026-01-15' }, gull: { bias: 0, date: '2026-02-01' } };

describe('of a setting', () => {
  const cases: Case[] = [
    [
      'chosenSites',
      ['gull.test', 'herald.test', 'mayor.test'],
      ({ actions }) => actions().removeChosenSite('herald.test'),
      { list: 'chosen-sites', name: 'herald.test', index: 1 },
    ],
    [
      'sitesOff',
      ['gull.test', 'herald.test'],
      ({ actions }) => actions().switchSiteOn('gull.test'),
      { list: 'sites-off', name: 'gull.test', index: 0 },
    ],
    [
      'badgeSites',
      { 'gull.test': 'off', 'herald.test': 'hover', 'mayor.test': 'all' },
      ({ actions }) => actions().forgetBadgeSite('herald.test'),
      { list: 'badge-sites', name: 'herald.test', index: 1 },
    ],
    [
      'ownBias',
      OWN,
      ({ actions }) => actions().removeOwnRating('gazette'),
      { list: 'own-ratings', name: 'Ferry Gazette', index: 0 },
    ],
  ];
  const ownRatings = [{ id: 'gazette', name: 'Ferry Gazette', host: 'gazette.test', bias: -2, date: '2026-01-15' }];

  it.each(cases)('%s: an item is put back where it was, as it was', async (name, value, remove, item) => {
    await writeSetting(name, value as never);
    const page = await openPage({ ownRatings });
    remove(page);
    expect(page.state().removed).toMatchObject(item);
    await until(async () => expect(await readSetting(name)).not.toEqual(value));
    await page.undo();
    expect(page.state().removed).toBeNull();
    expect(JSON.stringify(await readSetting(name))).toBe(JSON.stringify(value));
  });

  it('an item that was added again meanwhile is kept', async () => {
    await writeSettings({ ownBias: OWN, badgeSites: { 'gull.test': 'off' } });
    const page = await openPage({ ownRatings });
    page.actions().removeOwnRating('gazette');
    await until(async () => expect(await readSetting('ownBias')).not.toHaveProperty('gazette'));
    await writeSetting('ownBias', { gazette: { bias: 3, date: '2026-03-01' } });
    await page.undo();
    expect(await readSetting('ownBias')).toEqual({ gazette: { bias: 3, date: '2026-03-01' } });
  });

  it('the place of an outlet in the search results is removed and restored with its rating', async () => {
    await writeSetting('ownBias', OWN);
    const gazette = { id: 'gazette', name: 'Ferry Gazette', host: 'gazette.test', ratings: [], ownBias: -2 };
    const found = { outlets: [gazette], total: 1 };
    answers = { 'outlets/own': ownRatings };
    const page = await openPage({ ownRatings, found });
    page.actions().removeOwnRating('gazette');
    expect(page.state().found?.outlets[0]?.ownBias).toBeNull();
    await page.undo();
    expect(page.state().found?.outlets[0]?.ownBias).toBe(-2);
  });
});

describe('of the imported packs', () => {
  const pack = { format: 'parallax-outlets-1', name: 'Valley papers', date: '2026-01-01', outlets: [] };
  const kept = { stored: { kind: 'outlets', id: 'Valley papers', pack }, isSwitchedOff: false };
  const outletPacks = [{ name: 'Valley papers', date: '2026-01-01', outlets: 0 }];
  const name = { kind: 'outlets', id: 'Valley papers' };

  it('a pack that could not be removed is not reported as removed', async () => {
    answers = { 'packs/read': kept };
    const page = await openPage({ outletPacks });
    failing = 'packs/remove';
    page.actions().removeOutletPack('Valley papers');
    expect(page.state().removed).not.toBeNull();
    await until(() => expect(page.state().removed).toBeNull());
  });

  it('a pack is restored with all its data', async () => {
    answers = { 'packs/read': kept, 'packs/remove': {}, 'packs/restore': { failure: null } };
    const page = await openPage({ outletPacks });
    page.actions().removeOutletPack('Valley papers');
    await page.undo();
    expect(asked).toEqual([
      ['packs/read', name],
      ['packs/remove', name],
      ['packs/restore', kept],
    ]);
    expect(page.state().removed).toBeNull();
  });

  it('an item that is removed while another is restored can still be restored', async () => {
    await writeSetting('chosenSites', ['gull.test']);
    answers = { 'packs/read': kept, 'packs/remove': {}, 'packs/restore': { failure: null } };
    const page = await openPage({ outletPacks });
    page.actions().removeOutletPack('Valley papers');
    page.actions().undoRemoval();
    page.actions().removeChosenSite('gull.test');
    await until(() => expect(page.state().packs).not.toBeNull());
    expect(page.state().removed).toMatchObject({ list: 'chosen-sites', id: 'gull.test' });
  });

  it('a pack that no longer fits can be restored later, and the reason is shown', async () => {
    answers = { 'packs/read': kept, 'packs/remove': {}, 'packs/restore': { failure: 'storage-full' } };
    const page = await openPage({ outletPacks });
    page.actions().removeOutletPack('Valley papers');
    await page.undo();
    expect(page.state().removed).toMatchObject({ name: 'Valley papers', failure: 'storage-full' });
  });
});

it('nothing is put back after everything was cleared', async () => {
  await writeSetting('chosenSites', ['gull.test']);
  const page = await openPage();
  page.actions().removeChosenSite('gull.test');
  page.actions().clearData();
  expect(page.state().removed).toBeNull();
});

it('a pack that is removed is no longer said to have been imported', async () => {
  const imported = { status: 'imported', name: 'Mine', entries: 1, skipped: 0, problems: [] } as const;
  const page = await openPage({ ratingImport: imported, outletImport: imported });
  page.actions().removePack('mine');
  expect(page.state().ratingImport).toBeNull();
  page.actions().removeOutletPack('Mine');
  expect(page.state().outletImport).toBeNull();
});
