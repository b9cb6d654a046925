// Badges on a front page and beside the open article's headline, and the card: pointer, keyboard, touch, print.
import type { Page } from '@playwright/test';
import { narrowWidth } from '../../utils/badges/overlay/badge-element.ts';
import { badgeOf, HOST, openCard, readShifts, watchShifts } from '../support/badges.ts';
import { expect, lookingTest as test } from '../support/extension.ts';
import type { Reader } from '../support/reader.ts';
import { storyTruth } from '../support/story-truth.ts';

const FRONT = 'https://harbor-ledger.test/';

async function openFront(reader: Reader): Promise<{ page: Page; title: string }> {
  const { title } = reader.find('harbor-ledger', 'bridge');
  const page = await reader.control.context().newPage();
  await watchShifts(page);
  await page.goto(FRONT);
  await page.bringToFront();
  await expect(badgeOf(page, title)).toBeVisible();
  return { page, title };
}

/** Ignores other pages that open meanwhile, such as slowly loading ones. */
async function openFullStory(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page', (one) => one.url().includes('/story.html'));
  await openCard(page).getByRole('button', { name: 'Full story' }).click();
  return opened;
}

test('a front page: badges where others cover the story, and nothing moves', async ({ reader, newsroom }) => {
  const { page } = await openFront(reader);
  const { title } = reader.find('harbor-ledger', 'bridge');
  const { reports } = storyTruth(newsroom.issue(), 'bridge');
  await expect(badgeOf(page, title)).toHaveAccessibleName(`${reports} reports of this story`);
  await expect(badgeOf(page, title)).toHaveRole('button');

  const union = badgeOf(page, reader.find('harbor-ledger', 'union').title);
  await expect(union).toHaveAccessibleName(/Blindspot: right-leaning outlets barely cover this$/);
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(5);
  expect(await readShifts(page)).toBe(0);
});

test('the narrow form is as wide as the placing of badges assumes', async ({ reader }) => {
  const { page } = await openFront(reader);
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(5);
  const measured = await page.locator(`${HOST} .badge`).evaluateAll((badges) =>
    badges.map((badge) => {
      badge.classList.add('narrow');
      const { offsetWidth } = badge as HTMLElement;
      const count = badge.querySelector<HTMLElement>('.badge-count')?.offsetWidth ?? 0;
      return { offsetWidth, count, hasMark: badge.querySelector('.badge-half') !== null };
    }),
  );
  expect(measured.some(({ hasMark }) => hasMark)).toBe(true);
  for (const { offsetWidth, count, hasMark } of measured) {
    expect(Math.abs(offsetWidth - narrowWidth(count, { hasMark }))).toBeLessThanOrEqual(1);
  }
});

test('a badge appears at once, without a fade that would draw frames', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  const running = await badgeOf(page, title).evaluate((badge) => {
    badge.classList.remove('placed');
    getComputedStyle(badge).opacity; // makes the browser compute the style
    badge.classList.add('placed');
    return badge.getAnimations().length;
  });
  expect(running).toBe(0);
});

test('the card: opens on pointing, stays while pointed at, closes on leaving', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  await badgeOf(page, title).hover();
  const card = openCard(page);
  await expect(card.getByRole('heading')).toHaveText(/^\d+ independent reports$/);
  await expect(card.locator('.bar')).toHaveAccessibleName(/^Bias of \d+ rated outlets/);
  await expect(card.locator('.card-headlines li')).toHaveCount(3);
  await expect(card.getByText('First reported by')).toContainText('Northwire');
  await expect(card.getByText('4 reposts not counted')).toBeVisible();
  await expect(card.locator('.card-outlet')).toContainText('Harbor Ledger');

  await card.getByRole('heading').hover();
  await expect(card).toBeVisible();
  const [cardBox, linkBox] = [await card.boundingBox(), await page.getByRole('link', { name: title }).boundingBox()];
  if (cardBox === null || linkBox === null) throw new Error('card or link is gone');
  const isApart = (from: 'x' | 'y', size: 'width' | 'height') =>
    cardBox[from] >= linkBox[from] + linkBox[size] || cardBox[from] + cardBox[size] <= linkBox[from];
  expect(isApart('x', 'width') || isApart('y', 'height'), 'the card lies beside its link, not on it').toBe(true);

  await page.mouse.move(5, 5);
  await expect(card).toHaveCount(0);
  expect(await readShifts(page)).toBe(0);
});

