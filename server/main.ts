// The server as a program: reads its settings, reports any mistakes in them, and runs.
import { readConfig } from './config/read-config.ts';
import { createLog } from './log.ts';
import { runServer } from './run-server.ts';

const config = readConfig({ args: process.argv.slice(2), env: process.env });
if (config.ok) {
  const { logLevel, role } = config.value;
  process.exitCode = await runServer({ settings: config.value, log: createLog({ level: logLevel, role }) });
} else {
  for (const sentence of config.error) console.error(sentence);
  process.exitCode = 2;
}
