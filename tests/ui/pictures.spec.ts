// Every state in every look that users have: axe and layout rules, and screenshots on request (`npm run pictures`).
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { takePicture } from '../support/take-picture.ts';
import { test } from './gallery-page.ts';
import { VIEW_NAMES } from './view-names.ts';

type Look = {
  readonly name: string;
  readonly colorScheme?: 'dark';
  readonly forcedColors?: 'active';
  readonly textScale?: number;
};

/** Looks that differ only in media features and text size share one render. */
const DRAWINGS: readonly { readonly locale?: string; readonly dir?: 'rtl'; readonly looks: readonly Look[] }[] = [
  {
    looks: [
      { name: 'light' },
      { name: 'dark', colorScheme: 'dark' },
      { name: 'forced-colors', forcedColors: 'active' },
      { name: 'large-text', textScale: 2 },
    ],
  },
  { dir: 'rtl', looks: [{ name: 'rtl' }] },
  { locale: 'de', looks: [{ name: 'german' }] },
  { locale: 'fr', looks: [{ name: 'french' }] },
  { locale: 'es', looks: [{ name: 'spanish' }] },
];

/** Structure is the same in all looks, and contrast differs only in these two; the others change sizes and words. */
const AXE_RULES: Readonly<Record<string, 'all' | 'contrast'>> = { light: 'all', dark: 'contrast' };

/** Axe is 1.5 MB of code, so it is injected once, and all views are rendered in one page. */
const AXE_IS_THERE = 'null';

/** A popup has the width that browsers give it; a page also has to fit a narrow window. */
const widthOf = (view: string, look: string) =>
  /^(?:popup|card|badge)\//.test(view) || look === 'large-text' ? 400 : 900;

for (const view of VIEW_NAMES) {
  test(`${view} in every look`, async ({ gallery: { page, show } }) => {
    for (const { looks, ...shown } of DRAWINGS) {
      await show({ view, ...shown });
      for (const look of looks) {
        await page.setViewportSize({ width: widthOf(view, look.name), height: 600 });
        await putOn(page, look);
        await takePicture(page, `${view.replace('/', '-')}.${look.name}`, { fullPage: true });
        await expectReadable(page, look);
      }
    }
  });
}

async function putOn(page: Page, look: Look): Promise<void> {
  const { colorScheme = 'light', forcedColors = 'none', textScale = 1 } = look;
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  // What a user's own text size does: it sets the root's font size, and with it every rem.
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), `${textScale * 100}%`);
}

async function expectReadable(page: Page, { name }: Look): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${name}: scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
  expect.soft(await page.evaluate(findLooseDots), `${name}: dots at the start or end of a line`).toEqual([]);
  const rules = AXE_RULES[name];
  if (rules === undefined) return;
  // Views have no frames, for which axe would open another page; only violations are reported in full.
  const isAxeThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isAxeThere ? { axeSource: AXE_IS_THERE } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all' ? axe : axe.withRules(['color-contrast'])).analyze();
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect.soft(problems, `${name}: problems found by axe`).toEqual([]);
}

/** Runs in the page: texts in which a dot between facts is visible at the start or end of a line. */
function findLooseDots(): string[] {
  const rectOf = (node: Node, at: number) => {
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const textsIn = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node as Text);
    return found;
  };
  return textsIn(document.body).flatMap((text) => {
    const { parentElement, data } = text;
    const block = parentElement?.closest('p, li, label, figcaption, dd') ?? document.body;
    if (!data.includes('·')) return [];
    const dot = rectOf(text, data.indexOf('·'));
    if (dot.width === 0) return [];
    const line = textsIn(block)
      .flatMap((other) => [...other.data].flatMap((sign, at) => (/[\s·]/.test(sign) ? [] : [rectOf(other, at)])))
      .filter(({ width, top, bottom }) => width > 0 && top < dot.bottom && bottom > dot.top);
    if (line.some(({ right }) => right <= dot.left + 1) && line.some(({ left }) => left >= dot.right - 1)) return [];
    parentElement?.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = rectOf(text, data.indexOf('·'));
    // Clipped parts do not receive clicks.
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    scrollTo(0, 0);
    return hit !== null && parentElement?.contains(hit) ? [block.textContent ?? ''] : [];
  });
}