test('a badge that is scrolled under a resting pointer opens no card until the pointer moves', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  await page.setViewportSize({ width: 1280, height: 420 });
  const badge = badgeOf(page, title);
  const box = await badge.boundingBox();
  if (box === null) throw new Error('the badge is gone');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const scrolled = 60;
  await page.mouse.move(x, y - scrolled);
  await page.mouse.wheel(0, scrolled);
  await expect.poll(() => badge.evaluate((element) => element.matches(':hover'))).toBe(true);
  await page.evaluate(async () => {
    const until = performance.now() + 800; // ten times the delay before a card opens
    while (performance.now() < until) await new Promise(requestAnimationFrame);
  });
  await expect(openCard(page)).toHaveCount(0);
  await page.mouse.move(x + 2, y - scrolled);
  await expect(openCard(page)).toBeVisible();
});

test('after a script has rewritten the document, badges open their card as before', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  await page.evaluate(() => {
    const markup = document.body.innerHTML;
    document.open();
    document.write(markup);
    document.close();
  });
  await badgeOf(page, title).hover();
  await expect(openCard(page).getByRole('heading')).toHaveText(/^\d+ independent reports$/);
});

test('on a page that is scrolled, in a low window, the card is inside the window', async ({ reader }) => {
  const { page } = await openFront(reader);
  await page.setViewportSize({ width: 900, height: 420 });
  const { title } = reader.find('harbor-ledger', 'school-board');
  await page.getByRole('link', { name: title }).scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await badgeOf(page, title).hover();
  await expect(openCard(page).locator('.card-headlines')).toBeVisible();
  const box = await openCard(page).boundingBox();
  if (box === null) throw new Error('the card is gone');
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(420);
});

test('the keyboard: Tab from the link to its badge, into the card, on to the next link; Escape closes', async ({
  reader,
}) => {
  const { page, title } = await openFront(reader);
  const badge = badgeOf(page, title);
  const card = openCard(page);
  await page.getByRole('link', { name: title }).focus();
  await page.keyboard.press('Tab');
  await expect(badge).toBeFocused();
  await expect(card).toBeVisible();
  await expect(badge).toHaveAttribute('aria-expanded', 'true');

  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(badge).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(badge).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(badge).toBeFocused();
  await page.keyboard.press('Tab');
  const next = reader.find('harbor-ledger', 'union').title;
  await expect(page.getByRole('link', { name: next })).toBeFocused();
});

test('a card that was clicked into stays when the pointer leaves, and gives the focus back to its badge', async ({
  reader,
}) => {
  const { page, title } = await openFront(reader);
  const [badge, card] = [badgeOf(page, title), openCard(page)];
  const clickInto = async () => {
    await badge.hover();
    await card.getByRole('heading').click();
    await expect(card).toBeFocused();
  };
  await clickInto();
  await page.mouse.move(5, 5);
  await page.evaluate(async () => {
    const until = performance.now() + 600; // more than twice the time that a card waits for the pointer
    while (performance.now() < until) await new Promise(requestAnimationFrame);
  });
  await expect(card).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(badge).toBeFocused();

  await clickInto();
  const other = badgeOf(page, reader.find('harbor-ledger', 'school-board').title);
  await other.hover();
  await expect(other).toHaveAttribute('aria-expanded', 'true');
  await expect(badge).toBeFocused();
});

test('“full story” opens the story’s own page', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  await badgeOf(page, title).click();
  const story = await openFullStory(page);
  await expect(story.locator('.story-head')).toBeVisible();
  expect(story.url()).toContain(new URL('story.html?id=', reader.control.url()).href);
});

test('the story page that a card opened is beside its page, which is selected again when it is closed', async ({
  reader,
}) => {
  const { page, title } = await openFront(reader);
  // Without an opener: otherwise the browser would select another tab that was opened from this one.
  const other = { url: 'https://northwire.test/about', active: false };
  const otherOpened = page.context().waitForEvent('page', (one) => one.url() === other.url);
  await reader.control.evaluate((tab) => chrome.tabs.create(tab), other);
  await otherOpened;
  await badgeOf(page, title).click();
  const story = await openFullStory(page);
  await expect(story.locator('.story-head')).toBeVisible();
  await story.close();
  const urlInFront = () => reader.control.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.url);
  await expect.poll(urlInFront).toBe(FRONT);
});

test('a double click on a badge opens its card and does not close it again; a click later does', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  const badge = badgeOf(page, title);
  await badge.dblclick();
  await expect(badge).toHaveAttribute('aria-expanded', 'true');
  await expect(openCard(page)).toBeVisible();
  await badge.click();
  await expect(openCard(page)).toHaveCount(0);
});

