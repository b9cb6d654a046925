// Layout rules beyond those of pictures.spec.ts: after interaction, and at the widths in between.
import { expect } from '@playwright/test';
import { test } from './gallery-page.ts';

const topOf = (element: Element) => element.getBoundingClientRect().top;

for (const width of [400, 360, 320]) {
  test(`no number and no button stands alone on a line of a popup ${width} px wide`, async ({
    gallery: { page, show },
  }) => {
    await page.setViewportSize({ width, height: 600 });
    await show({ view: 'popup/covered' });
    const lines = (selector: string) =>
      page.locator(selector).evaluateAll((elements) => {
        const amounts = new Map<number, number>();
        for (const element of elements) {
          const { bottom } = element.getBoundingClientRect();
          amounts.set(bottom, (amounts.get(bottom) ?? 0) + 1);
        }
        return [...amounts.values()];
      });
    expect((await lines('.stats > div > dd')).filter((amount) => amount === 1)).toEqual([]);
    expect(new Set(await lines('.facet > h2')).size, 'facets in lines of different lengths').toBe(1);
    const [why, flag] = [
      page.locator('.popup-footer .button[aria-expanded]'),
      page.locator('.popup-footer .icon-button'),
    ];
    expect(await flag.evaluate(topOf)).toBeLessThan(
      await why.evaluate((button) => button.getBoundingClientRect().bottom),
    );
  });
}

test('the number of unrated outlets is never cut off in the bar: it would be another number', async ({
  gallery: { page, show },
}) => {
  for (const view of ['card/large', 'popup/covered-large']) {
    for (const locale of ['en', 'fr']) {
      for (const [width, textScale] of [
        [400, 1],
        [320, 1],
        [400, 2],
        [320, 2],
      ] as const) {
        await page.setViewportSize({ width, height: 600 });
        await show({ view, locale });
        await page.evaluate(
          (size) => document.documentElement.style.setProperty('font-size', size),
          `${textScale * 100}%`,
        );
        const bar = await page.locator('.bar').first().boundingBox();
        const number = await page.locator('.segment.unrated > span:visible').first().boundingBox();
        const end = (box: typeof bar) => (box === null ? Number.NaN : box.x + box.width);
        expect.soft(end(number), `${view}, ${locale}, ${width} px, ${textScale}`).toBeLessThanOrEqual(end(bar));
      }
    }
  }
});

for (const [view, width, textScale, hasNumbers] of [
  ['popup/covered', 400, 1, true],
  ['popup/covered', 320, 1, true],
  ['popup/covered', 400, 2, true],
  ['popup/covered-large', 400, 1, true],
  ['popup/covered-large', 320, 1, false],
  ['card/shown', 400, 1, true],
  ['card/large', 400, 1, false],
] as const) {
  test(`${hasNumbers ? 'all parts' : 'no part'} of the bar with the number of its outlets: ${view}, ${width} px, ${textScale}`, async ({
    gallery: { page, show },
  }) => {
    await page.setViewportSize({ width, height: 600 });
    for (const locale of ['en', 'de', 'fr', 'es']) {
      await show({ view, locale });
      await page.evaluate(
        (size) => document.documentElement.style.setProperty('font-size', size),
        `${textScale * 100}%`,
      );
      const labels = page.locator('.bar').first().locator('.segment:not(.unrated) > span:visible');
      expect(await labels.count()).toBeGreaterThan(4);
      for (const label of await labels.all()) {
        expect.soft(/\d/.test((await label.textContent()) ?? ''), locale).toBe(hasNumbers);
        const [written, part] = [await label.boundingBox(), await label.locator('..').boundingBox()];
        expect.soft(written?.width, locale).toBeLessThanOrEqual(part?.width ?? 0);
      }
    }
  });
}

test('no mark of a report is alone on a line', async ({ gallery: { page, show } }) => {
  for (const view of ['popup/covered', 'popup/covered-opinion', 'popup/covered-long-names', 'story/shown']) {
    for (const [width, locale] of [
      [400, 'en'],
      [400, 'de'],
      [400, 'fr'],
      [400, 'es'],
      [360, 'en'],
      [320, 'en'],
    ] as const) {
      await page.setViewportSize({ width, height: 600 });
      await show({ view, locale });
      const alone = await page.locator('.outlet-line').evaluateAll((lines) =>
        lines.flatMap((line) => {
          const boxes = [...line.querySelectorAll('.outlet-name, .tag, time, .mark')].map((part) => ({
            text: part.textContent,
            isMark: part.matches('.mark, .outlet-facts .tag'),
            ...part.getBoundingClientRect().toJSON(),
          }));
          const isBeside = (one: DOMRect, other: DOMRect) => one.top < other.bottom && other.top < one.bottom;
          return boxes
            .filter((one) => one.isMark && one.height > 0)
            .filter((one) => !boxes.some((other) => other !== one && isBeside(one, other)))
            .map(({ text }) => text);
        }),
      );
      expect.soft(alone, `${view}, ${locale}, ${width} px`).toEqual([]);
    }
  }
});

