// Builds the gallery once per test worker and shows its views in a single page of the browser, without a server.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { getBrowser } from '../../scripts/setup/find-browser.ts';
import type { ShownView } from './gallery/gallery.tsx';

const ORIGIN = 'https://gallery.test';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type Gallery = { readonly page: Page; readonly show: (view: ShownView) => Promise<void> };

type Worker = { gallery: Gallery; galleryFiles: string; browserArgs: readonly string[] };

export const test = base.extend<object, Worker>({
  browserArgs: [[], { option: true, scope: 'worker' }],
  launchOptions: [
    async ({ browserArgs }, use) => {
      const found = getBrowser((text) => console.error(text));
      if (!found.ok) throw new Error(found.error.sentence);
      await use({ executablePath: found.value.path, args: ['--no-sandbox', '--disable-gpu', ...browserArgs] });
    },
    { scope: 'worker' },
  ],
  galleryFiles: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
    async ({}, use, { workerIndex }) => {
      const outDir = path.resolve(`test-results/gallery-${workerIndex}`);
      const root = path.resolve(import.meta.dirname, 'gallery');
      await build({
        root,
        configFile: false,
        logLevel: 'error',
        plugins: [preact()],
        build: { outDir, emptyOutDir: true },
      });
      await use(outDir);
    },
    { scope: 'worker' },
  ],
  gallery: [
    async ({ browser, galleryFiles }, use) => {
      const page = await browser.newPage();
      await page.route(`${ORIGIN}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        const file = path.join(galleryFiles, pathname === '/' ? 'index.html' : pathname);
        const body = await readFile(file).catch(() => null);
        const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
        await route.fulfill(body === null ? { status: 404 } : { body, contentType });
      });
      await page.goto(ORIGIN);
      await use({ page, show: (view) => showView(page, view) });
      await page.close();
    },
    { scope: 'worker' },
  ],
});

async function showView(page: Page, view: ShownView): Promise<void> {
  await page.evaluate((shown) => {
    const { showView: show } = window as unknown as { showView: (view: ShownView) => void };
    show(shown);
  }, view);
  await page.locator('#root > *').first().waitFor();
}
