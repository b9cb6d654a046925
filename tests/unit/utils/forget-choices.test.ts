// Clearing everything deletes settings that reveal sites, outlets or imported packs, and keeps the others.
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetChoices } from '../../../utils/forget-choices.ts';
import { SHIPPED_RATING_PACKS } from '../../../utils/outlets/shipped-packs.ts';
import { holdChoice, settleChoice } from '../../../utils/reading/pending-choice.ts';
import { readSettings, writeSetting } from '../../../utils/settings.ts';

beforeEach(() => fakeBrowser.reset());

it('deletes what reveals sites and outlets', async () => {
  const before = await readSettings();
  await writeSetting('readingMode', 'every-site');
  await writeSetting('chosenSites', ['herald.test']);
  await writeSetting('sitesOff', ['gazette.test']);
  await writeSetting('ownBias', { herald: -2 });
  await writeSetting('feedsAdded', ['https://herald.test/rss']);
  await writeSetting('feedsRemoved', ['https://gazette.test/rss']);
  await forgetChoices();
  expect(await readSettings()).toEqual(before);
});

it('deletes a pending choice, which a later grant would complete', async () => {
  await holdChoice('herald.test');
  await forgetChoices();
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  await settleChoice();
  expect(await readSettings()).toMatchObject({ readingMode: 'on-click', chosenSites: [] });
});

it('keeps the other settings', async () => {
  const [shipped = ''] = SHIPPED_RATING_PACKS;
  await writeSetting('editions', ['us']);
  await writeSetting('keepDays', 30);
  await writeSetting('isOnboarded', true);
  await writeSetting('ratingPacksOff', [shipped, 'imported']);
  await forgetChoices();
  const kept = { editions: ['us'], keepDays: 30, isOnboarded: true, ratingPacksOff: [shipped] };
  expect(await readSettings()).toMatchObject(kept);
});
