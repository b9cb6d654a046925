// Which tests run in Node, and what stands in for the browser there.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The engine is pure: its tests share workers, since starting one for each file takes longer than most of the files. */
const ENGINE = ['tests/unit/engine/**/*.test.ts', 'tests/golden/**/*.test.ts'];

const PATIENCE_MS = 60_000;

export default defineConfig({
  resolve: { alias: { 'webextension-polyfill': path.resolve(import.meta.dirname, 'tests/support/fake-browser.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    restoreMocks: true,
    // Generous, for machines that do other work at the same time: almost all tests take less than a second on a quiet one.
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    // Without an assertion, one in a callback or a loop that never runs would pass.
    expect: { requireAssertions: true, poll: { timeout: PATIENCE_MS / 2 } },
    // Unless told it leaves one core free, which is half of a small machine; and tests of the server wait half of their time.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Programs that tests start have half of their work behind them: what Node makes of the sources is kept.
    env: { NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, 'node_modules/.cache/parallax/compiled') },
    projects: [
      { extends: true, test: { name: 'engine', include: ENGINE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['tests/{unit,contract,golden,repo,e2e}/**/*.test.{ts,tsx}'],
          exclude: ENGINE,
          setupFiles: ['tests/support/fresh-browser.ts'],
          globalSetup: ['tests/support/server/keep-databases.ts'],
        },
      },
    ],
  },
});
