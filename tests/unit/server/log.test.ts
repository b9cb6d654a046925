// What happens to the server if its log cannot be written.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/** The shell's limit on file sizes acts like a full disk. */
const BLOCKS_MAX = 128;
const FILLING = `
  const { readFileSync, truncateSync } = await import('node:fs');
  const { createLog } = await import('${href}');
  const log = createLog({ level: 'info', role: 'all' });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  for (let no = 0; no < 70; no++) log.info('filling', { text: 'x'.repeat(1000) });
  while (readFileSync(process.env.LOG_FILE).length < ${BLOCKS_MAX} * 512) await pause();
  await pause();
  truncateSync(process.env.LOG_FILE);
  log.info('there is room again');
  while (!readFileSync(process.env.LOG_FILE, 'utf8').includes('room again')) await pause();
  await pause();
  log.info('the last line but one');
  log.info('the last line');
  process.exit(0);
`;

it.skipIf(!existsSync(FULL_DISK))(
  'writes its last line when the disk has been full before',
  { timeout: STARTS_MS },
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parallax-log-'));
    const file = path.join(folder, 'log');
    const output = openSync(file, 'a');
    const limited = `ulimit -f ${BLOCKS_MAX}; exec "$0" --input-type=module --eval "$1"`;
    const { status } = spawnSync('sh', ['-c', limited, process.execPath, FILLING], {
      stdio: ['ignore', output, 'inherit'],
      env: { ...process.env, LOG_FILE: file },
      timeout: STARTS_MS / 3,
    });
    closeSync(output);
    const written = readFileSync(file, 'utf8');
    rmSync(folder, { recursive: true });
    // The library writes the current line and the waiting ones at the same time, so the order of the last ones is open.
    expect([status, written]).toEqual([0, expect.stringContaining('"msg":"the last line"')]);
  },
);
