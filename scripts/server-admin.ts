// The server's admin command line; the commands are in server/admin/commands.ts.
import { runAdmin } from '../server/admin/run-admin.ts';

process.exitCode = await runAdmin({
  args: process.argv.slice(2),
  env: process.env,
  now: Date.now,
  say: console.log,
  complain: console.error,
});
