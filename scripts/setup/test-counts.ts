// Reads the numbers of passed and failed tests from the reports of the two test runners.
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

export type TestCounts = { readonly passed: number; readonly failed: number; readonly skipped: number };

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not even be loaded have no tests to fail. */
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** A runner that wrote no report has failed as a whole, which counts as one failure. */
const NO_REPORT: TestCounts = { passed: 0, failed: 1, skipped: 0 };

export function readVitestCounts(file: string): TestCounts {
  if (!existsSync(file)) return NO_REPORT;
  const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  const brokenFiles = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed only on a second try counts as failed. */
export function readPlaywrightCounts(file: string): TestCounts {
  if (!existsSync(file)) return NO_REPORT;
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** A throwing hook or an unhandled rejection makes the runner fail, but is in no count. */
export function countRun(counts: TestCounts, { isOk }: { readonly isOk: boolean }): TestCounts {
  return isOk || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

export function addCounts(counts: readonly TestCounts[]): TestCounts {
  const sum = (name: keyof TestCounts) => counts.reduce((total, part) => total + part[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The closing line of `npm test`. */
export function closingLine({ passed, failed, skipped }: TestCounts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
