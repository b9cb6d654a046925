// The tests' own PostgreSQL server ends with the process that started it, however that process ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, it } from 'vitest';

const PROGRAM = path.resolve(import.meta.dirname, '../../../../scripts/postgres.ts');
const SLOW_MS = 240_000;

/** Prints its process id and PostgreSQL's, and runs until it is ended. */
const TELL = 'console.log(new URL(process.env.TEST_DATABASE_URL).port, process.pid); setInterval(() => {}, 60_000)';

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

it.skipIf(!existsSync('/usr/lib/postgresql')).each(['SIGHUP', 'SIGTERM'] as const)(
  'PostgreSQL ends at %s (skipped where there is none)',
  { timeout: SLOW_MS },
  async (signal) => {
    const command = [PROGRAM, process.execPath, '-e', TELL];
    const starter = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] });
    const [said] = await once(starter.stdout, 'data');
    const [port = 0, pid = 0] = String(said).split(' ').map(Number);
    expect(await isOpen(port)).toBe(true);
    const exited = once(starter, 'exit');
    starter.kill(signal);
    await exited;
    process.kill(pid);
    expect(await isOpen(port)).toBe(false);
  },
);
