// Which tests run in Node, and what replaces the browser there.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The engine is pure, so its test files share workers: starting one for each takes longer than most of them run. */
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
    // Otherwise a test would pass whose only assertion is in a callback or a loop that never runs.
    expect: { requireAssertions: true, poll: { timeout: PATIENCE_MS / 2 } },
    // By default one core stays free, which is half of a small machine; and the server's tests spend half their time waiting.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Half the run time of programs that tests start is compilation: the cache keeps its results.
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
