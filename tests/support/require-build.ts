// Browser tests run the extension as it ships, so they need a build and a browser before they start.
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BUILT_EXTENSION } from '../../scripts/setup/extension-browser.ts';
import { getBrowser } from '../../scripts/setup/find-browser.ts';
import { TESTED_EXTENSION, TESTED_FIREFOX_EXTENSION } from './tested-extension.ts';

const BUILT_FOR_FIREFOX = path.resolve(BUILT_EXTENSION, '../firefox-mv3');

export default function requireBuild(): void {
  if (!existsSync(path.join(BUILT_EXTENSION, 'manifest.json'))) {
    throw new Error('The extension is not built: run `npm run build` first, or `npm test` for everything.');
  }
  copy(BUILT_EXTENSION, TESTED_EXTENSION);
  // Commands that take screenshots only build for Chromium.
  if (existsSync(BUILT_FOR_FIREFOX)) copy(BUILT_FOR_FIREFOX, TESTED_FIREFOX_EXTENSION);
  const browser = getBrowser(console.error);
  if (!browser.ok) throw new Error(browser.error.sentence);
  process.env.CHROME_PATH = browser.value.path; // so that the workers need not search again
}

function copy(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
