// The lock on the embedded database's folder on macOS and Windows, where no start time distinguishes two processes with the same id.
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { lockFolder } from '../../../../server/store/lock-folder.ts';
import { GONE, leaveLock, useLockedFolder } from '../../../support/server/locked-folder.ts';

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

const at = useLockedFolder();

test('a lock is held by who lives and touches it', () => {
  const unlock = lockFolder(at.folder);
  expect(readFileSync(at.file, 'utf8')).toBe(`${process.pid}  `);
  expect(() => lockFolder(at.folder)).toThrow(`${at.folder} is in use by process ${process.pid}.`);
  unlock();
  leaveLock(at, `${process.pid}  `, 19);
  expect(() => lockFolder(at.folder)).toThrow('in use by process');
});

test('a lock that its process left is free, though another process has the number by now', () => {
  leaveLock(at, `${process.pid}  `, 21);
  expect(() => lockFolder(at.folder)()).not.toThrow();
  leaveLock(at, `${GONE}  `, 0);
  expect(() => lockFolder(at.folder)()).not.toThrow();
});
