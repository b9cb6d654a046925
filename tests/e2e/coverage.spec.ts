// The main purpose: open an article of the sample newsroom, and the popup shows who else covers it, as the newsroom defines it.
import { expect, lookingTest as test } from '../support/extension.ts';
import { expectStory, expectTitle, readHeadlines } from '../support/popup-reading.ts';

test('a covered article: numbers, spread, copies in one family, an opinion piece marked', async ({
  reader,
  newsroom,
}) => {
  const article = reader.find('harbor-ledger', 'bridge');
  const { popup } = await reader.openWithPopup(article.url);
  const truth = await expectStory(reader, { popup, article, issue: newsroom.issue() });

  const { right, rated } = truth.spread;
  const sentence = popup.locator('.spread');
  await expect(sentence).toContainText(`${Math.round((right / rated) * 100)}% of ${rated} rated outlets lean right`);
  const shares = [...((await sentence.textContent()) ?? '').matchAll(/(\d+)%/g)].map(([, share]) => Number(share));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
  await expect(popup.getByText('First reported by')).toContainText('Northwire');

  const headlines = await readHeadlines(popup);
  expect(headlines.filter((text) => text.includes('inspectors find cracks in main cable anchor'))).toHaveLength(1);
  const family = popup.locator('.family').filter({ hasText: 'reposted by 4 other outlets' });
  await family.getByText('reposted by 4 other outlets').click();
  for (const name of ['Maple Valley Local', 'Prairie Sentinel', 'Albion Courier', 'Thames Chronicle']) {
    await expect(family.getByText(name, { exact: true })).toBeVisible();
  }
  const opinion = popup.locator('.family').filter({ hasText: 'Fix the bridges we have' });
  await expect(opinion.locator('.tag.label')).toHaveText('Opinion');

  await expect.poll(() => reader.badge(article.url)).toBe(String(truth.reports));
});

test('tabs by side hold the reports of that side', async ({ reader }) => {
  const { popup } = await reader.openWithPopup(reader.find('harbor-ledger', 'school-board').url);
  await popup.getByRole('tab', { name: /^Right/ }).click();
  const right = ['prairie-sentinel', 'standard-bearer', 'iron-gate', 'albion-courier'];
  await expect
    .poll(async () => (await readHeadlines(popup)).toSorted())
    .toEqual(right.map((outlet) => reader.find(outlet, 'school-board').title).toSorted());
  await popup.getByRole('tab', { name: /^Left/ }).click();
  await expect(popup.getByText('No report from a left-leaning outlet so far.')).toBeVisible();
});

test('a story that one side does not cover is a blindspot, with the numbers it is based on', async ({
  reader,
  newsroom,
}) => {
  const article = reader.find('meridian-post', 'union');
  const { popup } = await reader.openWithPopup(article.url);
  await expectStory(reader, { popup, article, issue: newsroom.issue() });
  const chip = popup.getByText('Blindspot: right-leaning outlets barely cover this');
  await chip.click();
  await expect(popup.getByText('0 of the 6 rated outlets here lean right')).toBeVisible();
});

test('a look-alike event of another place and week stays a story of its own', async ({ reader, newsroom }) => {
  const article = reader.find('albion-courier', 'other-bridge');
  const { popup } = await reader.openWithPopup(article.url);
  await expectStory(reader, { popup, article, issue: newsroom.issue() });
});

test('reports in another language, with a news sitemap and microdata', async ({ reader, newsroom }) => {
  const article = reader.find('quotidien-rhone', 'storm');
  const { popup } = await reader.openWithPopup(article.url);
  await expectStory(reader, { popup, article, issue: newsroom.issue() });
});

test('fewer than three rated outlets: counts, no percentages', async ({ reader, newsroom }) => {
  const article = reader.find('garonne-libre', 'cup');
  const { popup } = await reader.openWithPopup(article.url);
  await expectStory(reader, { popup, article, issue: newsroom.issue() });
  await expect(popup.locator('.spread')).toContainText('1 rated outlet, too few for percentages');
  await expect(popup.locator('.spread')).not.toContainText('%');
});

