// The static checks: format, lint, types, import rules, unused code.
import { findBrokenImportRules } from './import-rules.ts';
import { readImports } from './read-imports.ts';
import { PROJECT_ROOT, runProgram } from './run-program.ts';

type Check = {
  readonly name: string;
  readonly run: () => Promise<{ readonly isOk: boolean; readonly output: string }>;
};

const program =
  (...words: string[]) =>
  () =>
    runProgram(words, { isQuiet: true });

const CHECKS: readonly Check[] = [
  { name: 'format and lint', run: program('biome', 'check', '--error-on-warnings') },
  { name: 'types: engine', run: program('tsc', '-p', 'engine') },
  { name: 'types: extension', run: program('tsc', '-p', '.') },
  { name: 'types: server', run: program('tsc', '-p', 'server') },
  { name: 'types: scripts and tests', run: program('tsc', '-p', 'scripts') },
  { name: 'import rules', run: checkImports },
  { name: 'unused code', run: program('knip') },
];

async function checkImports() {
  const imports = readImports(PROJECT_ROOT, ['engine', 'utils', 'components', 'entrypoints', 'server']);
  if (imports.size === 0) return { isOk: false, output: 'No source file was found to check.' };
  const broken = findBrokenImportRules(imports);
  return { isOk: broken.length === 0, output: broken.join('\n') };
}

export type CheckCounts = { readonly passed: number; readonly failed: number };

/** Prints a line for each check, and the output of failing ones. */
export async function runStaticChecks(): Promise<CheckCounts> {
  let failed = 0;
  for (const { name, run } of CHECKS) {
    const { isOk, output } = await run();
    console.log(`${isOk ? '✓' : '✗'} ${name}`);
    if (isOk) continue;
    failed += 1;
    console.log(output.trimEnd());
  }
  return { passed: CHECKS.length - failed, failed };
}
