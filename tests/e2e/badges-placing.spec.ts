// Where badges are placed on difficult pages: always visible, never over content, and always at their link's current place.
import type { Page } from '@playwright/test';
import { badgeOf, HOST, openCard, placedBadges, readBadges, waitFor } from '../support/badges.ts';
import { openCoveredPage } from '../support/covered-page.ts';
import { expect, lookingTest as test } from '../support/extension.ts';
import {
  bodyScrollPage,
  boxlessPage,
  countedPage,
  dialogPage,
  enlargedPage,
  evenPage,
  framePage,
  GLASS_PAGES,
  hiddenPage,
  keepingPage,
  LIFTED_PAGES,
  oldPage,
  plainPage,
  popoverPage,
  risingPage,
  rowPage,
  TAILED_PAGES,
  tabsPage,
  themedPage,
  tightPage,
  UNSEEN_TAIL_PAGES,
  UNTOLD_PAGES,
  uprightPage,
  widePage,
} from '../support/placing-pages.ts';

test.afterEach(({ newsroom }) => newsroom.setOverride(null));

/** For each placed badge: whether the browser shows it there, with nothing over it. */
const readSeen = (page: Page): Promise<boolean[]> =>
  page.evaluate((host) => {
    const badges = document.querySelector(host)?.shadowRoot?.querySelectorAll('.badge.placed .badge-pill') ?? [];
    return [...badges].map((pill) => {
      const { left, right, top, bottom } = pill.getBoundingClientRect();
      return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.localName === host;
    });
  }, HOST);

/** After texts have changed, badges are placed a few per frame, so the last ones follow some frames later. */
const PLACED_MS = 1_000;

const expectCoverNothing = (page: Page) =>
  expect
    .poll(async () => (await readBadges(page)).filter(({ covers }) => covers.length > 0), { timeout: PLACED_MS })
    .toEqual([]);

for (const [name, render] of Object.entries(LIFTED_PAGES)) {
  test(`${name}, badges are seen`, async ({ reader, newsroom }) => {
    const { page, links } = await openCoveredPage({ reader, newsroom }, render);
    await expect(placedBadges(page)).toHaveCount(links.length);
    expect(await readSeen(page)).toEqual(links.map(() => true));
  });
}

test('a badge is visible and usable while its card is lifted up under the pointer', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, risingPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const title = links[1]?.title ?? '';
  await page.getByRole('link', { name: title }).hover();
  await expect.poll(() => readSeen(page)).not.toContain(false);
  await badgeOf(page, title).hover();
  await expect(openCard(page)).toBeVisible();
});

for (const { name, tailPx, render } of TAILED_PAGES) {
  test(`behind a headline that ends in ${name}, badges do not stand on that`, async ({ reader, newsroom }) => {
    const { page, links } = await openCoveredPage({ reader, newsroom }, render);
    await expect(placedBadges(page)).toHaveCount(links.length);
    for (const { title } of links) {
      const text = await page.getByRole('link', { name: title }).evaluate((link) => {
        const range = document.createRange();
        range.selectNodeContents(link.firstChild ?? link);
        const { right, bottom } = range.getBoundingClientRect();
        return { right, bottom };
      });
      const box = await badgeOf(page, title).boundingBox();
      if (box === null) throw new Error(`no badge: ${title}`);
      expect(box.x >= text.right + tailPx || box.y >= text.bottom, title).toBe(true);
    }
    await expectCoverNothing(page);
  });
}

for (const [name, render] of Object.entries(UNSEEN_TAIL_PAGES)) {
  test(`badges stand where the words end that are seen, before ${name}`, async ({ reader, newsroom }) => {
    const { page } = await openCoveredPage({ reader, newsroom }, render);
    const links = await page.locator('h3 a').all();
    await expect(placedBadges(page)).toHaveCount(links.length);
    const ends = await page.locator('h3 a').evaluateAll((all) =>
      all.map((link) => {
        const range = document.createRange();
        range.selectNodeContents(link.firstChild ?? link);
        const { right, top, bottom } = range.getBoundingClientRect();
        return { right, middle: (top + bottom) / 2 };
      }),
    );
    const badges = await placedBadges(page).evaluateAll((all) =>
      all.map((badge) => {
        const { left, top, bottom } = badge.getBoundingClientRect();
        return { left, middle: (top + bottom) / 2 };
      }),
    );
    for (const { right, middle } of ends) {
      const own = badges.find((badge) => Math.abs(badge.middle - middle) < 4);
      expect(own?.left).toBeGreaterThan(right);
      expect(own?.left).toBeLessThan(right + 14);
    }
  });
}

