// Which Firefox is used for its test, and the message if there is no suitable one.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFirefox, OLDEST_FIREFOX } from '../../../../scripts/setup/find-firefox.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'firefoxes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const install = (name: string, version: number) => {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "Mozilla Firefox ${version}.0.1esr"\n`);
  chmodSync(file, 0o755);
  return file;
};

test.skipIf(process.platform === 'win32')('the one that is named, else one on the PATH', () => {
  const onPath = install('firefox-esr', OLDEST_FIREFOX);
  const named = install('my-browser', OLDEST_FIREFOX + 1);
  expect(findFirefox({ PATH: folder, FIREFOX_PATH: named }, 'linux')).toEqual({
    ok: true,
    value: { path: named, version: OLDEST_FIREFOX + 1 },
  });
  expect(findFirefox({ PATH: `/nowhere:${folder}` }, 'linux')).toMatchObject({ ok: true, value: { path: onPath } });
});

test.skipIf(process.platform === 'win32')('one that is too old for the extension will not do', () => {
  const old = install('firefox', OLDEST_FIREFOX - 1);
  expect(findFirefox({ PATH: folder }, 'linux')).toMatchObject({ ok: false, error: { reason: 'too-old' } });
  expect(findFirefox({ FIREFOX_PATH: old }, 'linux')).toMatchObject({ ok: false, error: { reason: 'too-old' } });
});

test('without one, the words say how to name it', () => {
  const none = findFirefox({ FIREFOX_PATH: path.join(folder, 'nothing') }, 'linux');
  expect(none).toMatchObject({ ok: false, error: { reason: 'no-firefox' } });
  expect(none.ok ? '' : none.error.sentence).toContain('FIREFOX_PATH');
});
