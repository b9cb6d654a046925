// A browser's profile in which the reader has set up everything and feeds have been read once: made once for a run, copied by each test.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtensionBrowser } from '../../scripts/setup/extension-browser.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../test-results/settled-profile');
const PROFILE = path.join(FOLDER, 'profile');
const NOW = path.join(FOLDER, 'now.json');

/** Closes the browser; `now` is when its newsroom published what the feeds told, in milliseconds since 1970. */
export async function keepSettledProfile(extension: ExtensionBrowser, now: number): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await extension.close(PROFILE);
  writeFileSync(NOW, JSON.stringify(now));
}

export function readSettledProfile(): { readonly now: number; readonly profile: string } {
  return { now: JSON.parse(readFileSync(NOW, 'utf8')), profile: PROFILE };
}
