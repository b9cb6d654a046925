// A browser profile after setup and a first polling round: created once per run, copied for each test.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtensionBrowser } from '../../scripts/setup/extension-browser.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../test-results/settled-profile');
const PROFILE = path.join(FOLDER, 'profile');
const NOW = path.join(FOLDER, 'now.json');

/** Closes the browser. `now` is the time at which its newsroom published the polled articles, in epoch milliseconds. */
export async function keepSettledProfile(extension: ExtensionBrowser, now: number): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await extension.close(PROFILE);
  writeFileSync(NOW, JSON.stringify(now));
}

export function readSettledProfile(): { readonly now: number; readonly profile: string } {
  return { now: JSON.parse(readFileSync(NOW, 'utf8')), profile: PROFILE };
}
