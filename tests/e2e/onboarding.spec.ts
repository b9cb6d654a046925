// The first minute by clicks: the page that opens by itself, the two choices, progress, and the first coverage.
import type { Page } from '@playwright/test';
import { importNewsroom, SAMPLE_ORIGINS } from '../../scripts/newsroom/import-newsroom.ts';
import { SAMPLE_OUTLETS } from '../../scripts/newsroom/sample-outlet.ts';
import type { ExtensionBrowser } from '../../scripts/setup/extension-browser.ts';
import type { FeedInfo } from '../../utils/messages.ts';
import { expect, test } from '../support/extension.ts';
import { expectArticles, expectTitle } from '../support/popup-reading.ts';
import type { Reader } from '../support/reader.ts';

const FEED_PATHS = new Set(SAMPLE_OUTLETS.map(({ host, feed }) => host + feed.path));

const onboardingPages = (extension: ExtensionBrowser) =>
  extension.context.pages().filter((page) => page.url() === extension.pageUrl('onboarding.html'));

/** The onboarding page that opened by itself, with the sample outlets in place of those that the editions would choose. */
async function openOnboarding(extension: ExtensionBrowser, reader: Reader): Promise<Page> {
  expect(onboardingPages(extension)).toHaveLength(1);
  await importNewsroom(reader.control);
  const feeds = (await reader.ask('feeds/list', {})) as FeedInfo[];
  const isSample = ({ outletId }: FeedInfo) => SAMPLE_OUTLETS.some(({ id }) => id === outletId);
  await reader.writeSettings({
    feedsAdded: feeds.filter(isSample).map(({ url }) => url),
    feedsRemoved: feeds.filter((feed) => !isSample(feed)).map(({ url }) => url),
  });
  const [page] = onboardingPages(extension);
  if (page === undefined) throw new Error('onboarding closed by itself');
  await page.bringToFront();
  await expect(page.getByText(`${SAMPLE_OUTLETS.length} feeds are chosen`)).toBeVisible();
  return page;
}

function say(mode: string, startedAt: number): void {
  const seconds = (Date.now() - startedAt) / 1000;
  console.log(`onboarding, ${mode}: ${seconds.toFixed(1)} s from the click to the first coverage`);
}

test.describe('on every site', () => {
  test.use({ grantableOrigins: ['*://*/*'] });

  test('nothing is polled before the second choice, then there is coverage before the last feed has answered', async ({
    reader,
    extension,
    newsroom,
  }) => {
    const feedsAsked = () => newsroom.requests.filter(({ host, path }) => FEED_PATHS.has(host + path));
    const onboarding = await openOnboarding(extension, reader);
    await onboarding.getByRole('radio', { name: /^On every site/ }).click();
    await onboarding.getByRole('button', { name: 'Allow access' }).click();
    const start = onboarding.getByRole('button', { name: 'Read these feeds' });
    await expect(start).toBeVisible();
    await expect(onboarding.getByText('does not allow this yet')).toHaveCount(0);

    const { url } = reader.find('meridian-post', 'comet');
    await reader.open(url);
    await expect.poll(async () => (await reader.tabState(url))?.page.status).toBe('uncovered');
    const early = await extension.openPopup();
    await expectTitle(early, 'Nothing to compare with yet');
    expect(newsroom.requests.filter(({ path }) => /feed|rss|atom|sitemap/.test(path))).toEqual([]);
    expect(feedsAsked()).toEqual([]);
    await early.close();

    await onboarding.bringToFront();
    const release = newsroom.hold((host, path) => host === 'maple-valley.test' && FEED_PATHS.has(host + path));
    const startedAt = Date.now();
    await start.click();
    await expect(start).toHaveCount(0);
    const { popup } = await reader.openWithPopup(reader.find('thames-chronicle', 'comet').url);
    await expectArticles(popup, 3);
    say('on every site', startedAt);
    // A feed that does not answer times out after 20 s, and a very busy machine may take as long to show coverage.
    if (Date.now() - startedAt < 10_000) await expect(onboarding.getByRole('progressbar')).toBeVisible();
    release();
    await expect(onboarding.getByRole('heading', { name: 'Ready' })).toBeVisible();
    expect(onboardingPages(extension)).toHaveLength(1);
  });
});

test.describe('on click', () => {
  const hosts = SAMPLE_OUTLETS.map(({ host }) => `https://${host}/*`);
  test.use({ grantableOrigins: [...SAMPLE_ORIGINS, ...hosts] });

  test('only the feeds are allowed; the toolbar button shows the coverage', async ({ reader, extension }) => {
    const onboarding = await openOnboarding(extension, reader);
    const startedAt = Date.now();
    await onboarding.getByRole('button', { name: /^Allow these \d+ addresses/ }).click();
    await expect(onboarding.getByText('Parallax may read all of them.')).toBeVisible();
    await expect(onboarding.getByRole('heading', { name: /collecting|Ready/ })).toBeVisible();
    const page = await reader.open(reader.find('meridian-post', 'comet').url);
    await page.bringToFront();
    const popup = await extension.clickToolbar(page);
    await expectArticles(popup, 3);
    say('on click', startedAt);
  });
});
