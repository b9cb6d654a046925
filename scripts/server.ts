// Starts the server; with --sample it polls the sample newsroom of this machine instead of the world's outlets.
//
// --sample=2026-11-29T12:00:00Z publishes as of that time: processes of several roles, and one that is started again, find
// the same articles, whose addresses tell their day.
import process from 'node:process';

const args = process.argv.slice(2);
const sample = args.find((arg) => arg === '--sample' || arg.startsWith('--sample='));
if (sample === undefined) await import('../server/main.ts');
else {
  const { runSample } = await import('./newsroom/run-sample.ts');
  await runSample({ sample, settingArgs: args.filter((arg) => arg !== sample) });
}
