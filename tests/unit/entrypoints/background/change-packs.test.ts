// Which summaries count as outdated when the imported packs change, wherever the worker is stopped.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changePacks } from '../../../../entrypoints/background/change-packs.ts';
import { readRatingsKey } from '../../../../utils/outlets/ratings-key.ts';
import { until } from '../../../support/until.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
});

const happened: string[] = [];
const note = (what: string) => () => {
  happened.push(what);
};
const deps = { catalogue: { reset: note('catalogue dropped') }, renewPages: async () => note('pages renewed')() };

it('earlier ratings are outdated, and pages are updated with the new ones', async () => {
  const before = await readRatingsKey();
  expect(await changePacks(deps, async () => 'imported')).toBe('imported');
  expect(happened).toEqual(['catalogue dropped', 'pages renewed']);
  expect(await readRatingsKey()).not.toBe(before);
});

it('earlier ratings are also outdated if the worker is stopped right after the change', async () => {
  const before = await readRatingsKey();
  const changed = vi.fn(() => new Promise<void>(() => undefined));
  changePacks(deps, changed).catch(() => undefined);
  await until(() => expect(changed).toHaveBeenCalled());
  expect(await readRatingsKey()).not.toBe(before);
});
