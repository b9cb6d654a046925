// Badges and the open card on pages that re-render their content, as live front pages do every minute.
import type { Locator, Page } from '@playwright/test';
import { badgeOf, HOST, openCard, placedBadges, waitFor } from '../support/badges.ts';
import { openCoveredPage } from '../support/covered-page.ts';
import { expect, lookingTest as test } from '../support/extension.ts';
import { plainPage } from '../support/placing-pages.ts';

test.afterEach(({ newsroom }) => newsroom.setOverride(null));

/** Replaces all links by new ones; `more` is inserted above them. */
const drawAnew = (page: Page, { more = '', without = '' } = {}) =>
  page.locator('main').evaluate(
    (main, [notice, gone]) => {
      main.innerHTML = `${notice}${main.innerHTML}`;
      for (const link of main.querySelectorAll('a')) if (link.textContent === gone) link.remove();
    },
    [more, without],
  );

/** Longer than a card waits for its pointer, and than a badge in use waits for its link. */
const AFTER_ALL_MS = 900;

/** A page of links; the badge of the second one is pointed at. */
async function openPageWithCard(fixtures: Parameters<typeof openCoveredPage>[0]) {
  const { page, links } = await openCoveredPage(fixtures, plainPage);
  await badgeOf(page, links[1]?.title ?? '').hover();
  await expect(openCard(page).locator('.card-headlines')).toBeVisible();
  return { page, links };
}

test('a card that is pointed at stays when its page re-renders the link', async ({ reader, newsroom }) => {
  const { page, links } = await openPageWithCard({ reader, newsroom });
  await drawAnew(page);
  await waitFor(page, AFTER_ALL_MS);
  await expect(openCard(page)).toBeVisible();
  await openCard(page).getByRole('heading').hover();
  await drawAnew(page);
  await waitFor(page, AFTER_ALL_MS);
  await expect(openCard(page)).toBeVisible();
  await page.locator('main').evaluate((main) => {
    const markup = main.innerHTML;
    main.innerHTML = '';
    setTimeout(() => main.insertAdjacentHTML('beforeend', markup), 150);
  });
  await waitFor(page, AFTER_ALL_MS);
  await expect(openCard(page)).toBeVisible();
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(links.length);
  await expect(placedBadges(page)).toHaveCount(links.length);
});

test('a card that is pointed at stays when its list is rendered again some time before the old one is removed', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openPageWithCard({ reader, newsroom });
  const list = page.locator('main').first();
  await list.evaluate((main) => main.after(main.cloneNode(true)));
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(2 * links.length);
  await list.evaluate((main) => main.remove());
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(links.length);
  await waitFor(page, AFTER_ALL_MS);
  await expect(openCard(page)).toBeVisible();
});

for (const part of ['badge', 'card'] as const) {
  test(`a card whose ${part} its page has moved away from under the pointer stays until that moves`, async ({
    reader,
    newsroom,
  }) => {
    const { page } = await openPageWithCard({ reader, newsroom });
    if (part === 'card') await openCard(page).getByRole('heading').hover();
    await drawAnew(page, { more: '<div style="block-size: 200px">Live</div>' });
    await waitFor(page, AFTER_ALL_MS);
    await expect(openCard(page)).toBeVisible();
    await page.mouse.move(5, 5);
    await page.mouse.move(6, 6);
    await expect(openCard(page)).toHaveCount(0);
  });
}

test('a card keeps the focus when its page re-renders the link elsewhere, and moves along', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  const title = links[0]?.title ?? '';
  await expect(badgeOf(page, title)).toBeVisible();
  await page.getByRole('link', { name: title }).focus();
  await page.keyboard.press('Tab');
  await expect(openCard(page).locator('.card-headlines')).toBeVisible();
  await page.keyboard.press('Tab');
  const button = openCard(page).getByRole('button', { name: 'Close' });
  await expect(button).toBeFocused();
  const topOf = async (part: Locator) => (await part.boundingBox())?.y ?? 0;
  const link = page.getByRole('link', { name: title });
  const readOffsets = async () => {
    const top = await topOf(link);
    return [(await topOf(badgeOf(page, title))) - top, (await topOf(openCard(page))) - top];
  };
  const [linkTop, offsets] = [await topOf(link), await readOffsets()];
  await drawAnew(page, { more: '<div style="block-size: 60px">Live</div>' });
  expect(await topOf(link)).toBeGreaterThan(linkTop + 50);
  await expect.poll(readOffsets).toEqual(offsets);
  await waitFor(page, AFTER_ALL_MS);
  await expect(button).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(badgeOf(page, title)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: links[1]?.title ?? '' })).toBeFocused();
});

test('a card stays on a page that re-renders its links about twice a second', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  await badgeOf(page, links[1]?.title ?? '').click();
  await expect(openCard(page)).toBeVisible();
  // As long as a badge in use waits for its link; the next replacement comes just before that.
  for (let time = 0; time < 6; time++) {
    await drawAnew(page);
    await waitFor(page, 460 + time * 5);
  }
  await expect(openCard(page)).toBeVisible();
});

test('a card whose link does not come back is closed', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  const title = links[1]?.title ?? '';
  await badgeOf(page, title).click();
  await expect(openCard(page)).toBeVisible();
  await drawAnew(page, { without: title });
  await expect(openCard(page)).toHaveCount(0);
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(links.length - 1);
});

test('badges of headlines that are edited again and again do not blink', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const fewest = await page.evaluate(async (host) => {
    const texts = [...document.querySelectorAll('h3 a')].map((link) => link.firstChild as Text);
    const words = texts.map(({ data }) => data);
    const badges = () => document.querySelector(host)?.shadowRoot?.querySelectorAll('.badge.placed').length ?? 0;
    const counts: number[] = [];
    for (let frame = 0; frame < 90; frame++) {
      if (frame % 30 === 0) for (const [at, text] of texts.entries()) text.data = `${words[at]} (${frame} min)`;
      await new Promise(requestAnimationFrame);
      counts.push(badges());
    }
    return Math.min(...counts);
  }, HOST);
  expect(fewest).toBe(links.length);
  for (const { title } of links) await expect(badgeOf(page, `${title} (60 min)`)).toHaveCount(1);
});

test('a link whose address changes gets the badge of the new address, or none', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  const [first, second] = links.map(({ title }) => page.getByRole('link', { name: title }));
  await expect(placedBadges(page)).toHaveCount(links.length);
  await first?.evaluate((link) => link.setAttribute('href', '/about'));
  await expect(placedBadges(page)).toHaveCount(links.length - 1);
  const union = { url: reader.find('meridian-post', 'union').url, title: reader.find('harbor-ledger', 'union').title };
  await first?.evaluate((link, url) => link.setAttribute('href', url), union.url);
  const name = await badgeOf(page, union.title).getAttribute('aria-label');
  await expect(badgeOf(page, links[0]?.title ?? '')).toHaveAccessibleName(name ?? '');
  await second?.evaluate((link) => link.removeAttribute('href'));
  await expect(placedBadges(page)).toHaveCount(links.length - 1);
});
