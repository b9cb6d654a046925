// Takes screenshots of badges and a card on saved pages: npm run badge-pictures -- OUT PAGES/manifest.jsonl FILE …
//
// The pages are read in place; screenshots go to OUT, preferably outside the repository. The coverage is invented
// (scripts/badges/seed-stories.ts). Saved pages lack their style sheets, so menus and unsized pictures come before the first
// headline: each page is scrolled until a badge is visible.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type BadgeReader, collectLinks, openBadgeReader } from './badges/open-reader.ts';
import { seedStories } from './badges/seed-stories.ts';
import type { OfflinePage } from './read-pages/open-pages.ts';
import { readManifest } from './read-pages/read-manifest.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable, unusable } from './setup/unusable.ts';

const USAGE = 'Usage: npm run badge-pictures -- OUT PAGES/manifest.jsonl FILE …';

const [out, manifest, ...files] = readCommandLine(USAGE, { allowPositionals: true }).positionals;
if (out === undefined || manifest === undefined || files.length === 0) refuse(USAGE);
refuseMissing([manifest]);

/** Screens to scroll while no badge is visible. */
const SCREENS_MAX = 40;
const SCREEN_PX = 600;
const SCREEN_MS = 700;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

await exitIfUnusable(async () => {
  const known = readManifest(manifest);
  const pages = files.map((file) => {
    const found = known.find((one) => one.file === file);
    if (found === undefined) throw unusable(`${file} is not in it`, { place: manifest });
    return { file, saved: found.load() };
  });
  mkdirSync(out, { recursive: true });
  const reader = await openBadgeReader();
  try {
    for (const page of pages) await takePictures(reader, { ...page, folder: out });
  } finally {
    await reader.close();
  }
});

type Pictures = { readonly file: string; readonly saved: OfflinePage; readonly folder: string };

async function takePictures(reader: BadgeReader, { file, saved, folder }: Pictures): Promise<void> {
  reader.serve(saved);
  const page = await reader.extension.context.newPage();
  await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
  const links = await page.evaluate(collectLinks);
  await seedStories(
    reader.extension.control,
    links.filter((_, index) => index % 3 !== 1),
  );
  await page.reload({ waitUntil: 'domcontentloaded' });
  const badges = page.locator('parallax-badges .badge.placed');
  const name = path.basename(file).replace(/\.html(\.gz)?$/, '');
  const findInView = () =>
    badges.evaluateAll((all) => {
      const boxes = all.map((badge) => badge.getBoundingClientRect());
      const box = boxes.find(({ top }) => top > 100 && top < 500);
      return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
  let inView = null;
  for (let screen = 0; screen < SCREENS_MAX && inView === null; screen += 1) {
    // Not with the wheel: the page may notice that only when the pointer moves, and the card would close again.
    if (screen > 0) await page.evaluate((px) => scrollBy(0, px), SCREEN_PX);
    await pause(SCREEN_MS);
    inView = await findInView();
  }
  await page.screenshot({ path: path.join(folder, `${name}.badges.png`) });
  if (inView === null) {
    console.log(`${file}: no badge`);
  } else {
    await page.mouse.move(inView.x, inView.y);
    await page.locator('parallax-badges [role="dialog"] .card-head').waitFor({ timeout: 8_000 });
    await pause(400);
    await page.screenshot({ path: path.join(folder, `${name}.card.png`) });
  }
  console.log(`${file}: ${links.length} links with a headline’s text, ${await badges.count()} badges placed`);
  await page.close();
}
