// Own ratings from a file: existing ratings are kept, and the import can be undone.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeOwnRatings } from '../../../../entrypoints/options/own-file.ts';
import { changeSetting, readSetting, writeSetting } from '../../../../utils/settings.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

const place = (id: string, bias: number, date: string | null = null) => ({ id, bias, date });
const take = (...places: readonly ReturnType<typeof place>[]) =>
  takeOwnRatings({ status: 'read', places: [...places], skipped: 0, problems: [] });

it('existing ratings are not overwritten, and the number of different ones is reported', async () => {
  await writeSetting('ownBias', { herald: { bias: 1, date: '2026-01-01' }, gull: -2 });
  const taken = await take(place('herald', -1, '2025-05-05'), place('gull', -2), place('wire', 0, '2025-05-05'));
  expect(taken).toMatchObject({ status: 'taken', entries: 1, kept: 1 });
  expect(await readSetting('ownBias')).toEqual({
    herald: { bias: 1, date: '2026-01-01' },
    gull: -2,
    wire: { bias: 0, date: '2025-05-05' },
  });
});

it('undo removes the imported ratings, except those that were changed since', async () => {
  await writeSetting('ownBias', { herald: 1 });
  const taken = await take(place('herald', 1), place('wire', 0), place('gull', 2));
  await changeSetting('ownBias', (own) => ({ ...own, gull: { bias: -1, date: '2026-01-01' } }));
  if (taken?.status !== 'taken') throw new Error('not taken');
  await taken.takeBack();
  expect(await readSetting('ownBias')).toEqual({ herald: 1, gull: { bias: -1, date: '2026-01-01' } });
});

it('a full storage is reported', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
  expect(await take(place('wire', 0))).toEqual({ status: 'storage-full' });
});
