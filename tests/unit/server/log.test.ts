// What becomes of the server when its log cannot be written.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../scripts/setup/run-program.ts';

/** A device of Linux that is always out of space. */
const FULL_DISK = '/dev/full';
const STARTS_MS = 60_000;

const { href } = pathToFileURL(path.join(PROJECT_ROOT, 'server/log.ts'));
const WORKING = `
  const { createLog } = await import('${href}');
  const log = createLog({ level: 'info', role: 'all' });
  for (let no = 0; no < 3; no++) {
    log.info('something happened', { no });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  console.error('worked on');
`;

it.skipIf(!existsSync(FULL_DISK)).each([
  ['at its end', ''],
  ['at once', 'process.exit(0);'],
])('goes on working while the disk of its log is full, and ends %s', { timeout: STARTS_MS }, (_, ending) => {
  const output = openSync(FULL_DISK, 'w');
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', WORKING + ending], {
    stdio: ['ignore', output, 'pipe'],
    encoding: 'utf8',
    timeout: STARTS_MS / 3,
  });
  closeSync(output);
  expect([status, stderr]).toEqual([0, 'worked on\n']);
});
