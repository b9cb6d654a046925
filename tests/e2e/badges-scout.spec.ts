// Which scripts a page of a site whose feeds are read gets: the scout alone until there is a link that others cover.
import type { Page } from '@playwright/test';
import { stopWorker } from '../../scripts/newsroom/open-newsroom-browser.ts';
import { badgeOf, placedBadges, waitFor } from '../support/badges.ts';
import { lookingTest as base, expect } from '../support/extension.ts';

type Quiet = { readonly page: Page; readonly scripts: string[]; readonly covered: { url: string; title: string } };

/** A page with a link that nobody covers, while no headlines can be compared: the engine goes with the worker. */
const test = base.extend<{ readonly quiet: Quiet }>({
  quiet: async ({ shared, reader, newsroom }, use) => {
    await stopWorker(shared.extension);
    newsroom.setOverride((_host, path) => {
      if (path === '/favicon.ico') return { status: 204 };
      if (path !== '/quiet') return undefined;
      const body = `<!doctype html><title>Quiet</title><main><h2><a id="link" href="/news/nobody-else-tells-of-this-bench">
        Nobody else tells of this bench by the river</a></h2></main>`;
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
    });
    const page = await shared.extension.context.newPage();
    const scripts: string[] = [];
    const session = await page.context().newCDPSession(page);
    session.on('Debugger.scriptParsed', ({ url }) => {
      if (url.includes('/badge')) scripts.push(new URL(url).pathname);
    });
    await session.send('Debugger.enable');
    await page.goto('https://harbor-ledger.test/quiet');
    await page.bringToFront();
    await expect(() => expect(scripts).toEqual(['/badge-scout.js'])).toPass();
    await waitFor(page, 1_500);
    expect(scripts).toEqual(['/badge-scout.js']);
    const { url, title } = reader.find('harbor-ledger', 'bridge');
    await use({ page, scripts, covered: { url, title } });
    newsroom.setOverride(null);
  },
});

test('a link that others cover and that comes late brings finder and overlay, each once', async ({ quiet }) => {
  const { page, scripts, covered } = quiet;
  await page.evaluate(({ url, title }) => {
    const heading = document.createElement('h2');
    heading.innerHTML = `<a href="${url}"></a>`;
    heading.querySelector('a')?.append(title);
    document.querySelector('main')?.append(heading);
  }, covered);
  await expect(badgeOf(page, covered.title)).toBeVisible();
  expect(scripts.toSorted()).toEqual(['/badge-overlay.js', '/badge-scout.js', '/badges.js']);
});

test('so does a link that is aimed at such an article, and the badge goes with the aim', async ({ quiet }) => {
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

test('so does one of the document that a script writes in the page’s place', async ({ quiet }) => {
  const { page, covered } = quiet;
  await page.evaluate(({ url, title }) => {
    document.open();
    document.write(`<!doctype html><title>Anew</title><main><h2><a href="${url}">${title}</a></h2></main>`);
    document.close();
  }, covered);
  await expect(badgeOf(page, covered.title)).toBeVisible();
});