test('where an answer comes from is written inside its pill', async ({ gallery: { page, show } }) => {
  for (const width of [400, 360, 321, 320]) {
    await page.setViewportSize({ width, height: 600 });
    for (const locale of ['en', 'de', 'fr', 'es']) {
      await show({ view: 'popup/covered', locale });
      const [pill, text] = [page.locator('.pill'), page.locator('.pill > :last-child')];
      const [around, inside] = [await pill.boundingBox(), await text.boundingBox()];
      const end = (box: typeof around) => (box === null ? Number.NaN : box.x + box.width);
      expect.soft(end(inside), `${locale}, ${width} px`).toBeLessThanOrEqual(end(around));
      expect.soft(end(around), `${locale}, ${width} px`).toBeLessThanOrEqual(width);
      expect.soft(around?.height, `${locale}, ${width} px`).toBeLessThan(24);
    }
  }
});

test('a server’s long name is cut off in its pill, and does not widen the page', async ({
  gallery: { page, show },
}) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await show({ view: 'story/failed-server' });
  await expect(page.locator('.pill')).toHaveText(/northmark/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('what opens a list of reports stays under the pointer', async ({ gallery: { page, show } }) => {
  await page.setViewportSize({ width: 900, height: 600 });
  await show({ view: 'story/shown' });
  const opener = page.locator('.brief summary').first();
  const before = await opener.boundingBox();
  await opener.click();
  await expect(page.locator('.brief details[open]')).toHaveCount(1);
  expect(await opener.boundingBox()).toEqual(before);
});

test('a late brief moves no report', async ({ gallery: { page, show } }) => {
  for (const [width, locale] of [
    [900, 'en'],
    [320, 'en'],
    [320, 'de'],
  ] as const) {
    await page.setViewportSize({ width, height: 600 });
    const placeOfReports = async (view: string) => {
      await show({ view, locale });
      return (await page.locator('.reports').boundingBox())?.y;
    };
    expect(await placeOfReports('story/shown-late'), `${locale}, ${width} px`).toBe(
      await placeOfReports('story/shown-comparing'),
    );
  }
});

test('a table that is too wide scrolls by itself, and not the page with it', async ({ gallery: { page, show } }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await show({ view: 'story/shown' });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await page.locator('.timeline summary').click();
  await expect(page.locator('.timeline table')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const table = page.getByRole('region', { name: 'Show the numbers' });
  await expect(table).toHaveAttribute('tabindex', '0');
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize({ width: 900, height: 600 });
  await expect(table, 'where it does not move, it is no stop for the keyboard').toHaveCount(0);
});

test('the numbers of a story have their names on one line each in a popup as wide as browsers draw it', async ({
  gallery: { page, show },
}) => {
  await page.setViewportSize({ width: 400, height: 600 });
  await show({ view: 'popup/covered' });
  const heights = await page
    .locator('.stats dt')
    .evaluateAll((names) => names.map((name) => name.getBoundingClientRect().height));
  expect(heights).toHaveLength(4);
  expect(new Set(heights).size).toBe(1);
});

test('links to sources and reposts are targets of 24 px', async ({ gallery: { page, show } }) => {
  await page.setViewportSize({ width: 900, height: 600 });
  await show({ view: 'story/shown' });
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
  const heights = await page
    .locator('.source a, .headline')
    .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().height)));
  expect(heights.length).toBeGreaterThan(20);
  expect(heights.filter((height) => height < 24)).toEqual([]);
});

for (const view of ['popup/covered-rated', 'popup/uncovered', 'story/shown', 'onboarding/ended']) {
  test(`a link that is in no sentence is a target of 24 px, in none of another: ${view}`, async ({
    gallery: { page, show },
  }) => {
    await page.setViewportSize({ width: 900, height: 600 });
    await show({ view });
    const links = page.locator('.outlet-card a, .page-header a, .latest-link a');
    const boxes = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.filter(({ width, height }) => width < 24 || Math.round(height) < 24)).toEqual([]);
    const isOverNext = ({ bottom }: DOMRect, index: number) => bottom > (boxes[index + 1]?.top ?? bottom) + 0.5;
    expect(boxes.filter(isOverNext)).toEqual([]);
  });
}

