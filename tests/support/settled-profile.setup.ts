// Runs before the tests that begin where onboarding and the first round of the feeds have ended.
import { test } from './extension.ts';
import { keepSettledProfile } from './settled-profile.ts';

test('set up, and read all feeds once', async ({ beginning, extension, reader }) => {
  await reader.setUp();
  await keepSettledProfile(extension, beginning.now);
});
