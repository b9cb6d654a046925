// Builds the gallery once a test worker and opens its views in the browser without any server.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { getBrowser } from '../../scripts/setup/find-browser.ts';

const ORIGIN = 'https://gallery.test';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type GalleryView = { view: string; locale?: string; dir?: 'ltr' | 'rtl' };
export type Gallery = { readonly open: (view: GalleryView) => Promise<void> };

export const test = base.extend<{ gallery: Gallery }, { galleryFiles: string }>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
    async ({}, use) => {
      const found = getBrowser((text) => console.error(text));
      if (!found.ok) throw new Error(found.error.sentence);
      await use({ executablePath: found.value.path, args: ['--no-sandbox', '--disable-gpu'] });
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
  gallery: async ({ page, galleryFiles }, use) => {
    await page.route(`${ORIGIN}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = path.join(galleryFiles, pathname === '/' ? 'index.html' : pathname);
      const body = await readFile(file).catch(() => null);
      const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
      await route.fulfill(body === null ? { status: 404 } : { body, contentType });
    });
    await use({ open: (view) => openView(page, view) });
  },
});

async function openView(page: Page, { view, locale = 'en', dir = 'ltr' }: GalleryView): Promise<void> {
  await page.goto(`${ORIGIN}/?${new URLSearchParams({ view, locale, dir })}`);
  await page.locator('#root > *').first().waitFor();
}
