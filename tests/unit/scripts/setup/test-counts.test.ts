// The last line of the test command counts every kind of failure, including files that could not be loaded.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addCounts,
  closingLine,
  countRun,
  readPlaywrightCounts,
  readVitestCounts,
} from '../../../../scripts/setup/test-counts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (data: unknown) => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(data));
  return file;
};

test('a runner that wrote nothing is a failure', () => {
  expect(readVitestCounts(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(readPlaywrightCounts(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a test file that does not load is a failure', () => {
  const file = write({
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    numFailedTestSuites: 2,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  });
  expect(readVitestCounts(file)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a browser test that passed on the second try is a failure', () => {
  const file = write({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] });
  expect(readPlaywrightCounts(file)).toEqual({ passed: 5, failed: 3, skipped: 0 });
});

test('a runner that ended with an error failed, though it counts no failure', () => {
  const none = { passed: 3, failed: 0, skipped: 1 };
  const some = { passed: 3, failed: 2, skipped: 0 };
  expect(countRun(none, { isOk: false })).toEqual({ passed: 3, failed: 1, skipped: 1 });
  expect(countRun(some, { isOk: false })).toEqual(some);
  expect(countRun(none, { isOk: true })).toEqual(none);
});

test('the closing line', () => {
  const counts = addCounts([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 20, failed: 2, skipped: 1 },
  ]);
  expect(closingLine(counts)).toBe('21 passed, 2 failed, 1 skipped');
  expect(closingLine({ passed: 4, failed: 0, skipped: 0 })).toBe('4 passed, 0 failed');
});
