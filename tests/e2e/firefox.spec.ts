// The main path in Firefox, where it differs: permission prompt, popup, Xray wrappers around scripts, background page.
//
// Skipped without Firefox, which has to be on the PATH or named by FIREFOX_PATH.
import { test as base, expect } from '@playwright/test';
import { askWorker, type ControlPage, importNewsroom } from '../../scripts/newsroom/import-newsroom.ts';
import { type LoggedRequest, type Newsroom, startNewsroom } from '../../scripts/newsroom/newsroom.ts';
import { listSampleFeeds, syncNow, writeSettings } from '../../scripts/newsroom/set-up-reader.ts';
import { findFirefox } from '../../scripts/setup/find-firefox.ts';
import { type FirefoxBrowser, type FirefoxTab, openFirefox } from '../support/firefox/firefox-browser.ts';
import { storyTruth } from '../support/story-truth.ts';
import { TESTED_FIREFOX_EXTENSION } from '../support/tested-extension.ts';

type Fixtures = { readonly newsroom: Newsroom; readonly firefox: FirefoxBrowser };

const found = findFirefox(process.env, process.platform);

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its parameter
  newsroom: async ({}, use) => {
    const newsroom = await startNewsroom({ now: Date.now() });
    await use(newsroom);
    await newsroom.close();
  },
  firefox: async ({ newsroom }, use, testInfo) => {
    if (!found.ok) throw new Error(found.error.sentence);
    const firefox = await openFirefox({
      firefoxPath: found.value.path,
      extensionPath: TESTED_FIREFOX_EXTENSION,
      profile: testInfo.outputPath('profile'),
      server: newsroom,
    });
    await use(firefox);
    const errors = firefox.errors();
    await firefox.close();
    expect(errors, 'errors on the console of the extension').toEqual([]);
    const isNamed = ({ headers }: LoggedRequest) => JSON.stringify(headers).includes('moz-extension:');
    expect(newsroom.requests.filter(isNamed), 'requests that tell which installation asks').toEqual([]);
  },
});

test.skip(!found.ok, found.ok ? '' : found.error.sentence);
// One test for what a dozen do in Chromium: by itself it takes half a minute, beside others on two cores a minute or more.
test.setTimeout(400_000);

const toolbarBadge = (control: ControlPage, url: string) =>
  control.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
    return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id });
  }, url);

/** The number of articles at the head of the popup's story. */
const popupArticles = (popup: ControlPage) =>
  popup.evaluate(() => Number(document.querySelector('.stats dd')?.textContent ?? -1));

const placedBadges = (tab: FirefoxTab) =>
  tab.evaluate(() => document.querySelector('parallax-badges')?.shadowRoot?.querySelectorAll('.badge.placed').length);