for (const [name, render] of Object.entries(GLASS_PAGES)) {
  test(`where ${name} lies over a whole card, badges cover nothing in it and can be used`, async ({
    reader,
    newsroom,
  }) => {
    const { page, links } = await openCoveredPage({ reader, newsroom }, render);
    const [first, ...others] = links.map(({ title }) => title);
    await expect(placedBadges(page)).toHaveCount(others.length);
    expect((await readBadges(page)).map(({ headline }) => headline)).not.toContain(first);
    expect(await readSeen(page)).not.toContain(false);
    await badgeOf(page, others[0] ?? '').hover();
    await expect(openCard(page)).toBeVisible();
  });
}

test('links of which only the words are drawn have their badges', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, boxlessPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  await expectCoverNothing(page);
});

test('between lines that touch each other there is no room for a badge below one', async ({ reader, newsroom }) => {
  const { page } = await openCoveredPage({ reader, newsroom }, tightPage);
  await expect(placedBadges(page)).toHaveCount(3);
  await expectCoverNothing(page);
});

test('in a list without room for badges, the pointer moves from link to link without hitting the previous link’s badge', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, tightPage);
  await expect(placedBadges(page)).toHaveCount(3);
  const [, first = '', second = ''] = links.map(({ title }) => title);
  const next = await page.getByRole('link', { name: second }).boundingBox();
  if (next === null) throw new Error('no second link');
  await page.mouse.move(next.x + 20, next.y - 4);
  await expect(badgeOf(page, first)).toBeVisible();
  await page.mouse.move(next.x + 20, next.y + 4, { steps: 4 });
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL(links[2]?.url ?? '');
});

test('selecting text up to a badge selects no more than that text, and opens no card', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const badge = await badgeOf(page, links[1]?.title ?? '').boundingBox();
  const text = await page.getByText('A line of text below.').nth(1).boundingBox();
  if (badge === null || text === null) throw new Error('no badge, or no text');
  await page.mouse.move(text.x + 5, text.y + text.height / 2);
  await page.mouse.down();
  await page.mouse.move(badge.x + badge.width / 2, badge.y + badge.height / 2, { steps: 8 });
  await waitFor(page, 500);
  await expect(openCard(page)).toHaveCount(0);
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
  for (const { title } of links.slice(2)) expect(selected).not.toContain(title);
  await page.mouse.up();
});

test('lines that run from top to bottom have a badge only while they are pointed at', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, uprightPage);
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(links.length);
  await waitFor(page, 500);
  await expect(placedBadges(page)).toHaveCount(0);
  await page.getByRole('link').first().hover();
  await expect(placedBadges(page)).toHaveCount(1);
});

test('where the body scrolls instead of the window, badges move along with their links', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, bodyScrollPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const shownWhileScrolling = await page.evaluate(async (host) => {
    document.body.scrollTop = 60;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return document.querySelector(host)?.shadowRoot?.querySelectorAll('.badge.placed').length;
  }, HOST);
  expect(shownWhileScrolling).toBe(0);
  const last = links.at(-1)?.title ?? '';
  await expect(badgeOf(page, last)).toHaveCount(1);
  const [badge, link] = [await badgeOf(page, last).boundingBox(), await page.getByText(last).boundingBox()];
  expect(Math.abs((badge?.y ?? 0) - (link?.y ?? 99))).toBeLessThan(12);
  await expectCoverNothing(page);
});

test('in the top layer, badges are not placed behind it, and Tab moves from link to link', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, popoverPage);
  await expect(placedBadges(page)).toHaveCount(3);
  await page.evaluate(() => document.getElementById('over')?.showPopover());
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(links.length);
  await waitFor(page, 500);
  expect(await readSeen(page)).not.toContain(false);
  const [first, second] = links.map(({ title }) => page.getByRole('link', { name: title }));
  await first?.focus();
  await page.keyboard.press('Tab');
  if (second === undefined) throw new Error('no second link');
  await expect(second).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByText('Last')).toBeFocused();
});