test('a live page is marked as one', async ({ reader }) => {
  const { popup } = await reader.openWithPopup(reader.find('harbor-ledger', 'election').url);
  await expect(popup.getByText('Live page: it covers several events').first()).toBeVisible();
});

test('an article that nobody else covers', async ({ reader }) => {
  const { url } = reader.find('maple-valley', 'library');
  const { popup } = await reader.openWithPopup(url);
  await expectTitle(popup, 'No other outlet found yet');
  await expect(popup.getByText('None of the 15 feeds read has it yet')).toBeVisible();
  const outlet = popup.locator('.open-outlet');
  await expect(outlet.getByRole('heading')).toHaveText(/^Maple Valley.*unrated$/);
  await expect(outlet.getByText('No rater places this outlet')).toBeVisible();
  await expect(popup.getByRole('link', { name: 'Latest stories' })).toBeVisible();
  expect(await reader.badge(url)).toBe('');
});

test('the latest stories are those that several outlets cover, and none besides', async ({ reader, newsroom }) => {
  const latest = await reader.open(new URL('story.html', reader.control.url()).href);
  await expect(latest.getByRole('heading', { level: 1 })).toHaveText('Latest stories that several outlets cover');
  const outletsOf = new Map<string, Set<string>>();
  for (const { storyId, outlet } of newsroom.issue()) {
    outletsOf.set(storyId, (outletsOf.get(storyId) ?? new Set()).add(outlet.id));
  }
  const shared = [...outletsOf.values()].filter((outlets) => outlets.size > 1);
  expect(shared.length).toBeLessThan(outletsOf.size);
  await expect(latest.getByRole('listitem')).toHaveCount(shared.length);
});

test('a front page: no single story, but its outlet, and those of its stories that others cover', async ({
  reader,
}) => {
  const { popup } = await reader.openWithPopup('https://harbor-ledger.test/');
  await expectTitle(popup, 'No single story here');
  const outlet = popup.locator('.open-outlet');
  await expect(outlet.getByRole('heading')).toHaveText('Harbor LedgerCenter');
  await expect(outlet.getByText('Compass Desk (invented): Center (Jan 1, 2026)')).toBeVisible();
  await expect(popup.getByRole('heading', { name: 'From harbor-ledger.test, covered by others too' })).toBeVisible();
  await expect(popup.locator('.outlet-stories').getByRole('link')).toHaveCount(5);
  expect(await reader.badge('https://harbor-ledger.test/')).toBe('');
});

for (const path of ['/about', '/section/politics', '/nothing-here']) {
  test(`no article: ${path}`, async ({ reader }) => {
    const { popup } = await reader.openWithPopup(`https://redbrick-review.test${path}`);
    await expectTitle(popup, 'No single story here');
  });
}

test('the badge is cleared when the tab navigates to a page without a story', async ({ reader }) => {
  const { url } = reader.find('harbor-ledger', 'bridge');
  const page = await reader.open(url);
  await expect.poll(() => reader.badge(url)).toMatch(/^\d+$/);
  await page.goto('https://harbor-ledger.test/about');
  await expect.poll(() => reader.badge('https://harbor-ledger.test/about')).toBe('');
});

test('the focused element is never under the popup’s header or footer, in either direction', async ({ reader }) => {
  const { popup } = await reader.openWithPopup(reader.find('harbor-ledger', 'bridge').url);
  await expect(popup.locator('.stats')).toBeVisible();
  const walk = async (key: string) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await popup.keyboard.press(key);
      const place = await popup.evaluate(nameCoveredFocus);
      if (place === 'end') return;
      expect(place).toBe('in sight');
    }
  };
  await walk('Tab');
  await walk('Shift+Tab');
});

/** Runs in the popup: the focused element, if something else is drawn over its middle. */
function nameCoveredFocus(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'end';
  const { left, top, width, height } = focused.getBoundingClientRect();
  const drawn = document.elementFromPoint(left + width / 2, top + height / 2);
  return drawn !== null && (focused.contains(drawn) || drawn.contains(focused))
    ? 'in sight'
    : `${focused.textContent} under ${drawn?.closest('header, footer')?.className}`;
}
