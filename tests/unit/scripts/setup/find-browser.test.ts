// Where a browser is searched for on each system, with a fake folder instead of the system's own.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../../../scripts/setup/find-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'browsers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const install = (...parts: string[]) => {
  const file = path.join(folder, ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
};

test('on the PATH of Linux', () => {
  const file = install('chromium');
  expect(findBrowser({ PATH: `/nowhere:${folder}` }, 'linux')).toEqual({ path: file, origin: 'installed' });
});

test('in the Applications of the user of a Mac', () => {
  const file = install('Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium');
  expect(findBrowser({ HOME: folder }, 'darwin')).toEqual({ path: file, origin: 'installed' });
});