test('onboarding, an article, its popup, badges on a front page, and a background page that was stopped', async ({
  firefox,
  newsroom,
}) => {
  const { control } = firefox;
  const find = (outletId: string, storyId: string) => {
    const published = newsroom.issue().find(({ outlet, ...one }) => outlet.id === outletId && one.storyId === storyId);
    if (published === undefined) throw new Error(`${outletId} has nothing on ${storyId}`);
    return published;
  };
  const bridge = find('harbor-ledger', 'bridge');
  const truth = storyTruth(newsroom.issue(), 'bridge');
  let storyAddress = '';

  await test.step('onboarding opens by itself, and its prompt is answered', async () => {
    const onboarding = await firefox.findTab(firefox.pageUrl('onboarding.html'));
    await importNewsroom(control);
    await writeSettings(control, await listSampleFeeds(control));
    const button = (name: string) =>
      onboarding.evaluate(
        (text) => [...document.querySelectorAll('button')].some((one) => one.textContent?.startsWith(text)),
        name,
      );
    await onboarding.point(() => [...document.querySelectorAll('label')].at(2), 'click');
    await expect.poll(() => button('Allow access')).toBe(true);
    await onboarding.point(() => document.querySelector('.access button'), 'click');
    expect(await firefox.grantWhatIsAsked()).toContain('all websites');
    await expect.poll(() => button('Read these feeds')).toBe(true);
    await onboarding.point(() => document.querySelector('.actions button'), 'click');
    await expect.poll(() => button('Read these feeds')).toBe(false);
    await syncNow(control);
  });

  await test.step('an article: the toolbar button’s badge and its popup', async () => {
    const page = await firefox.open(bridge.url);
    await expect.poll(() => toolbarBadge(control, bridge.url)).toBe(String(truth.reports));
    expect(await firefox.isInToolbar(), 'the count is in sight').toBe(true);
    await expect.poll(() => placedBadges(page)).toBe(1);
    const popup = await firefox.openPopup();
    await expect.poll(() => popupArticles(popup)).toBe(truth.articles.length);
    const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await popup.evaluate(tooWide), 'the popup is cut off at its side').toBe(0);
    await popup.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href*="story.html"]')?.click());
    await expect
      .poll(() => control.evaluate(() => chrome.extension.getViews({ type: 'popup' }).length), 'the popup goes')
      .toBe(0);
    const frontAddresses = () =>
      control.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url));
    await expect.poll(frontAddresses).toEqual([expect.stringContaining('story.html?id=')]);
    storyAddress = String((await frontAddresses())[0]);
  });

  await test.step('an own place is given on the story’s page, and its bar follows', async () => {
    const story = await firefox.findTab(storyAddress);
    const bar = () => story.evaluate(() => document.querySelector('.coverage > .bar')?.getAttribute('aria-label'));
    await expect.poll(bar).toMatch(/Far left 1,.*Center 4/);
    await story.evaluate(() =>
      document.querySelector<HTMLButtonElement>('[aria-label="Harbor Ledger: Center, show ratings"]')?.click(),
    );
    const rate = (place: string) =>
      story.evaluate((chosen) => {
        const select = document.querySelector<HTMLSelectElement>('[aria-label="Your rating of Harbor Ledger"]');
        if (select === null) return;
        select.value = chosen;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, place);
    await rate('far-left');
    await expect.poll(bar).toMatch(/Far left 2,.*Center 3/);
    await rate('');
    await expect.poll(bar).toMatch(/Far left 1,.*Center 4/);
  });

  await test.step('an article whose headline and text stand in shadow roots', async () => {
    const shadow = (markup: string) => `<x-part><template shadowrootmode="open">${markup}</template></x-part>`;
    const text = bridge.paragraphs.map((words) => `<p>${words}</p>`).join('');
    const parts = shadow(`<main>${shadow(`<h1>${bridge.title}</h1>`)}${shadow(`<article>${text}</article>`)}</main>`);
    // The day in its address is not precise enough at all hours: it may be off by most of a day.
    const time = `<meta property="article:published_time" content="${new Date(bridge.publishedAt).toISOString()}">`;
    newsroom.setOverride(() => ({ status: 200, body: `<!doctype html><title>${bridge.title}</title>${time}${parts}` }));
    const page = await firefox.open(`${bridge.url}?of=components`);
    await expect.poll(() => toolbarBadge(control, `${bridge.url}?of=components`)).toBe(String(truth.reports));
    await expect.poll(() => placedBadges(page)).toBe(1);
    newsroom.setOverride(null);
  });

  await test.step('a front page: badges, and the card of one', async () => {
    const front = await firefox.open('https://harbor-ledger.test/');
    await expect.poll(() => placedBadges(front)).toBe(5);
    await front.point(() => document.querySelector('parallax-badges')?.shadowRoot?.querySelector('.badge.placed'));
    await expect
      .poll(() =>
        front.evaluate(
          () => document.querySelector('parallax-badges')?.shadowRoot?.querySelector('[role="dialog"] h2')?.textContent,
        ),
      )
      .toMatch(/^\d+ independent reports$/);

    const titleSize = () =>
      front.evaluate(() => {
        const title = document.querySelector('parallax-badges')?.shadowRoot?.querySelector('[role="dialog"] h2');
        return title ? Number.parseFloat(getComputedStyle(title).fontSize) : 0;
      });
    const before = await titleSize();
    /** The height of its link's last line, once the badge is beside or below that line. */
    const lineOfLastBadge = () =>
      front.evaluate(() => {
        const badges = document.querySelector('parallax-badges')?.shadowRoot?.querySelectorAll('.badge.placed') ?? [];
        const badge = [...badges].at(-1);
        const headline = badge?.getAttribute('aria-description');
        const link = [...document.querySelectorAll('a')].find((one) => one.textContent?.trim() === headline);
        const line = [...(link?.getClientRects() ?? [])].at(-1);
        return line !== undefined && badge && badge.getBoundingClientRect().bottom > line.top ? line.height : 0;
      });
    await expect.poll(lineOfLastBadge).toBeGreaterThan(0);
    const line = await lineOfLastBadge();
    await firefox.doubleText();
    await expect.poll(lineOfLastBadge, 'badges follow the text').toBeGreaterThan(line * 1.5);
    await front.point(() =>
      [...(document.querySelector('parallax-badges')?.shadowRoot?.querySelectorAll('.badge.placed') ?? [])].at(-1),
    );
    await expect.poll(titleSize, 'where text alone is twice as large, a card’s is, too').toBe(before * 2);
  });

  await test.step('in the reader view the popup says how to get to the article', async () => {
    await firefox.open(`about:reader?url=${encodeURIComponent(bridge.url)}`);
    const popup = await firefox.openPopup();
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('main')?.textContent))
      .toContain('reader view is the browser’s own');
  });

  const comet = find('thames-chronicle', 'comet');
  await test.step('single-page navigation is heard of', async () => {
    const single = await firefox.open('https://thames-chronicle.test/');
    const toArticle = (title: string) =>
      [...document.querySelectorAll('a')].find((link) => link.textContent?.includes(title))?.click();
    await single.evaluate(toArticle, comet.title);
    await expect.poll(() => toolbarBadge(control, comet.url)).toBe('3');
  });

  await test.step('a background page that was stopped answers the next page, and the popup', async () => {
    const { url } = find('meridian-post', 'comet');
    await firefox.stopBackground();
    await firefox.open(url);
    await expect.poll(() => toolbarBadge(control, url)).toBe('3');
    await firefox.stopBackground();
    const popup = await firefox.openPopup();
    await expect.poll(() => popupArticles(popup)).toBe(3);
    await expect
      .poll(async () => (await askWorker(control, { name: 'sync/state' })) as { articles: number })
      .toMatchObject({ articles: newsroom.issue().length });
  });
});
