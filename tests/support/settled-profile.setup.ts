// Runs before tests that start from a set-up browser: onboarding and a first polling round are done once.
import { test } from './extension.ts';
import { keepSettledProfile } from './settled-profile.ts';

test('set up, and read all feeds once', async ({ beginning, extension, reader }) => {
  await reader.setUp();
  await keepSettledProfile(extension, beginning.now);
});
