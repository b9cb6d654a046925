// Which scripts are injected into a page of a site whose feeds are polled: only the scout, until a link has or may get a badge.
import type { BrowserContext, Page } from '@playwright/test';
import { renderArticlePage } from '../../scripts/newsroom/article-page.ts';
import { stopWorker } from '../../scripts/newsroom/open-newsroom-browser.ts';
import { badgeOf, placedBadges, waitFor } from '../support/badges.ts';
import { lookingTest as base, expect } from '../support/extension.ts';

type Link = { readonly url: string; readonly title: string };
type Quiet = { readonly page: Page; readonly scripts: string[]; readonly covered: Link };

const html = (body: string) => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
const QUIET_PATH = '/quiet';
const QUIET_PAGE = html(`<!doctype html><title>Quiet</title><main><h2><a id="link"
  href="/news/nobody-else-tells-of-this-bench">Nobody else tells of this bench by the river</a></h2></main>`);

/** A page with an uncovered link, after it got the scout and no other script. */
async function openQuietPage(context: BrowserContext): Promise<{ page: Page; scripts: string[] }> {
  const page = await context.newPage();
  const scripts: string[] = [];
  const session = await context.newCDPSession(page);
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.includes('/badge')) scripts.push(new URL(url).pathname);
  });
  await session.send('Debugger.enable');
  await page.goto(`https://harbor-ledger.test${QUIET_PATH}`);
  await page.bringToFront();
  await expect(() => expect(scripts).toEqual(['/badge-scout.js'])).toPass();
  await waitFor(page, 1_500);
  expect(scripts).toEqual(['/badge-scout.js']);
  return { page, scripts };
}

const addLink = (page: Page, link: Link) =>
  page.evaluate(({ url, title }) => {
    const heading = document.createElement('h2');
    heading.innerHTML = `<a href="${url}"></a>`;
    heading.querySelector('a')?.append(title);
    document.querySelector('main')?.append(heading);
  }, link);

/** Stops the worker, so that no headlines can be compared: the engine is only in its memory. */
const test = base.extend<{ readonly quiet: Quiet }>({
  quiet: async ({ shared, reader, newsroom }, use) => {
    await stopWorker(shared.extension);
    newsroom.setOverride((_host, path) =>
      path === '/favicon.ico' ? { status: 204 } : path === QUIET_PATH ? QUIET_PAGE : undefined,
    );
    const { url, title } = reader.find('harbor-ledger', 'bridge');
    await use({ ...(await openQuietPage(shared.extension.context)), covered: { url, title } });
  },
});

test.afterEach(({ newsroom }) => newsroom.setOverride(null));

test('a covered link that is added later brings finder and overlay, each once', async ({ quiet }) => {
  const { page, scripts, covered } = quiet;
  await addLink(page, covered);
  await expect(badgeOf(page, covered.title)).toBeVisible();
  expect(scripts.toSorted()).toEqual(['/badge-overlay.js', '/badge-scout.js', '/badges.js']);
});

test('so does a link whose address changes to such an article, and its badge disappears when the address changes again', async ({
  quiet,
}) => {
  const { page, covered } = quiet;
  const aim = (to: { url: string; title: string }) =>
    page.evaluate(({ url, title }) => {
      const link = document.getElementById('link');
      link?.setAttribute('href', url);
      if (link !== null) link.textContent = title;
    }, to);
  await aim(covered);
  await expect(badgeOf(page, covered.title)).toBeVisible();
  await aim({ url: '/news/nobody-else-tells-of-this-gate', title: 'Nobody else tells of this gate by the river' });
  await expect(placedBadges(page)).toHaveCount(0);
});

test('so does a link in a document that a script writes in place of the page', async ({ quiet }) => {
  const { page, covered } = quiet;
  await page.evaluate(({ url, title }) => {
    document.open();
    document.write(`<!doctype html><title>Anew</title><main><h2><a href="${url}">${title}</a></h2></main>`);
    document.close();
  }, covered);
  await expect(badgeOf(page, covered.title)).toBeVisible();
});

test('while headlines can be compared, an address whose words match a story brings the finder', async ({
  shared,
  reader,
  newsroom,
}) => {
  const known = reader.find('harbor-ledger', 'bridge');
  const slug = known.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const unknown = { ...known, url: `https://harbor-ledger.test/news/${slug}-told-again` };
  newsroom.setOverride((_host, path) => {
    if (path === new URL(unknown.url).pathname) return html(renderArticlePage(unknown));
    return path === '/favicon.ico' ? { status: 204 } : path === QUIET_PATH ? QUIET_PAGE : undefined;
  });
  // No feed lists its address, so its words are compared, which loads the engine.
  const article = await reader.open(unknown.url);
  await expect.poll(async () => (await reader.tabState(unknown.url))?.page.status).toBe('covered');
  await article.close();

  const { page } = await openQuietPage(shared.extension.context);
  await addLink(page, unknown);
  await expect(badgeOf(page, unknown.title)).toBeVisible();
});
