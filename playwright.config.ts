// Which tests run in a real browser: the interface's states, and the built extension from end to end.
import { defineConfig } from '@playwright/test';

const SERVER_MODE = 'e2e/server-mode.spec.ts';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/browser',
  globalSetup: './tests/support/require-build.ts',
  projects: [
    // First, and in one worker: its tests share a server, which takes twenty seconds to start, mostly waiting.
    { name: 'server', testMatch: SERVER_MODE, fullyParallel: false },
    { name: 'ui', testMatch: 'ui/**/*.spec.ts' },
    { name: 'settle', testMatch: 'support/settled-profile.setup.ts' },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts', testIgnore: SERVER_MODE, dependencies: ['settle'] },
  ],
  workers: 3, // on two cores, since tests spend much of their time waiting for the browser
  fullyParallel: true,
  // Generous, for machines that do other work at the same time: a passing test takes a few seconds.
  timeout: 120_000,
  expect: { timeout: 30_000, toPass: { timeout: 30_000 } },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser-tests.json' }]],
});