test('inert parts of a page have no badges until they can be used again', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const main = page.locator('main');
  await main.evaluate((element) => element.toggleAttribute('inert', true));
  await page.mouse.click(700, 600);
  await expect(placedBadges(page)).toHaveCount(0);
  await main.evaluate((element) => element.toggleAttribute('inert', false));
  await page.mouse.click(700, 600);
  await expect(placedBadges(page)).toHaveCount(links.length);
});

for (const hidden of ['visibility: hidden', 'opacity: 0; pointer-events: none']) {
  test(`of tabs that are hidden by ${hidden}, the one that is shown has its badges`, async ({ reader, newsroom }) => {
    const { page, links } = await openCoveredPage({ reader, newsroom }, tabsPage(hidden));
    const [shown, other] = [links.slice(0, 2), links.slice(2)].map((some) => some.map(({ title }) => title));
    const readHeadlines = async () => (await readBadges(page)).map(({ headline }) => headline);
    await expect.poll(readHeadlines).toEqual(shown);
    await page.getByRole('button', { name: 'Other tab' }).click();
    await expect.poll(readHeadlines).toEqual(other);
    await page.getByRole('button', { name: 'Other tab' }).click();
    await expect.poll(readHeadlines).toEqual(shown);
  });
}

test('badges disappear with a hidden part that keeps its place', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, plainPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  await page.locator('main').evaluate((main) => {
    main.style.visibility = 'hidden';
  });
  await page.mouse.click(700, 600);
  await expect(placedBadges(page)).toHaveCount(0);
});

test('a part that appears by a transition of its visibility has its badges without any input', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, hiddenPage);
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(links.length);
  await waitFor(page, 500);
  await expect(placedBadges(page)).toHaveCount(0);
  await page.locator('main').evaluate((main) => main.classList.add('shown'));
  await expect(placedBadges(page)).toHaveCount(links.length);
});

for (const [name, render, show] of UNTOLD_PAGES) {
  test(`${name} has its badges once a script shows it, without the reader’s doing`, async ({ reader, newsroom }) => {
    const { page, links } = await openCoveredPage({ reader, newsroom }, render);
    await expect(page.locator(`${HOST} .badge`)).toHaveCount(links.length);
    await waitFor(page, 500);
    await expect(placedBadges(page)).toHaveCount(0);
    await page.evaluate(show);
    await expect(placedBadges(page)).toHaveCount(links.length);
  });
}

test('while a dialog that a script has opened makes the page inert, the page has no badges', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, dialogPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const dialog = page.locator('dialog');
  await dialog.evaluate((element: HTMLDialogElement) => element.showModal());
  await expect(placedBadges(page)).toHaveCount(0);
  await dialog.evaluate((element: HTMLDialogElement) => element.close());
  await expect(placedBadges(page)).toHaveCount(links.length);
});

test('a press in a frame of the page closes the card, like one elsewhere in the page', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, framePage);
  await badgeOf(page, links[0]?.title ?? '').click();
  await expect(openCard(page)).toBeVisible();
  await page.frameLocator('iframe').getByText('Advert').click();
  await expect(openCard(page)).toHaveCount(0);
});

test('a frame that takes the focus by itself does not close a card that is pointed at', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, framePage);
  await badgeOf(page, links[0]?.title ?? '').hover();
  await expect(openCard(page)).toBeVisible();
  await page.frameLocator('iframe').locator('input').focus();
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
  await waitFor(page, 500);
  await expect(openCard(page)).toBeVisible();
});

test('on a page that traps the focus, Tab still moves from link to link', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, keepingPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  await page.getByRole('link').first().focus();
  for (const { title } of links.slice(1)) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: title })).toBeFocused();
  }
});

test('on a page that enlarges itself the whole card is inside the window', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, enlargedPage);
  await page.setViewportSize({ width: 1280, height: 720 });
  await badgeOf(page, links[1]?.title ?? '').hover();
  await expect(openCard(page).locator('.card-headlines')).toBeVisible();
  const bottomOf = () => openCard(page).evaluate((card) => card.getBoundingClientRect().bottom);
  await expect.poll(bottomOf).toBeLessThanOrEqual(720);
});

