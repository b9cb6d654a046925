// What the server takes from its operator: own packs as spreadsheets save them, thresholds, editions and feeds.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OutletId } from '../../../engine/ids.ts';
import { applyFeedChoices, loadCatalogue, SHIPPED_DATA } from '../../../server/catalogue.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parallax-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WISHES = {
  dataFolder: SHIPPED_DATA,
  editions: [],
  feedLimit: 1,
  registryFeeds: true,
  blindspotRated: 8,
  blindspotShare: 40,
  blindspotChance: 3,
};

const CSV = '# name: Évaluations\n# rater: Zoé\n# date: 2026\noutlet,value\nlemonde.fr,left\n';

it.each([
  ['UTF-8', Buffer.from(CSV)],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CSV, 'utf16le')])],
  ['Windows-1252', Buffer.from(CSV, 'latin1')],
])('reads a table of ratings in %s', async (_, bytes) => {
  writeFileSync(path.join(folder, 'own.csv'), bytes);
  const loaded = await loadCatalogue({ ...WISHES, packsFolder: folder });
  expect(loaded.ok ? loaded.value.ratingPacks.at(-1) : loaded.error).toMatchObject({
    name: 'Évaluations',
    rater: 'Zoé',
  });
});

it('takes the operator’s thresholds of blindspots, which are written in percent', async () => {
  const loaded = await loadCatalogue({ ...WISHES, packsFolder: null });
  expect(loaded.ok && loaded.value.blindspotThresholds).toEqual({
    minRated: 8,
    shareOfBaseline: 0.4,
    maxProbability: 0.03,
  });
});

it('reports a file that is named like a pack and is unreadable', async () => {
  const packsFolder = mkdtempSync(path.join(tmpdir(), 'parallax-packs-'));
  mkdirSync(path.join(packsFolder, 'old.json'));
  const loaded = await loadCatalogue({ ...WISHES, packsFolder });
  rmSync(packsFolder, { recursive: true });
  expect(loaded).toEqual({ ok: false, error: ['old.json cannot be read.'] });
});

it.each([
  ['gb,world', true],
  ['us,uk', false],
])('knows whether there is anything to poll for the editions %s', async (editions, isKnown) => {
  const loaded = await loadCatalogue({ ...WISHES, packsFolder: null, editions: editions.split(',') });
  const sentence = 'EDITIONS: no outlet of uk has a feed. Countries are named by ISO 3166: gb, not uk.';
  expect(loaded.ok ? null : loaded.error).toEqual(isKnown ? null : [sentence]);
});

describe('what counts as usual when looking for blindspots', () => {
  const load = async (registryFeeds: boolean) => {
    const loaded = await loadCatalogue({ ...WISHES, packsFolder: null, registryFeeds });
    if (!loaded.ok) throw new Error(loaded.error.join());
    return loaded.value;
  };

  it('comes from no feeds of the registry where none of them is polled', async () => {
    expect((await load(false)).baseline.rated).toBe(0);
  });

  it('comes from added feeds that are on', async () => {
    const choices = (
      [
        ['nytimes.com', true],
        ['foxnews.com', false],
        ['nobody.test', true],
      ] as const
    ).map(([host, isOn]) => ({ url: `https://${host}/added`, outletId: OutletId.parse(host), isOn }));
    expect(applyFeedChoices(await load(false), choices).baseline).toEqual({ left: 1, center: 0, right: 0, rated: 1 });
    const all = await load(true);
    expect(applyFeedChoices(all, choices).baseline).toEqual(all.baseline);
  });

  it('comes from an outlet of the registry until all its feeds are switched off', async () => {
    const catalogue = await load(true);
    const choices = catalogue.feeds
      .filter(({ outletId }) => outletId === 'foxnews.com')
      .map((feed) => ({ ...feed, isOn: false }));
    expect(choices.length).toBeGreaterThan(1);
    expect(applyFeedChoices(catalogue, choices.slice(1)).baseline).toEqual(catalogue.baseline);
    expect(applyFeedChoices(catalogue, choices).baseline.rated).toBe(catalogue.baseline.rated - 1);
  });
});
