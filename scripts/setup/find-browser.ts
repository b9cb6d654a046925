// Finds a Chromium that can load the extension: an installed one, otherwise Playwright's, otherwise Debian's package.
//
// Branded Chrome ignores --load-extension since version 137, so it is not listed, unlike Chromium, Chrome for Testing and Edge.
// CHROME_PATH names any other browser of that family.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { err, ok, type Result } from '../../engine/result.ts';
import { isExecutable } from './is-executable.ts';

export type FoundBrowser = {
  readonly path: string;
  readonly origin: 'CHROME_PATH' | 'installed' | 'playwright' | 'apt';
};

/** The sentence says what was tried and what the user can do. */
export type NoBrowser = { readonly reason: 'no-browser' | 'bad-chrome-path'; readonly sentence: string };

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'ungoogled-chromium',
  'chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPLICATIONS = ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = ['Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Only searches; installs nothing. */
export function findBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): FoundBrowser | null {
  const installed = candidates(env, platform).find(isExecutable);
  if (installed !== undefined) return { path: installed, origin: 'installed' };
  const downloaded = chromium.executablePath();
  return isExecutable(downloaded) ? { path: downloaded, origin: 'playwright' } : null;
}

/** Finds a browser, installing one if necessary; progress is passed to `say`. */
export function getBrowser(say: (text: string) => void): Result<FoundBrowser, NoBrowser> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return readChosen(chosen);
  const found = findBrowser(process.env, process.platform);
  if (found !== null) return ok(found);
  say('No Chromium or Edge found; asking Playwright for one …');
  run('npx', ['playwright', 'install', 'chromium']);
  const downloaded = findBrowser(process.env, process.platform);
  if (downloaded !== null) return ok(downloaded);
  if (isDebianRoot()) {
    say('Playwright could not download a browser; installing the package chromium …');
    run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const packaged = findBrowser(process.env, process.platform);
    if (packaged !== null) return ok({ ...packaged, origin: 'apt' });
  }
  return err({
    reason: 'no-browser',
    sentence:
      'No browser to load the extension with. Install Chromium, Chrome for Testing or Edge, or set CHROME_PATH to one ' +
      '(Google Chrome itself no longer loads unpacked extensions from the command line).',
  });
}

function readChosen(chosen: string): Result<FoundBrowser, NoBrowser> {
  if (isExecutable(chosen)) return ok({ path: chosen, origin: 'CHROME_PATH' });
  return err({ reason: 'bad-chrome-path', sentence: `CHROME_PATH is set to ${chosen}, which is not a program.` });
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) =>
      MAC_APPLICATIONS.map((name) => path.posix.join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === 'win32') {
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(
      (folder) => folder !== undefined,
    );
    return folders.flatMap((folder) => WINDOWS_PROGRAMS.map((program) => path.win32.join(folder, program)));
  }
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return COMMANDS.flatMap((command) => folders.map((folder) => path.posix.join(folder, command)));
}

function isDebianRoot(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function run(program: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const shell = process.platform === 'win32';
  return spawnSync(program, args, { env, stdio: ['ignore', 2, 2], shell }).status === 0;
}