test('on a page without a doctype badges go with their links, and the card stays inside the window', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, oldPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const { title } = links[0] ?? {};
  if (title === undefined) throw new Error('no link');
  const link = page.getByRole('link', { name: title });
  const grow = (px: number) =>
    page.evaluate((height) => {
      const growing = document.getElementById('growing');
      if (growing !== null) growing.style.blockSize = `${height}px`;
    }, px);
  const middleOf = (box: { y: number; height: number } | null) => (box === null ? -1 : box.y + box.height / 2);
  const readOffset = async () =>
    Math.abs(middleOf(await badgeOf(page, title).boundingBox()) - middleOf(await link.boundingBox()));
  await grow(300);
  await expect.poll(readOffset).toBeLessThan(4);
  await grow(640);
  await expect.poll(readOffset).toBeLessThan(4);
  await badgeOf(page, title).click();
  await expect(openCard(page)).toBeVisible();
  const card = await openCard(page).boundingBox();
  const height = await page.evaluate(() => innerHeight);
  expect(card !== null && card.y >= 0 && card.y + card.height <= height).toBe(true);
});

test('when headlines are edited in place, badges do not cover the new words', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, widePage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('h3 a')) (link.firstChild as Text).data += ', updated';
  });
  for (const { title } of links) await expect(badgeOf(page, `${title}, updated`)).toBeVisible();
  await expectCoverNothing(page);
});

test('badges do not cover what a script adds behind headlines later, such as a number of comments', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, countedPage);
  await expect(placedBadges(page)).toHaveCount(links.length);
  const writeCounts = (text: string) =>
    page.evaluate((count) => {
      for (const place of document.querySelectorAll('.count')) place.textContent = count;
    }, text);
  await writeCounts('12 comments');
  await expect(placedBadges(page), 'below the last one is room').toHaveCount(1);
  await expectCoverNothing(page);
  await writeCounts('');
  await expect(placedBadges(page)).toHaveCount(links.length);
});

test('badges follow the page from light to dark and back', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, themedPage);
  const on = (ground: 'light' | 'dark') => page.locator(`${HOST} .badge.placed.${ground}`);
  const button = page.getByRole('button', { name: 'Other colors' });
  await expect(on('light')).toHaveCount(links.length);
  await page.getByRole('link').first().hover();
  await waitFor(page, 600);
  await expect(on('light')).toHaveCount(links.length);
  await button.click();
  await expect(on('dark')).toHaveCount(links.length);
  await button.click();
  await expect(on('light')).toHaveCount(links.length);
});

test('a badge that was scrolled out of the window takes up no room in it', async ({ reader, newsroom }) => {
  const [rowPx, rows] = [80, 60];
  const { page } = await openCoveredPage({ reader, newsroom }, evenPage(rowPx, rows));
  const readRows = () =>
    page.evaluate(
      ([host, height]) => {
        const badges = document.querySelector(host)?.shadowRoot?.querySelectorAll('.badge.placed') ?? [];
        const tops = [...badges].map((badge) => badge.getBoundingClientRect().top);
        return [...new Set(tops.filter((top) => top > 0 && top < innerHeight).map((top) => Math.floor(top / height)))];
      },
      [HOST, rowPx] as const,
    );
  const whole = Math.floor(720 / rowPx);
  await page.setViewportSize({ width: 1280, height: whole * rowPx });
  await expect.poll(readRows).toHaveLength(whole);
  for (const step of [1, 2, 3]) {
    await page.evaluate((y) => scrollTo(0, y), step * rowPx * 15);
    await expect.poll(readRows, `after ${step} steps`).toHaveLength(whole);
  }
});

/** Badges that are at least partly visible in the window. */
const countInWindow = (page: Page): Promise<number> =>
  placedBadges(page).evaluateAll(
    (badges) =>
      badges.filter((badge) => {
        const { top, bottom } = badge.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }).length,
  );

test('when a page moves content that is out of view, no badge stays behind', async ({ reader, newsroom }) => {
  const [rowPx, rows] = [80, 40];
  const { page } = await openCoveredPage({ reader, newsroom }, (links) =>
    evenPage(rowPx, rows)(links).replace('<main>', '<div class="advert" style="block-size: 1130px"></div><main>'),
  );
  await page.setViewportSize({ width: 1280, height: rowPx * 9 });
  for (const y of [1130, 1850, 2570]) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await expect.poll(() => countInWindow(page)).toBe(9);
  }
  await page.locator('.advert').evaluate((advert) => advert.remove());
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1440);
  for (const y of [720, 0]) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await waitFor(page, 500);
    await expect.poll(() => countInWindow(page)).toBe(9);
  }
});

