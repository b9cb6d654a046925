// Starts the server; with --sample it polls the sample newsroom of this machine instead of the world's outlets.
import process from 'node:process';

const args = process.argv.slice(2);
if (args.includes('--sample')) {
  const { runSample } = await import('./newsroom/run-sample.ts');
  await runSample(args.filter((arg) => arg !== '--sample'));
} else await import('../server/main.ts');
