// Starts the server; with --sample it polls the sample newsroom on this machine instead of real outlets.
//
// --sample=2026-11-29T12:00:00Z publishes as of that time, so that processes of several roles, or a restarted one, find the same
// articles, whose addresses contain the date.
import process from 'node:process';

const args = process.argv.slice(2);
const sample = args.find((arg) => arg === '--sample' || arg.startsWith('--sample='));
if (sample === undefined) await import('../server/main.ts');
else {
  const { runSample } = await import('./newsroom/run-sample.ts');
  await runSample({ sample, settingArgs: args.filter((arg) => arg !== sample) });
}
