// The key of the current ratings, which stays the same as long as nothing that affects them has changed.
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createKeptHash } from '../../../../utils/outlets/kept-hash.ts';
import { readRatingsKey } from '../../../../utils/outlets/ratings-key.ts';
import { resetSettings, writeSetting } from '../../../../utils/settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
});

const setPolicy = (policy: object) => fakeBrowser.storage.local.set({ policy });

test('the pack of an organisation decides the key', async () => {
  const without = await readRatingsKey();
  await setPolicy({ ratingPack: '{"id":"one"}' });
  const one = await readRatingsKey();
  await setPolicy({ ratingPack: '{"id":"two"}' });
  const two = await readRatingsKey();
  await setPolicy({ ratingPack: '{"id":"one"}' });
  expect(await readRatingsKey()).toBe(one);
  expect(new Set([without, one, two]).size).toBe(3);
});

test('so do the reader’s thresholds of blindspots', async () => {
  const before = await readRatingsKey();
  await writeSetting('blindspotThresholds', { minRated: 8, shareOfBaseline: 0.5, maxProbability: 0.05 });
  expect(await readRatingsKey()).not.toBe(before);
  await resetSettings(['blindspotThresholds']);
  expect(await readRatingsKey()).toBe(before);
});

test('a pack of megabytes is not hashed with every lookup', () => {
  const hashed: string[] = [];
  const keptHash = createKeptHash((text) => {
    hashed.push(text);
    return text.toUpperCase();
  });
  expect(['a', 'a', 'b', 'b', 'a'].map(keptHash)).toEqual(['A', 'A', 'B', 'B', 'A']);
  expect(hashed).toEqual(['a', 'b', 'a']);
});