test('the settings’ sections have their list beside them in a wide window, and above them in a narrow one', async ({
  gallery: { page, show },
}) => {
  const list = page.locator('.options nav');
  await page.setViewportSize({ width: 1280, height: 720 });
  await show({ view: 'options/all' });
  await page.locator('#help').scrollIntoViewIfNeeded();
  await expect(list.getByRole('link').first()).toBeInViewport();
  await list.getByRole('link', { name: 'Badges' }).click();
  await expect(page.locator('#badges h2')).toBeInViewport();
  const boxes = [await list.boundingBox(), await page.locator('#badges').boundingBox()] as const;
  expect((boxes[0]?.x ?? Number.NaN) + (boxes[0]?.width ?? 0)).toBeLessThanOrEqual(boxes[1]?.x ?? Number.NaN);
  await page.setViewportSize({ width: 900, height: 720 });
  expect((await list.boundingBox())?.width).toBe((await page.locator('#badges').boundingBox())?.width);
});

for (const [width, height] of [
  [1280, 720],
  [900, 720],
  [320, 600],
] as const) {
  test(`the settings’ section that is read is marked, in sight, in a list that covers nothing: ${width} px`, async ({
    gallery: { page, show },
  }) => {
    await page.setViewportSize({ width, height });
    await show({ view: 'options/all' });
    const list = page.locator('.options nav');
    const expectCurrent = async (name: string) => {
      await expect(list.locator('[aria-current="location"]')).toHaveText(name);
      await expect(list.getByText(name)).toBeInViewport({ ratio: 0.9 });
    };
    await expectCurrent('Reading pages');
    for (const [id, name] of [
      ['own', 'Your own rating'],
      ['badges', 'Badges'],
    ] as const) {
      await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
      await expectCurrent(name);
      const heading = page.locator(`#${id} h2`);
      await expect(heading).toBeInViewport({ ratio: 1 });
      if (width < 1000) {
        const [above, below] = [await list.boundingBox(), await heading.boundingBox()];
        expect((above?.y ?? 0) + (above?.height ?? Number.NaN)).toBeLessThanOrEqual(below?.y ?? Number.NaN);
      }
    }
    await list.getByRole('link', { name: 'Requests to the server' }).click();
    await expectCurrent('Requests to the server');
    await list.getByRole('link', { name: 'Help and about' }).click();
    await expectCurrent('Help and about');
  });
}

test('the line of the settings’ sections stays under a press while the page scrolls', async ({
  gallery: { page, show },
}) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await show({ view: 'options/all' });
  const list = page.locator('.options nav');
  const current = list.locator('[aria-current="location"]');
  const scrollTo = (id: string) => page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
  const link = list.getByRole('link', { name: 'Coverage source' });
  await scrollTo('source');
  await expect(current).toHaveText('Coverage source');
  await expect(link).toBeInViewport({ ratio: 0.9 });
  const { x, y, width, height } = (await link.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await scrollTo('own');
  await expect(current).toHaveText('Your own rating');
  expect(await link.boundingBox()).toEqual({ x, y, width, height });
  await page.mouse.up();
  await expect(current).toHaveText('Coverage source');
});

test('in the line of the settings’ sections, the focused one is entirely visible', async ({
  gallery: { page, show },
}) => {
  await page.setViewportSize({ width: 400, height: 600 });
  await show({ view: 'options/all' });
  const list = page.locator('.options nav');
  await list.getByRole('link').first().focus();
  for (const link of (await list.getByRole('link').all()).slice(1)) {
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    const [around, inside] = [await list.boundingBox(), await link.boundingBox()];
    expect(inside?.x).toBeGreaterThanOrEqual((around?.x ?? Number.NaN) - 1);
    const endOf = (box: typeof around) => (box === null ? Number.NaN : box.x + box.width);
    expect(endOf(inside)).toBeLessThanOrEqual(endOf(around) + 1);
  }
});