test('badges of links that are out of view do not enlarge the scrollable page', async ({ reader, newsroom }) => {
  const { page } = await openCoveredPage({ reader, newsroom }, evenPage(80, 40));
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const y of [0, 720, 1440, 2160, 2480]) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await expect.poll(() => countInWindow(page)).toBe(9);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => countInWindow(page)).toBe(9);
  await page.addStyleTag({ content: 'article:nth-child(n + 12) { display: none }' });
  await page.setViewportSize({ width: 400, height: 720 });
  const readSize = () =>
    page.evaluate(() => [document.scrollingElement?.scrollWidth, document.scrollingElement?.scrollHeight]);
  await expect.poll(readSize).toEqual([400, 880]);
});

/** For every visible badge: its distance from the end of its link's last line, and from that line's bottom. */
const readDistances = (page: Page) =>
  page.evaluate((host) => {
    const badges = document.querySelector(host)?.shadowRoot?.querySelectorAll('.badge.placed') ?? [];
    return [...badges].map((badge) => {
      const headline = badge.getAttribute('aria-description');
      const link = [...document.querySelectorAll('h3 a')].find((one) => one.textContent === headline);
      const line = [...(link?.getClientRects() ?? [])].at(-1) ?? new DOMRect();
      const { left, top } = badge.getBoundingClientRect();
      return Math.min(Math.abs(left - line.right - 6), Math.abs(top - line.bottom - 1));
    });
  }, HOST);

test('after a row of cards has moved, its badges are at their links', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, rowPage('.row { transition: transform 300ms }'));
  const [first, second, third] = links.map(({ title }) => title);
  await expect(badgeOf(page, first ?? '')).toHaveCount(1);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const row = document.querySelector<HTMLElement>('.row');
        row?.addEventListener('transitionend', resolve);
        row?.style.setProperty('transform', 'translateX(-320px)');
      }),
  );
  for (const title of [second, third]) await expect(badgeOf(page, title ?? '')).toHaveCount(1);
  await expect.poll(async () => Math.max(...(await readDistances(page)))).toBeLessThan(2);
  await expectCoverNothing(page);
});

test('while a script scrolls a row of cards, no badge stays behind', async ({ reader, newsroom }) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, rowPage(''));
  await expect(placedBadges(page)).toHaveCount(2);
  const second = badgeOf(page, links[1]?.title ?? '');
  const badge = await second.elementHandle();
  const leftOf = async () => (await second.boundingBox())?.x ?? 0;
  const left = await leftOf();
  const isShownWhileScrolling = await badge?.evaluate(async (element) => {
    document.querySelector('.window')?.scrollBy(60, 0);
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return element.classList.contains('placed');
  });
  expect(isShownWhileScrolling).toBe(false);
  await expect.poll(leftOf).toBeCloseTo(left - 60, -1);
});

test('a card that was just outside of its row, touching it, has its badge once it comes into view', async ({
  reader,
  newsroom,
}) => {
  const { page, links } = await openCoveredPage({ reader, newsroom }, rowPage('article { padding-inline: 0 }'));
  const [first, second, third] = links.map(({ title }) => title);
  await expect(badgeOf(page, first ?? '')).toHaveCount(1);
  await expect(badgeOf(page, third ?? '')).toHaveCount(0);
  await page.evaluate(() => {
    const row = document.querySelector('.row');
    row?.append(...[...row.children].slice(0, 1));
  });
  for (const title of [second, third]) await expect(badgeOf(page, title ?? '')).toHaveCount(1);
});

test('links have no badge while they keep moving', async ({ reader, newsroom }) => {
  const { page } = await openCoveredPage({ reader, newsroom }, rowPage(''));
  await expect(placedBadges(page)).toHaveCount(2);
  await page.evaluate(() => {
    const row = document.querySelector<HTMLElement>('.row');
    const move = (frames: number) => {
      const isStopped = Reflect.get(window, 'isStopped') === true;
      // Back at the start: a few pixels further, a third link is visible.
      row?.style.setProperty('transform', `translateX(${isStopped ? 0 : -(frames % 60)}px)`);
      if (!isStopped) requestAnimationFrame(() => move(frames + 3));
    };
    move(0);
  });
  await expect(placedBadges(page)).toHaveCount(0);
  await page.evaluate(() => Reflect.set(window, 'isStopped', true));
  await expect(placedBadges(page)).toHaveCount(2);
  for (const distance of await readDistances(page)) expect(distance).toBeLessThan(2);
});
