// Pictures of what a test sees, for eyes: only where they are asked for (`npm run pictures`), since taking them is half of the time.
import type { Page } from '@playwright/test';

const FOLDER = process.env.PARALLAX_PICTURES;

export async function takePicture(page: Page, name: string, options: { readonly fullPage?: boolean } = {}) {
  if (FOLDER !== undefined) await page.screenshot({ ...options, path: `${FOLDER}/${name}.png` });
}
