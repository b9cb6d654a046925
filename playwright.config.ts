// Which tests run in a real browser: the interface's states, and the built extension from end to end.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/browser',
  globalSetup: './tests/support/require-build.ts',
  projects: [
    { name: 'ui', testMatch: 'ui/**/*.spec.ts' },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
  ],
  workers: 3, // on two cores: much of a test is waiting for the browser
  fullyParallel: true,
  // Generous, for machines that do other work at the same time: a passing test takes a few seconds.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser-tests.json' }]],
});