test('a section that is half visible at the line’s end can be clicked', async ({ gallery: { page, show } }) => {
  await page.setViewportSize({ width: 400, height: 600 });
  await show({ view: 'options/all' });
  const [list, link] = [page.locator('.options nav'), page.getByRole('link', { name: 'Outlets and feeds' }).first()];
  const { x, y, width } = (await list.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  expect((await link.boundingBox())?.x).toBeLessThan(x + width - 10);
  await page.mouse.move(x + width - 5, y + 15);
  await page.mouse.down();
  await page.mouse.up();
  await expect(list.locator('[aria-current]')).toHaveText('Outlets and feeds');
});

test('at the end of the settings the last section is marked, if the address names none that is in sight', async ({
  gallery: { page, show },
}) => {
  await page.setViewportSize({ width: 900, height: 1200 });
  await show({ view: 'options/all' });
  const current = page.locator('.options nav [aria-current]');
  await page.locator('.options nav').getByRole('link', { name: 'Ratings' }).click();
  await expect(current).toHaveText('Ratings');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(current).toHaveText('Help and about');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(current).toHaveText('Reading pages');
});

test('in a low card the link to the full story is visible, and covers nothing that is focused', async ({
  gallery: { page, show },
}) => {
  await page.setViewportSize({ width: 400, height: 600 });
  await show({ view: 'card/shown' });
  const [card, foot] = [page.locator('.card'), page.locator('.card-foot')];
  const headline = page.locator('.card .headline').first();
  const edgesOf = async (locator: typeof card) => {
    const { y = Number.NaN, height = Number.NaN } = (await locator.boundingBox()) ?? {};
    return { top: y, bottom: y + height };
  };
  // The card ends right below its first headline, and the foot is over that.
  const room = (await edgesOf(headline)).bottom - (await edgesOf(card)).top + 4;
  await card.evaluate((element, height) => element.style.setProperty('max-block-size', `${height}px`), room);
  expect((await edgesOf(page.getByRole('button', { name: 'Full story' }))).bottom).toBeLessThan(
    (await edgesOf(card)).bottom,
  );
  expect((await edgesOf(headline)).bottom).toBeGreaterThan((await edgesOf(foot)).top);
  await headline.focus();
  expect((await edgesOf(headline)).bottom).toBeLessThanOrEqual((await edgesOf(foot)).top);
  await card.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  expect((await edgesOf(page.locator('.card-outlet'))).bottom).toBeLessThan((await edgesOf(foot)).top);
});

test('no headline of a card is cut off, with large text too', async ({ gallery: { page, show } }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  for (const view of ['card/shown', 'card/large']) {
    await show({ view });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const hidden = await page
      .locator('.card .headline')
      .evaluateAll((headlines) => headlines.map((headline) => headline.scrollHeight - headline.clientHeight));
    expect(hidden.length, view).toBeGreaterThan(0);
    expect(Math.max(...hidden), view).toBeLessThanOrEqual(1);
  }
});

test('words that are longer than a line get hyphens of their own language, names and addresses get none', async ({
  gallery: { page, show },
}) => {
  const hyphensOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => [getComputedStyle(element).hyphens, element.closest('[lang]')?.getAttribute('lang')]);
  await show({ view: 'popup/covered', locale: 'de' });
  expect(await hyphensOf('.stats dt')).toEqual(['auto', 'de']);
  expect(await hyphensOf('.headline')).toEqual(['auto', 'en']);
  expect((await hyphensOf('.outlet-name'))[0]).toBe('manual');
  await show({ view: 'options/all', locale: 'de' });
  expect((await hyphensOf('.feed-url'))[0]).toBe('manual');
  // In a page, the card has no body to inherit from.
  await page.evaluate(() => document.body.style.setProperty('hyphens', 'manual'));
  await show({ view: 'card/shown', locale: 'de' });
  expect(await hyphensOf('.card .spread')).toEqual(['auto', 'de']);
  await page.evaluate(() => document.body.style.removeProperty('hyphens'));
});

test('outlets’ names look the same in all lists of the settings', async ({ gallery: { page, show } }) => {
  await show({ view: 'options/all' });
  const looks = await page.locator('.feed-list bdi, .own-list bdi, #own .site-list bdi').evaluateAll((names) =>
    names.map((name) => {
      const { color, fontWeight } = getComputedStyle(name);
      return `${color} ${fontWeight}`;
    }),
  );
  expect(looks.length).toBeGreaterThan(10);
  expect(new Set(looks).size).toBe(1);
});

test('a number stands beside its outlets in a narrow window', async ({ gallery: { page, show } }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await show({ view: 'story/shown', locale: 'de' });
  const tops = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const [numbers, outlets] = [await tops('.conflict dt'), await tops('.conflict dd a')];
  expect(numbers.length).toBe(2);
  for (const top of numbers) expect(outlets.some((other) => Math.abs(other - top) < 8)).toBe(true);
});

test('what becomes of the first round has a heading like the choices before it', async ({
  gallery: { page, show },
}) => {
  for (const state of ['running', 'unanswered', 'ended']) {
    await show({ view: `onboarding/${state}` });
    const sizes = await page
      .locator('.section h2')
      .evaluateAll((headings) => headings.map((heading) => getComputedStyle(heading).fontSize));
    expect(sizes, state).toHaveLength(3);
    expect(new Set(sizes).size, state).toBe(1);
  }
});
