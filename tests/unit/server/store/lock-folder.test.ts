// The lock on the embedded database's folder: held only by a live process, in this container or another one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { lockFolder } from '../../../../server/store/lock-folder.ts';
import { GONE, leaveLock, useLockedFolder } from '../../../support/server/locked-folder.ts';

const at = useLockedFolder();
afterEach(() => void vi.useRealTimers());

/** What this process writes into its lock. */
function readOwnText(): { readonly pid: string; readonly startTime: string; readonly namespace: string } {
  const unlock = lockFolder(at.folder);
  const [pid = '', startTime = '', namespace = ''] = readFileSync(at.file, 'utf8').split(' ');
  unlock();
  return { pid, startTime, namespace };
}

test('a folder is locked once, until it is unlocked, however long its holder was busy', () => {
  const unlock = lockFolder(at.folder);
  expect(() => lockFolder(at.folder)).toThrow(`${at.folder} is in use by process ${process.pid}.`);
  utimesSync(at.file, 0, 0);
  expect(() => lockFolder(at.folder)).toThrow('in use by process');
  const [pid, startTime] = readFileSync(at.file, 'utf8').split(' ');
  unlock();
  expect(existsSync(at.file)).toBe(false);
  lockFolder(at.folder)();
  leaveLock(at, `${pid} ${startTime}`, 3600); // as earlier versions wrote it
  expect(() => lockFolder(at.folder)).toThrow('in use by process');
});

test('a lock that cannot be written, on a full disk, is none', () => {
  const module = new URL('../../../../server/store/lock-folder.ts', import.meta.url);
  const script = `import(${JSON.stringify(module)}).then(({ lockFolder }) => lockFolder(${JSON.stringify(at.folder)}))`;
  // Files may be empty.
  const limited = `trap '' XFSZ; ulimit -f 0; exec "$0" "$@"`;
  const { stderr } = spawnSync('sh', ['-c', limited, process.execPath, '-e', script], { encoding: 'utf8' });
  expect(stderr).toContain('EFBIG');
  expect(existsSync(at.file)).toBe(false);
});

test('a process 1 in another container holds it while it touches its lock', () => {
  const { startTime } = readOwnText();
  for (const text of [`1 ${startTime} pid:[1]`, `${process.pid} ${startTime}1 pid:[1]`, '']) {
    leaveLock(at, text, 15);
    expect(() => lockFolder(at.folder)).toThrow('in use');
    leaveLock(at, text, 21);
    lockFolder(at.folder)();
  }
  leaveLock(at, `1 ${startTime} pid:[1]`, -3600); // its clock was wrong
  lockFolder(at.folder)();
});

test('a process of this container that is gone holds nothing, though it touched its lock just now', () => {
  const { pid, startTime, namespace } = readOwnText();
  for (const text of [`${GONE} ${startTime} ${namespace}`, `${pid} ${startTime}1 ${namespace}`]) {
    leaveLock(at, text, 0); // in the second case, another process has the id by now
    expect(() => lockFolder(at.folder)()).not.toThrow();
  }
});

test('its holder touches it every five seconds, and no other’s', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const unlock = lockFolder(at.folder);
  utimesSync(at.file, 0, 0);
  vi.advanceTimersByTime(5000);
  expect(Date.now() - statSync(at.file).mtimeMs).toBeLessThan(60_000);
  rmSync(at.file);
  leaveLock(at, '1 1 pid:[1]', 3600);
  vi.advanceTimersByTime(10_000);
  expect(Date.now() - statSync(at.file).mtimeMs).toBeGreaterThan(3_000_000);
  unlock();
  expect(existsSync(at.file)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
