// The main job: open an article of the sample newsroom, and the popup shows who else covers it, as the newsroom knows it.
import { storyTruth } from '../../scripts/newsroom/story-truth.ts';
import { expect, test } from '../support/extension.ts';
import { expectStats, expectTitle, readHeadlines } from '../support/popup-reading.ts';

test.beforeEach(({ reader }) => reader.setUp());

/** The engine joins reports of one language only, so far: the truth is that of the article's language. */
const truthIn = (lang: string, newsroom: import('../../scripts/newsroom/newsroom.ts').Newsroom, storyId: string) =>
  storyTruth(
    newsroom.issue().filter((article) => article.outlet.lang === lang),
    storyId,
  );

test('a covered article: numbers, spread, copies in one family, an opinion piece marked', async ({
  reader,
  newsroom,
}) => {
  const truth = truthIn('en', newsroom, 'bridge');
  const { url } = reader.find('harbor-ledger', 'bridge');
  const { popup } = await reader.openWithPopup(url);
  await expectStats(popup, truth);

  const { left, center, right, rated } = truth.spread;
  await expect(popup.locator('.spread')).toHaveText(
    `${Math.round((right / rated) * 100)}% of ${rated} rated outlets lean right · left ${Math.round((left / rated) * 100)}% · center ${Math.round((center / rated) * 100)}%`,
  );
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

  await expect.poll(() => reader.badge(url)).toBe(String(truth.reports));
});

test('tabs by side hold the reports of that side', async ({ reader }) => {
  const { popup } = await reader.openWithPopup(reader.find('harbor-ledger', 'school-board').url);
  await popup.getByRole('tab', { name: /^Right/ }).click();
  const right = await readHeadlines(popup);
  expect(right.toSorted()).toEqual(
    ['prairie-sentinel', 'standard-bearer', 'iron-gate', 'albion-courier']
      .map((outlet) => reader.find(outlet, 'school-board').title)
      .toSorted(),
  );
  await popup.getByRole('tab', { name: /^Left/ }).click();
  await expect(popup.getByText('No report from a left-leaning outlet so far.')).toBeVisible();
});

test('a story that one side does not cover is a blindspot, with the numbers it is based on', async ({
  reader,
  newsroom,
}) => {
  const { popup } = await reader.openWithPopup(reader.find('meridian-post', 'union').url);
  await expectStats(popup, truthIn('en', newsroom, 'union'));
  const chip = popup.getByText('Blindspot: right-leaning outlets barely cover this');
  await chip.click();
  await expect(popup.getByText('0 of 6 rated outlets here lean right.')).toBeVisible();
});

test('a look-alike event of another place and week stays a story of its own', async ({ reader, newsroom }) => {
  const { popup } = await reader.openWithPopup(reader.find('albion-courier', 'other-bridge').url);
  await expectStats(popup, truthIn('en', newsroom, 'other-bridge'));
});

test('reports in another language, with a news sitemap and microdata', async ({ reader, newsroom }) => {
  const { popup } = await reader.openWithPopup(reader.find('quotidien-rhone', 'storm').url);
  await expectStats(popup, truthIn('fr', newsroom, 'storm'));
});

test('fewer than three rated outlets: counts, no percentages', async ({ reader, newsroom }) => {
  const { popup } = await reader.openWithPopup(reader.find('garonne-libre', 'cup').url);
  await expectStats(popup, truthIn('fr', newsroom, 'cup'));
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
  await expectTitle(popup, 'Nobody else covers this yet');
  await expect(popup.getByText('15 feeds were asked')).toBeVisible();
  expect(await reader.badge(url)).toBe('');
});

test('a front page: no single story, and the outlet’s stories that others cover', async ({ reader }) => {
  const { popup } = await reader.openWithPopup('https://harbor-ledger.test/');
  await expectTitle(popup, 'No single story here');
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

test('the badge is cleared when the tab goes on to a page without a story', async ({ reader }) => {
  const { url } = reader.find('harbor-ledger', 'bridge');
  const page = await reader.open(url);
  await expect.poll(() => reader.badge(url)).not.toBe('');
  await page.goto('https://harbor-ledger.test/about');
  await expect.poll(() => reader.badge('https://harbor-ledger.test/about')).toBe('');
});
