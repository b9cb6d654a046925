// Runs a command with a temporary PostgreSQL: `node scripts/run.mjs postgres vitest run tests/unit/server`.
import { startPostgres } from './setup/find-postgres.ts';
import { runProgram } from './setup/run-program.ts';

const postgres = await startPostgres(console.error);
if (postgres.ok) {
  const { url, version, stop } = postgres.value;
  console.error(`PostgreSQL ${version}`);
  const ran = await runProgram(process.argv.slice(2), { env: { TEST_DATABASE_URL: url } });
  stop();
  process.exitCode = ran.isOk ? 0 : 1;
} else {
  console.error(postgres.error.sentence);
  process.exitCode = 1;
}
