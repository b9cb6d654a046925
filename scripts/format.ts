// Formats every file and mends what the linter can mend by itself.
import { runProgram } from './setup/run-program.ts';

const { isOk } = await runProgram(['biome', 'check', '--write']);
process.exitCode = isOk ? 0 : 1;