test('the page receives no event for a click on badge or card', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  await page.evaluate(() => {
    Object.assign(window, { heard: 0 });
    for (const name of ['click', 'mousedown', 'pointerdown', 'keydown']) {
      document.addEventListener(name, () => Object.assign(window, { heard: Reflect.get(window, 'heard') + 1 }));
    }
  });
  await badgeOf(page, title).click();
  await openCard(page).getByRole('heading').click();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toBe(0);
});

test('a page’s script cannot open a card or a story without the user', async ({ reader }) => {
  const { title } = reader.find('harbor-ledger', 'bridge');
  const page = await reader.control.context().newPage();
  // As a script of the page itself: code that a test evaluates would count as a user gesture.
  await page.addInitScript((hostName) => {
    const seen = { tries: 0, cards: 0 };
    Object.assign(window, { seen });
    const attack = () => {
      const shadow = document.querySelector(hostName)?.shadowRoot;
      const badge = shadow?.querySelector<HTMLElement>('.badge.placed');
      if (!shadow || !badge) return requestAnimationFrame(attack);
      seen.tries += 1;
      if (shadow.querySelector('[role="dialog"]') !== null) seen.cards += 1;
      badge.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', bubbles: true, composed: true }));
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
      badge.focus({ focusVisible: true } as FocusOptions);
      if (badge.getAttribute('aria-expanded') !== 'true') badge.click();
      shadow.querySelector<HTMLElement>('.card-foot button')?.click();
      return setTimeout(attack, 20);
    };
    attack();
  }, HOST);
  await page.goto(FRONT);
  await page.bringToFront();
  await expect(badgeOf(page, title)).toBeVisible();
  await page.waitForFunction(() => Reflect.get(window, 'seen').tries >= 50);
  expect(await page.evaluate(() => Reflect.get(window, 'seen').cards)).toBe(0);
  expect(
    page
      .context()
      .pages()
      .filter((one) => one.url().includes('story.html')),
  ).toEqual([]);
});

test('a page’s script cannot open a card again that the user has closed', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  const badge = badgeOf(page, title);
  await badge.hover();
  const card = await openCard(page).elementHandle();
  await page.keyboard.press('Escape');
  await expect(openCard(page)).toHaveCount(0);
  await card?.evaluate((closed) => {
    document.body.append(closed);
    (closed as HTMLElement).focus();
  });
  await expect(badge).toHaveAttribute('aria-expanded', 'false');
  await expect(openCard(page)).toHaveCount(0);
});

test('nor does Tab into a frame let it open one', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  const badge = badgeOf(page, title);
  await page.evaluate(async () => {
    const button = document.createElement('button');
    const frame = document.createElement('iframe');
    frame.srcdoc = '<input>';
    const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.prepend(button, frame);
    await isLoaded;
    button.focus();
  });
  await page.keyboard.press('Tab');
  await expect(page.frameLocator('iframe').locator('input')).toBeFocused();
  await badge.evaluate((element) => element.focus());
  await expect(badge).toBeFocused();
  await expect(badge).toHaveAttribute('aria-expanded', 'false');
});

test('the open article: a badge beside its headline, which covers nothing', async ({ reader }) => {
  const { title, url } = reader.find('meridian-post', 'union');
  const page = await reader.control.context().newPage();
  await watchShifts(page);
  await page.goto(url);
  const badge = badgeOf(page, title);
  await expect(badge).toBeVisible();
  await expect(badge).toHaveText(/^\d+ reports$/);
  const [badgeBox, headline] = [await badge.boundingBox(), await page.getByRole('heading', { level: 1 }).boundingBox()];
  expect(badgeBox?.y).toBeGreaterThan((headline?.y ?? 0) - 12);
  expect(badgeBox?.y).toBeLessThan((headline?.y ?? 0) + (headline?.height ?? 0) + 4);
  expect(await readShifts(page)).toBe(0);
});

test.describe('on a touch screen', () => {
  test('a tap opens the card and holds it, a tap elsewhere closes it', async ({ reader }) => {
    const { page, title } = await openFront(reader);
    const session = await page.context().newCDPSession(page);
    const tap = async (x: number, y: number) => {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const box = await badgeOf(page, title).boundingBox();
    if (box === null) throw new Error('no badge');
    await tap(box.x + box.width / 2, box.y + box.height / 2);
    await expect(openCard(page)).toBeVisible();
    await tap(20, 20);
    await expect(openCard(page)).toHaveCount(0);
  });
});

test('printed, there are no badges', async ({ reader }) => {
  const { page, title } = await openFront(reader);
  await page.emulateMedia({ media: 'print' });
  await expect(badgeOf(page, title)).toBeHidden();
});
