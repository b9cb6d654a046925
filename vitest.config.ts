// Which tests run in Node, and what stands in for the browser there.
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'webextension-polyfill': path.resolve(import.meta.dirname, 'tests/support/fake-browser.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{unit,contract,golden,repo,e2e}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/fresh-browser.ts'],
    restoreMocks: true,
    maxWorkers: '100%', // unless told it leaves one core free, which is half of a small machine
  },
});
