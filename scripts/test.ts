// Runs everything: checks, builds, unit, contract and golden tests, the repository's own rules, and the browser tests.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildExtension } from './setup/build-extension.ts';
import { getBrowser } from './setup/find-browser.ts';
import { findFirefox } from './setup/find-firefox.ts';
import { startPostgres } from './setup/find-postgres.ts';
import { PROJECT_ROOT, runProgram } from './setup/run-program.ts';
import { runStaticChecks } from './setup/static-checks.ts';
import {
  addCounts,
  closingLine,
  countRun,
  readPlaywrightCounts,
  readVitestCounts,
  type TestCounts,
} from './setup/test-counts.ts';

const RESULTS = path.join(PROJECT_ROOT, 'test-results');
const NODE_RESULTS = path.join(RESULTS, 'node-tests.json');
const BROWSER_RESULTS = path.join(RESULTS, 'browser-tests.json');

const PASSED: TestCounts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: TestCounts = { passed: 0, failed: 1, skipped: 0 };

async function testInNode(): Promise<TestCounts> {
  const postgres = await startPostgres(console.error);
  console.log(postgres.ok ? `PostgreSQL ${postgres.value.version}` : postgres.error.sentence);
  const env = postgres.ok ? { TEST_DATABASE_URL: postgres.value.url } : {};
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${NODE_RESULTS}`];
  const { isOk } = await runProgram(['vitest', 'run', ...output], { env });
  if (postgres.ok) postgres.value.stop();
  return reportRun('Vitest', { isOk, counts: readVitestCounts(NODE_RESULTS) });
}

async function testInBrowser(): Promise<TestCounts> {
  const browser = getBrowser(console.error);
  if (!browser.ok) {
    console.log(browser.error.sentence);
    return FAILED;
  }
  console.log(`Browser: ${browser.value.path} (${browser.value.origin})`);
  const firefox = findFirefox(process.env, process.platform);
  console.log(firefox.ok ? `Firefox: ${firefox.value.path} (${firefox.value.version})` : firefox.error.sentence);
  const { isOk } = await runProgram(['playwright', 'test'], { env: { CHROME_PATH: browser.value.path } });
  return reportRun('Playwright', { isOk, counts: readPlaywrightCounts(BROWSER_RESULTS) });
}

type Run = { readonly isOk: boolean; readonly counts: TestCounts };

function reportRun(runner: string, { isOk, counts }: Run): TestCounts {
  const counted = countRun(counts, { isOk });
  if (counted.failed > counts.failed) console.log(`${runner} failed outside of any test; see its output above.`);
  return counted;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const builds = [await buildExtension('chrome'), await buildExtension('firefox')].map((built) =>
  built.isWithinLimits ? PASSED : FAILED,
);
const checks = { ...(await runStaticChecks()), skipped: 0 };
const total = addCounts([...builds, checks, await testInNode(), await testInBrowser()]);
console.log(closingLine(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
