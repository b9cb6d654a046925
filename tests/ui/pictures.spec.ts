// Takes a picture of every state in the ways that readers see it; axe and the layout rules are checked on the same views.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './gallery-page.ts';
import { VIEW_NAMES } from './view-names.ts';

type Look = {
  readonly name: string;
  readonly colorScheme?: 'dark';
  readonly forcedColors?: 'active';
  readonly locale?: string;
  readonly dir?: 'rtl';
  readonly textScale?: number;
};

const LOOKS: readonly Look[] = [
  { name: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'large-text', textScale: 2 },
  { name: 'rtl', dir: 'rtl' },
  { name: 'forced-colors', forcedColors: 'active' },
  { name: 'german', locale: 'de' },
  { name: 'french', locale: 'fr' },
  { name: 'spanish', locale: 'es' },
];

/** Structure is the same in all looks, and contrast differs in these two only; the others change sizes and words. */
const AXE_RULES: Readonly<Record<string, 'all' | 'contrast'>> = { light: 'all', dark: 'contrast' };

/** A popup is as wide as browsers draw it; a page also has to fit a narrow window. */
const widthOf = (view: string, look: string) =>
  /^(?:popup|card|badge)\//.test(view) || look === 'large-text' ? 400 : 900;

for (const view of VIEW_NAMES) {
  test(`${view} in every look`, async ({ page, gallery }) => {
    for (const { name, colorScheme = 'light', forcedColors = 'none', ...shown } of LOOKS) {
      await page.setViewportSize({ width: widthOf(view, name), height: 600 });
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
      await gallery.open({ view, ...shown });
      await page.screenshot({ path: `out/pictures/${view.replace('/', '-')}.${name}.png`, fullPage: true });

      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, `${name}: scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
      const rules = AXE_RULES[name];
      if (rules === undefined) continue;
      // The views have no frames, for which axe would open a page of its own; only what is wrong is written out in full.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
      const { violations } = await (rules === 'all' ? axe : axe.withRules(['color-contrast'])).analyze();
      const problems = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect.soft(problems, `${name}: problems found by axe`).toEqual([]);
    }
  });
}
