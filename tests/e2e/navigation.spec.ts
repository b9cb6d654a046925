// Pages that change while they are open: single-page navigation, and the browser's back and forward.
import { badgeOf, openCard } from '../support/badges.ts';
import { expect, settledTest, test } from '../support/extension.ts';
import { expectStory, expectTitle } from '../support/popup-reading.ts';

settledTest(
  'a single-page site: front page, article, back, another article',
  async ({ reader, extension, newsroom }) => {
    const comet = reader.find('thames-chronicle', 'comet');
    const union = reader.find('thames-chronicle', 'union');
    const page = await reader.open('https://thames-chronicle.test/');
    await page.bringToFront();

    await page.getByRole('link', { name: comet.title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(comet.title);
    await expect.poll(() => reader.badge(comet.url)).toBe('3');

    await page.goBack();
    await expect(page.getByRole('link', { name: union.title })).toBeVisible();
    await expect.poll(() => reader.badge('https://thames-chronicle.test/')).toBe('');

    await page.getByRole('link', { name: union.title }).click();
    await expect.poll(() => reader.badge(union.url)).toMatch(/^\d+$/);
    const popup = await extension.openPopup();
    await expectStory(reader, { popup, article: union, issue: newsroom.issue() });
  },
);

settledTest('back and forward between documents', async ({ reader, extension }) => {
  const comet = reader.find('meridian-post', 'comet');
  const page = await reader.open(comet.url);
  await expect.poll(() => reader.badge(comet.url)).toBe('3');
  await page.goto('https://meridian-post.test/about');
  await expect
    .poll(async () => (await reader.tabState('https://meridian-post.test/about'))?.page.status)
    .toBe('not-article');
  await page.goBack();
  await expect.poll(() => reader.badge(comet.url)).toBe('3');
  await page.goForward();
  await page.bringToFront();
  await expectTitle(await extension.openPopup(), 'No single story here');
});

settledTest(
  'a page that is taken for none is read as an article when its reader says so, until it is loaded anew',
  async ({ reader, extension }) => {
    const comet = reader.find('meridian-post', 'comet');
    const url = 'https://meridian-post.test/help/how-to-watch';
    const body = `<title>Help</title><h1>${comet.title}</h1><p>${comet.paragraphs[0] ?? ''}</p>`;
    await extension.context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    const page = await reader.open(url);
    await page.bringToFront();
    const popup = await extension.openPopup();
    await expectTitle(popup, 'No single story here');
    await popup.getByRole('button', { name: 'It is an article: look it up' }).click();
    await expect(popup.locator('.stats')).toBeVisible();

    await page.reload();
    await expect.poll(async () => (await reader.tabState(url))?.page.status).toBe('not-article');
  },
);

settledTest('a page that is written by a script in place of the one that was loaded', async ({ reader, newsroom }) => {
  const comet = reader.find('meridian-post', 'comet');
  newsroom.setOverride(() => ({ status: 200, body: '<!doctype html><title>One moment</title><p>One moment.</p>' }));
  const page = await reader.open(comet.url);
  await expect.poll(async () => (await reader.tabState(comet.url))?.page.status).toBe('not-article');
  newsroom.setOverride(null);
  await page.evaluate(async () => {
    const markup = await (await fetch(location.href)).text();
    document.open();
    document.write(markup);
    document.close();
  });
  await expect.poll(() => reader.badge(comet.url)).toBe('3');
});

settledTest(
  'an article whose parts stand in shadow roots that a script makes after the page was read',
  async ({ reader, extension, newsroom }) => {
    const comet = reader.find('meridian-post', 'comet');
    const text = comet.paragraphs.map((words) => `<p>${words}</p>`).join('');
    const body = `<!doctype html><html lang="en"><title>${comet.title}</title><entry-point></entry-point></html>`;
    newsroom.setOverride(() => ({ status: 200, body }));
    const page = await reader.open(comet.url);
    await expect.poll(async () => (await reader.tabState(comet.url))?.page.status).toBe('not-article');
    newsroom.setOverride(null);
    await page.evaluate(
      (parts) => {
        for (const [name, markup] of Object.entries(parts)) {
          const open = class extends HTMLElement {
            connectedCallback() {
              this.attachShadow({ mode: 'open' }).innerHTML = markup;
            }
          };
          customElements.define(name, open);
        }
      },
      {
        'entry-point': '<main><article-head></article-head><article-text></article-text></main>',
        'article-head': `<h1>${comet.title}</h1>`,
        'article-text': `<article>${text}</article>`,
      },
    );
    await expect.poll(() => reader.badge(comet.url)).toBe('3');
    await expect(badgeOf(page, comet.title)).toBeVisible();
    await page.bringToFront();
    await expectStory(reader, { popup: await extension.openPopup(), article: comet, issue: newsroom.issue() });
  },
);

test.describe('with the browser’s back/forward cache', () => {
  test.use({ hasPageCache: true });

  settledTest(
    'a front page that comes back as it was left has its badges, and they open their card',
    async ({ reader }) => {
      const { title, url } = reader.find('harbor-ledger', 'bridge');
      const page = await reader.open('https://harbor-ledger.test/');
      await expect(badgeOf(page, title)).toBeVisible();
      await page.evaluate(() => {
        Object.assign(window, { wasKept: false });
        addEventListener('pageshow', ({ persisted }) => Object.assign(window, { wasKept: persisted }));
      });
      await page.goto(url);
      await expect.poll(() => reader.badge(url)).toMatch(/^\d+$/);
      await page.goBack({ waitUntil: 'commit' });
      await page.waitForFunction(() => Reflect.get(window, 'wasKept') === true); // the event comes a moment after the page
      await badgeOf(page, title).hover();
      await expect(openCard(page).getByRole('heading')).toBeVisible();
    },
  );
});
