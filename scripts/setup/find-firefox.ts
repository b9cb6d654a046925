// Finds a Firefox that can run the extension, for its test; nothing is installed if there is none.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { err, ok, type Result } from '../../engine/result.ts';
import { isExecutable } from './is-executable.ts';

export type FoundFirefox = { readonly path: string; readonly version: number };

/** The sentence says what was found and what the user can do. */
export type NoFirefox = { readonly reason: 'no-firefox' | 'too-old'; readonly sentence: string };

/** The first version with the Navigation API, without which scripts miss single-page navigation. */
export const OLDEST_FIREFOX = 147;

const COMMANDS = ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'];
const MAC_APPLICATIONS = ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'];
const WINDOWS_PROGRAM = 'Mozilla Firefox\\firefox.exe';

/** FIREFOX_PATH if set; otherwise the first in the usual places. */
export function findFirefox(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Result<FoundFirefox, NoFirefox> {
  const file = (env.FIREFOX_PATH ? [env.FIREFOX_PATH] : candidates(env, platform)).find(isExecutable);
  if (file === undefined) {
    const sentence = `No Firefox found: its test is skipped. Put one on the PATH, or set FIREFOX_PATH to one (${OLDEST_FIREFOX} or later).`;
    return err({ reason: 'no-firefox', sentence });
  }
  const version = readVersion(file);
  if (version >= OLDEST_FIREFOX) return ok({ path: file, version });
  const sentence = `${file} is not Firefox ${OLDEST_FIREFOX} or later: its test is skipped. FIREFOX_PATH can name another.`;
  return err({ reason: 'too-old', sentence });
}

/** 0 if it cannot be determined. */
function readVersion(file: string): number {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) =>
      MAC_APPLICATIONS.map((name) => path.posix.join(folder, `${name}.app/Contents/MacOS/firefox`)),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
      .filter((folder) => folder !== undefined)
      .map((folder) => path.win32.join(folder, WINDOWS_PROGRAM));
  }
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin'];
  return folders.flatMap((folder) => COMMANDS.map((command) => path.posix.join(folder, command)));
}
