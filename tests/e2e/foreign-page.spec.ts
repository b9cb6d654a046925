// An article in a language without any feed finds its story. The article is invented.
import { expect, settledTest } from '../support/extension.ts';

const HEADLINE = 'Томас Брандволд: адстаўка і выбары ў Велмарку';
const LEAD = 'Пра гэта Томас Брандволд сказаў у сталіцы Велмарка.';
const REST = 'дэпутаты яго партыі не падтрымалі пенсійную рэформу, і цяпер краіну чакае кампанія ў марозе. '.repeat(4);

const BELARUSIAN_PAGE = `<!doctype html><html lang="be"><head><title>${HEADLINE}</title>
  <script type="application/ld+json">${JSON.stringify({
    '@type': 'NewsArticle',
    headline: HEADLINE,
    datePublished: new Date().toISOString(),
    inLanguage: 'be',
  })}</script></head>
  <body><article><h1>${HEADLINE}</h1><p>${LEAD}</p><p>${REST}</p><p>${REST}</p></article></body></html>`;

settledTest(
  'a page in a language that no feed is in: the reports in other languages, and why they match',
  async ({ reader, extension, newsroom }) => {
    const url = 'https://meridian-post.test/be/velmark-vybary';
    await extension.context.route(url, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: BELARUSIAN_PAGE }),
    );
    const { popup } = await reader.openWithPopup(url);
    const published = newsroom.issue().filter(({ storyId }) => storyId === 'election');
    await expect(popup.locator('.stats')).toContainText(String(published.length));
    await popup.getByRole('button', { name: 'Why these match' }).click();
    await expect(popup.getByText('Same names: ')).toContainText('Брандволд');
  },
);
