// A browser's minimum font size enlarges small letters, but neither em nor rem: text boxes have to grow with the letters.
import { expect } from '@playwright/test';
import { test } from './gallery-page.ts';

test.use({ browserArgs: ['--blink-settings=minimumFontSize=20'] });

const VIEWS = ['popup/covered', 'popup/covered-large', 'popup/possible', 'card/shown', 'card/large', 'story/shown'];

for (const view of VIEWS) {
  test(`${view} with letters of at least 20 px`, async ({ gallery: { page, show } }) => {
    await page.setViewportSize({ width: 400, height: 600 });
    for (const locale of ['en', 'de', 'fr', 'es']) {
      await show({ view, locale });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, `${locale}: scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
      expect.soft(await page.evaluate(findBrokenWords), `${locale}: words broken off`).toEqual([]);
      expect.soft(await page.locator('.segment > span').evaluateAll(findCutOff), `${locale}: cut off`).toEqual([]);
    }
  });
}

test('the popup is as wide as its letters ask for, up to the most that browsers give it', async ({
  gallery: { page, show },
}) => {
  await page.setViewportSize({ width: 1000, height: 600 });
  await show({ view: 'popup/covered' });
  const style = await page.addStyleTag({ path: 'entrypoints/popup/popup-page.css' });
  const body = page.locator('body');
  await body.evaluate((element) => element.classList.add('popup-body'));
  const box = await body.boundingBox();
  // The page is shared with other tests.
  await body.evaluate((element) => element.classList.remove('popup-body'));
  await style.evaluate((element) => element.parentNode?.removeChild(element));
  expect(box?.width).toBeGreaterThan(450);
  expect(box?.width).toBeLessThanOrEqual(800);
});

/** Runs in the page: words in numbers' and facets' names that are broken across lines without a hyphen. */
function findBrokenWords(): string[] {
  return [...document.querySelectorAll('.stats dt, .facet h2, .facet p')].flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const { 0: word, index } of (node as Text).data.matchAll(/[^\s-]+/g)) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  });
}

/** Runs in the page: labels in the bar that are wider than their part of it. */
function findCutOff(labels: Element[]): string[] {
  return labels
    .filter((label) => label.getBoundingClientRect().width > (label.parentElement?.getBoundingClientRect().width ?? 0))
    .map((label) => label.textContent ?? '');
}
