// Takes pictures of badges and a card on saved pages: npm run badge-pictures -- OUT PAGES/manifest.jsonl FILE …
//
// The pages are read where they lie; pictures go to OUT, which is best outside of the repository. What the badges say is
// invented (scripts/badges/seed-stories.ts). Saved pages lack their style sheets: menus and pictures without a size stand
// above the first headline, so that a page is scrolled until there is a badge to be seen.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { collectLinks, openBadgeReader } from './badges/open-reader.ts';
import { seedStories } from './badges/seed-stories.ts';
import { readManifest } from './read-pages/read-manifest.ts';

const [out, manifest, ...files] = process.argv.slice(2);
if (out === undefined || manifest === undefined || files.length === 0) {
  console.error('Usage: npm run badge-pictures -- OUT PAGES/manifest.jsonl FILE …');
  process.exit(1);
}
/** How far down headlines are looked for. */
const SCREENS_MAX = 40;
const SCREEN_PX = 600;
const SCREEN_MS = 700;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

mkdirSync(out, { recursive: true });
const pages = readManifest(manifest);

const reader = await openBadgeReader();
try {
  for (const file of files) {
    const saved = pages.find((one) => one.file === file)?.load();
    if (saved === undefined) throw new Error(`${file} is not in the manifest`);
    reader.serve(saved);
    const page = await reader.extension.context.newPage();
    await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
    const links = await page.evaluate(collectLinks);
    await seedStories(
      reader.extension.control,
      links.filter((_, index) => index % 3 !== 1),
      Date.now(),
    );
    await page.reload({ waitUntil: 'domcontentloaded' });
    const badges = page.locator('parallax-badges .badge.placed');
    const name = path.basename(file).replace(/\.html(\.gz)?$/, '');
    const findInView = () =>
      badges.evaluateAll((all) =>
        all.findIndex((badge) => badge.getBoundingClientRect().top > 100 && badge.getBoundingClientRect().top < 500),
      );
    let inView = -1;
    for (let screen = 0; screen < SCREENS_MAX; screen += 1) {
      await pause(SCREEN_MS);
      inView = await findInView();
      if (inView >= 0) break;
      await page.mouse.wheel(0, SCREEN_PX);
    }
    if (inView < 0) console.log(`${file}: no badge`);
    await page.screenshot({ path: path.join(out, `${name}.badges.png`) });
    if (inView >= 0) {
      await badges.nth(inView).hover({ force: true });
      await page.locator('parallax-badges [role="dialog"] .card-head').waitFor({ timeout: 8_000 });
      await pause(400);
      await page.screenshot({ path: path.join(out, `${name}.card.png`) });
    }
    console.log(`${file}: ${links.length} links with a headline’s text, ${await badges.count()} badges placed`);
    await page.close();
  }
} finally {
  await reader.close();
}
