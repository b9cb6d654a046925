// The lock of the embedded database's folder on macOS and Windows, where no start time tells two processes of one number apart.
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockFolder } from '../../../../server/store/lock-folder.ts';

vi.mock('node:fs', async (importFs) => {
  const fs = await importFs<typeof import('node:fs')>();
  const withoutProc =
    <Args extends readonly unknown[], Answer>(read: (...args: Args) => Answer) =>
    (...args: Args) => {
      if (String(args[0]).startsWith('/proc/')) throw new Error('ENOENT');
      return read(...args);
    };
  return { ...fs, readFileSync: withoutProc(fs.readFileSync), readlinkSync: withoutProc(fs.readlinkSync) };
});

const GONE = 999_999_999;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parallax-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leaveLock(pid: number, touchedSecondsAgo: number): void {
  writeFileSync(file, `${pid}  `);
  const at = Date.now() / 1000 - touchedSecondsAgo;
  utimesSync(file, at, at);
}

test('a lock is held by who lives and touches it', () => {
  const unlock = lockFolder(folder);
  expect(readFileSync(file, 'utf8')).toBe(`${process.pid}  `);
  expect(() => lockFolder(folder)).toThrow(`${folder} is in use by process ${process.pid}.`);
  unlock();
  leaveLock(process.pid, 19);
  expect(() => lockFolder(folder)).toThrow('in use by process');
});

test('a lock that its process left is free, though another process has the number by now', () => {
  leaveLock(process.pid, 21);
  lockFolder(folder)();
  leaveLock(GONE, 0);
  lockFolder(folder)();
});
