// Finds a Chromium to drive: the system's, else the one that Playwright installed.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function findChromium(): string {
  const path = [...SYSTEM_PATHS, chromium.executablePath()].find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error('No Chromium found; install one with: npx playwright install chromium');
  return path;
}
