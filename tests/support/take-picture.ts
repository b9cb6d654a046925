// Screenshots of what a test sees, for people to look at. Only taken on request (`npm run pictures`), since they take half of the time.
import type { Page } from '@playwright/test';

const FOLDER = process.env.PARALLAX_PICTURES;

export async function takePicture(page: Page, name: string, options: { readonly fullPage?: boolean } = {}) {
  if (FOLDER !== undefined) await page.screenshot({ ...options, path: `${FOLDER}/${name}.png` });
}
