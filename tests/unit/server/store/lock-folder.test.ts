// The lock of the embedded database's folder: held by who lives, in this container or another one, and by nobody else.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockFolder } from '../../../../server/store/lock-folder.ts';

const GONE = 999_999_999;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parallax-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** What this process writes into its lock. */
function readOwnText(): { readonly pid: string; readonly startTime: string; readonly namespace: string } {
  const unlock = lockFolder(folder);
  const [pid = '', startTime = '', namespace = ''] = readFileSync(file, 'utf8').split(' ');
  unlock();
  return { pid, startTime, namespace };
}

function leaveLock(text: string, touchedSecondsAgo: number): void {
  writeFileSync(file, text);
  const at = Date.now() / 1000 - touchedSecondsAgo;
  utimesSync(file, at, at);
}

test('a folder is locked once, until it is unlocked, however long its holder was busy', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`${folder} is in use by process ${process.pid}.`);
  utimesSync(file, 0, 0);
  expect(() => lockFolder(folder)).toThrow('in use by process');
  const [pid, startTime] = readFileSync(file, 'utf8').split(' ');
  unlock();
  expect(existsSync(file)).toBe(false);
  lockFolder(folder)();
  leaveLock(`${pid} ${startTime}`, 3600); // as earlier versions wrote it
  expect(() => lockFolder(folder)).toThrow('in use by process');
});

test('a process 1 in another container holds it while it touches its lock', () => {
  const { startTime } = readOwnText();
  for (const text of [`1 ${startTime} pid:[1]`, `${process.pid} ${startTime}1 pid:[1]`, '']) {
    leaveLock(text, 19);
    expect(() => lockFolder(folder)).toThrow('in use');
    leaveLock(text, 21);
    lockFolder(folder)();
  }
  leaveLock(`1 ${startTime} pid:[1]`, -3600); // its clock was wrong
  lockFolder(folder)();
});

test('a process of this container that is gone holds nothing, though it touched its lock just now', () => {
  const { pid, startTime, namespace } = readOwnText();
  leaveLock(`${GONE} ${startTime} ${namespace}`, 0);
  lockFolder(folder)();
  leaveLock(`${pid} ${startTime}1 ${namespace}`, 0); // another one has its number by now
  lockFolder(folder)();
});

test('its holder touches it every five seconds, and no other’s', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const unlock = lockFolder(folder);
  utimesSync(file, 0, 0);
  vi.advanceTimersByTime(5000);
  expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000);
  rmSync(file);
  leaveLock('1 1 pid:[1]', 3600);
  vi.advanceTimersByTime(10_000);
  expect(Date.now() - statSync(file).mtimeMs).toBeGreaterThan(3_000_000);
  unlock();
  expect(existsSync(file)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
