// Formats every file and applies the linter's automatic fixes.
import { runProgram } from './setup/run-program.ts';

const { isOk } = await runProgram(['biome', 'check', '--write']);
process.exitCode = isOk ? 0 : 1;
