// Checks format, lint, types, import rules and unused code, and reports what failed.
import { runStaticChecks } from './setup/static-checks.ts';

const { failed } = await runStaticChecks();
process.exitCode = failed === 0 ? 0 : 1;
