// What the options page shows after its controls were used, with a worker whose answers the test controls.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OptionsState } from '../../../../components/options/options-state.ts';
import { createOptionsActions } from '../../../../entrypoints/options/options-actions.ts';
import { readEmptyOptions } from '../../../../entrypoints/options/read-options.ts';
import type { Tell } from '../../../../entrypoints/options/use-options.ts';
import { readSetting, writeSettings } from '../../../../utils/settings.ts';
import { ledgerLineOf } from '../../../support/ledger-line.ts';
import { until } from '../../../support/until.ts';

const LINE = ledgerLineOf({ kind: 'lookup', contained: { type: 'hash-bits', bits: 13 } });

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
});

test('after clearing everything the ledger is empty, whichever kind is selected by then', async () => {
  const asked: unknown[] = [];
  let clear = () => {};
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name, input } = message as { name: string; input: unknown };
    asked.push([name, input]);
    if (name !== 'data/clear') return { ok: true, value: [] };
    await new Promise<void>((resolve) => {
      clear = resolve;
    });
    return { ok: true, value: {} };
  });
  const ledger = { filter: 'lookup', lines: [LINE], total: 1, limit: 50, hasMore: false, isDiskRead: true } as const;
  let state: OptionsState = { ...readEmptyOptions(), ledger };
  createOptionsActions(state, (change) => {
    state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
  }).clearData();
  state = { ...state, ledger: { ...ledger, filter: 'match' } };
  clear();
  await until(() => expect(state.clearing).toBe('done'));
  expect(state.ledger).toEqual({ ...ledger, filter: 'match', lines: [], total: 0 });
  expect(asked[0]).toEqual(['data/clear', {}]);
});

test('thresholds of blindspots that are changed in quick succession are all saved, and reset together', async () => {
  const { changeBlindspots, resetBlindspots } = createOptionsActions(readEmptyOptions(), () => {});
  const first = await readSetting('blindspotThresholds');
  changeBlindspots({ minRated: 9 });
  changeBlindspots({ maxProbability: 0.02 });
  const changed = { ...first, minRated: 9, maxProbability: 0.02 };
  await until(async () => expect(await readSetting('blindspotThresholds')).toEqual(changed));
  resetBlindspots();
  await until(async () => expect(await readSetting('blindspotThresholds')).toEqual(first));
});

describe('an imported file', () => {
  const TEXT = 'outlet;value\nbücher;1';
  const utf16 = Uint8Array.from([0xff, 0xfe, ...[...TEXT].flatMap((char) => [char.charCodeAt(0), 0])]);
  const windows = Uint8Array.from(TEXT, (char) => char.charCodeAt(0));

  async function importFile(file: File) {
    const texts: unknown[] = [];
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      const { name, input } = message as { name: string; input: { text?: string } };
      if (name !== 'ratings/import') return { ok: true, value: [] };
      texts.push(input.text);
      return { ok: true, value: { status: 'imported', name: 'Mine', entries: 1, skipped: 0, problems: [] } };
    });
    let state = readEmptyOptions();
    createOptionsActions(state, (change) => {
      state = { ...state, ...change };
    }).importRatings(file);
    await until(() => expect(state.ratingImport).not.toBeNull());
    return { result: state.ratingImport?.status, texts };
  }

  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16, as a spreadsheet calls Unicode', utf16],
    ['Windows-1252', windows],
  ])('is read as %s', async (_, bytes) => {
    expect(await importFile(new File([bytes], 'mine.csv'))).toEqual({ result: 'imported', texts: [TEXT] });
  });

  test('that can no longer be read is reported as failed', async () => {
    const file = new File([], 'mine.csv');
    const fail = () => Promise.reject(new DOMException('it was changed meanwhile', 'NotReadableError'));
    expect(await importFile(Object.assign(file, { text: fail, arrayBuffer: fail }))).toEqual({
      result: 'failed',
      texts: [],
    });
  });
});

describe('an own rating', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test.each([
    ['America/Los_Angeles', '2026-05-30'],
    ['Asia/Tokyo', '2026-05-31'],
  ])('is dated by the day that it is for the reader (%s)', async (zone, date) => {
    vi.stubEnv('TZ', zone);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 31, 2) });
    await writeSettings({ ownBias: {} });
    createOptionsActions(readEmptyOptions(), () => {}).rateOutlet('herald', 1);
    await until(async () => expect(await readSetting('ownBias')).toEqual({ herald: { bias: 1, date } }));
  });
});

test('a pack and a feed are shown as switched at once, and a second press switches them back', async () => {
  await writeSettings({ ratingPacksOff: [], feedsAdded: [], feedsRemoved: [] });
  const feed = { url: 'https://a.test/feed', isChosen: false };
  let state = {
    ...readEmptyOptions(),
    packs: [{ id: 'own-raters', isOn: true }],
    feeds: [feed],
  } as never as OptionsState;
  const tell: Tell = (change) => {
    state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
  };
  const press = () => {
    const actions = createOptionsActions(state, tell);
    for (const pack of state.packs ?? []) actions.togglePack(pack);
    for (const one of state.feeds ?? []) actions.toggleFeed(one);
  };
  const shown = () => [state.packs?.[0]?.isOn, state.feeds?.[0]?.isChosen];
  const stored = async () => [await readSetting('ratingPacksOff'), await readSetting('feedsAdded')];
  press();
  expect(shown()).toEqual([false, true]);
  await until(async () => expect(await stored()).toEqual([['own-raters'], [feed.url]]));
  press();
  expect(shown()).toEqual([true, false]);
  await until(async () => expect(await stored()).toEqual([[], []]));
});

test('no choice is lost if several follow each other at once', async () => {
  await writeSettings({ editions: ['us'], feedsAdded: [], feedsRemoved: [] });
  const actions = createOptionsActions(readEmptyOptions(), () => {});
  for (const id of ['fr', 'de', 'us']) actions.toggleEdition(id);
  for (const name of ['a', 'b']) actions.toggleFeed({ url: `https://${name}.test/feed`, isChosen: false } as never);
  await until(async () => expect(await readSetting('editions')).toEqual(['fr', 'de']));
  await until(async () =>
    expect(await readSetting('feedsAdded')).toEqual(['https://a.test/feed', 'https://b.test/feed']),
  );
});

test('a refusal names what was asked for, and is forgotten with the next choice', async () => {
  vi.spyOn(fakeBrowser.permissions, 'request').mockRejectedValue(new Error('blocked by your administrator'));
  let state: OptionsState = { ...readEmptyOptions(), missingOrigins: ['https://valley.test/*'] };
  const actions = createOptionsActions(state, (change) => {
    state = { ...state, ...change };
  });
  actions.allowFeeds();
  await until(() => expect(state.refused).toBe('feeds'));
  actions.toggleEdition('fr');
  expect(state.refused).toBeNull();
  actions.allowReading();
  await until(() => expect(state.refused).toBe('reading'));
  actions.setReadingMode('on-click');
  expect(state.refused).toBeNull();
});
