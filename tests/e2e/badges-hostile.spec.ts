// Badges on pages that are difficult for injected content: shown where there is room, without moving or covering anything.
import type { Answer } from '../../scripts/newsroom/newsroom.ts';
import { badgeOf, HOST, placedBadges, readBadges, readShifts, watchShifts } from '../support/badges.ts';
import { expect, lookingTest as test } from '../support/extension.ts';
import {
  answerHostilePage,
  FADING_PAGE,
  FLYOUT_PAGES,
  HOSTILE_PAGES,
  type HostilePage,
  type PageLink,
} from '../support/hostile-pages.ts';
import { takePicture } from '../support/take-picture.ts';

const COVERED = ['election', 'storm', 'bridge', 'union', 'school-board'];
const ADDRESS = 'https://harbor-ledger.test/hostile';

const pageAt = (path: string, hostile: HostilePage, links: readonly PageLink[]): Answer | undefined => {
  if (path === '/favicon.ico') return { status: 204 };
  return path === '/hostile' ? answerHostilePage(hostile, links) : undefined;
};

for (const hostile of HOSTILE_PAGES) {
  test(`${hostile.name}`, async ({ reader, newsroom }) => {
    const links = COVERED.map((story) => reader.find('harbor-ledger', story)).map(({ url, title }) => ({ url, title }));
    newsroom.setOverride((_host, path) => pageAt(path, hostile, links));
    const page = await reader.control.context().newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await watchShifts(page);
    await page.goto(ADDRESS);
    if (hostile.isChanging) await page.waitForFunction(() => Reflect.get(window, 'isDone') === true);

    if (hostile.name === 'cleaned') {
      // The layer is restored a few times and then gives up.
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'removed'))).toBe(6);
      await expect(page.locator(HOST)).toHaveCount(0);
    } else {
      const least = hostile.shown === 'all' ? links.length : hostile.shown;
      await expect.poll(() => placedBadges(page).count()).toBeGreaterThanOrEqual(least);
    }
    await takePicture(page, `hostile-${hostile.name}`);

    // After a change of the page, badges follow a moment later.
    await expect(async () => {
      for (const badge of await readBadges(page)) {
        expect(badge.height, badge.headline).toBeGreaterThanOrEqual(hostile.name === 'transformed' ? 19 : 24);
        expect(badge.fontSize).toBe('11px');
        expect(badge.isInside, badge.headline).toBe(true);
        expect(badge.covers, badge.headline).toEqual([]);
      }
    }).toPass();
    expect(await readShifts(page)).toBe(0);
    expect(await page.locator(HOST).count()).toBeLessThanOrEqual(1);
    expect(errors).toEqual([]);
    newsroom.setOverride(null);
  });
}

for (const width of [900, 330]) {
  test(`beside a headline of both directions, in a window ${width} pixels wide, badges stand where its last line ends`, async ({
    reader,
    newsroom,
  }) => {
    const mixed = HOSTILE_PAGES.find(({ name }) => name === 'right-to-left-mixed');
    if (mixed === undefined) throw new Error('no such page');
    const links = COVERED.map((story) => reader.find('harbor-ledger', story)).map(({ url, title }) => ({ url, title }));
    newsroom.setOverride((_host, path) => pageAt(path, mixed, links));
    const page = await reader.control.context().newPage();
    await page.setViewportSize({ width, height: 720 });
    await page.goto(ADDRESS);
    await expect(placedBadges(page)).toHaveCount(links.length);
    const headlines = await page.getByRole('heading', { level: 3 }).all();
    expect(headlines).toHaveLength(links.length);
    for (const headline of headlines) {
      const { text, end } = await headline.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const rects = [...range.getClientRects()];
        const bottom = Math.max(...rects.map((rect) => rect.bottom));
        const last = rects.filter((rect) => Math.abs(rect.bottom - bottom) < 1);
        return { text: element.textContent, end: { left: Math.min(...last.map(({ left }) => left)), bottom } };
      });
      const box = await badgeOf(page, text).boundingBox();
      if (box === null) throw new Error(`no badge: ${text}`);
      expect(box.y + box.height / 2, 'beside, not below').toBeLessThan(end.bottom);
      expect(box.x + box.width, 'left of the line').toBeLessThanOrEqual(end.left + 1);
      expect(end.left - box.x - box.width).toBeLessThan(12);
    }
    newsroom.setOverride(null);
  });
}

for (const flyout of FLYOUT_PAGES) {
  test(`no badge lies on what is shown while it is pointed at, or closes it: ${flyout.name} before`, async ({
    reader,
    newsroom,
  }) => {
    const links = COVERED.map((story) => reader.find('harbor-ledger', story)).map(({ url, title }) => ({ url, title }));
    newsroom.setOverride((_host, path) => pageAt(path, flyout, links));
    const page = await reader.control.context().newPage();
    await page.goto(ADDRESS);
    await expect(placedBadges(page)).toHaveCount(flyout.shown === 'all' ? links.length : flyout.shown);
    await page.getByRole('link', { name: 'Politics' }).hover();
    for (const { title } of links.slice(0, 3)) {
      const link = page.getByRole('link', { name: title });
      await link.hover();
      // As long as the badge of a hovered link takes to appear.
      await page.evaluate(async () => {
        const until = performance.now() + 500;
        while (performance.now() < until) await new Promise(requestAnimationFrame);
      });
      await expect(badgeOf(page, title)).toHaveCount(0);
      await expect(link).toBeVisible();
    }
    await expect(placedBadges(page), 'none lies on what covers its headline').toHaveCount(0);
    await takePicture(page, `flyout-${flyout.name}`);
    await page.getByText('More.').nth(10).hover();
    await expect(placedBadges(page), 'they come back').toHaveCount(2);
    newsroom.setOverride(null);
  });
}

test('a transparent headline has no badge until it becomes visible', async ({ reader, newsroom }) => {
  const links = COVERED.map((story) => reader.find('harbor-ledger', story)).map(({ url, title }) => ({ url, title }));
  newsroom.setOverride((_host, path) => pageAt(path, FADING_PAGE, links));
  const page = await reader.control.context().newPage();
  await page.goto(ADDRESS);
  const faded = links.slice(0, 2).map(({ title }) => badgeOf(page, title));
  const expectFaded = async (count: number) => {
    for (const badge of faded) await expect(badge).toHaveCount(count);
  };
  for (const { title } of links.slice(2)) await expect(badgeOf(page, title)).toHaveCount(1);
  await expectFaded(0);

  const showAll = (isOn: boolean) => page.evaluate((on) => document.body.classList.toggle('all', on), isOn);
  await showAll(true);
  await expectFaded(1);
  await showAll(false);
  await expectFaded(0);

  await page.getByRole('link', { name: links[0]?.title ?? '' }).hover();
  await expect(badgeOf(page, links[0]?.title ?? '')).toHaveCount(1);
  await page.getByText('The end.').hover();
  await expectFaded(0);
  newsroom.setOverride(null);
});
