// Renders the toolbar icons (PNG, 16 to 128 px) from the SVG files in public/icons, in Chromium.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { getBrowser } from './setup/find-browser.ts';

const FOLDER = path.resolve(import.meta.dirname, '../public/icons');
const NAMES = ['icon', 'icon-off'];
const SIZES = [16, 32, 48, 128];

const found = getBrowser((text) => console.error(text));
if (!found.ok) throw new Error(found.error.sentence);
const browser = await chromium.launch({ executablePath: found.value.path, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const name of NAMES) {
  const svg = await readFile(path.join(FOLDER, `${name}.svg`), 'utf8');
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<body style="margin:0">${svg.replace('<svg ', `<svg width="${size}" height="${size}" `)}`);
    const png = await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
    await writeFile(path.join(FOLDER, `${name}-${size}.png`), png);
  }
}
await browser.close();
