// Invented pages for measuring the reader: a plain one, one with navigation, a section page, and hostile ones.

export type InventedPage = { readonly name: string; readonly url: string; readonly html: string };

const ORIGIN = 'https://courier.test';
const SENTENCE =
  'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms. ';
const HEADLINE = 'Northport votes to rebuild its harbour wall';
const ARTICLE_URL = `${ORIGIN}/news/2026/05/19/northport-votes-to-rebuild-its-harbour-wall`;

const paragraphs = (count: number) => `<p>${SENTENCE.repeat(3)}</p>`.repeat(count);
const links = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<li class="item"><a href="/page-${i}">Another headline of today, number ${i}</a></li>`,
  ).join('');
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${HEADLINE} | Courier</title>${head}</head><body>${body}</body></html>`;
const LD = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${HEADLINE}","datePublished":"2026-05-19T18:30:00+01:00","author":{"name":"Ada Fictional"}}</script>`;
const shadow = (inner: string) => `<x-part><template shadowrootmode="open">${inner}</template></x-part>`;
const ARTICLE = `<article><h1>${HEADLINE}</h1>${paragraphs(25)}</article>`;

export function createInventedPages(): InventedPage[] {
  const article = (name: string, html: string) => ({ name, url: ARTICLE_URL, html });
  const menu = `<nav><ul>${links(150)}</ul></nav>`;
  const teasers = Array.from(
    { length: 250 },
    (_, i) =>
      `<div class="card"><img alt=""><h3><a href="/news/s-${i}">A story about the harbour wall, number ${i}</a></h3><p>${SENTENCE}</p></div>`,
  ).join('');
  return [
    article('article that declares itself', page(LD, menu + ARTICLE + menu)),
    article('article that declares nothing', page('', `${menu}<p>May 19, 2026</p>${ARTICLE}${menu}`)),
    { name: 'section of 250 teasers', url: `${ORIGIN}/politics/`, html: page('', menu + teasers) },
    article('100,000 elements', page('', ARTICLE + '<div><span class="a b">x</span></div>'.repeat(50_000))),
    article('100,000 links', page('', `${ARTICLE}<ul>${links(50_000)}</ul>`)),
    article('10 MB of text in one paragraph', page('', `${ARTICLE}<p>${SENTENCE.repeat(100_000)}</p>`)),
    article(
      '10 MB of text outside paragraphs',
      page('', `<h1>${HEADLINE}</h1>${`<div>${SENTENCE.repeat(10)}</div>`.repeat(10_000)}`),
    ),
    article('500 elements deep', page('', `${'<div>'.repeat(500)}${ARTICLE}${'</div>'.repeat(500)}`)),
    article('article in shadow roots', page('', shadow(menu + shadow(ARTICLE) + menu))),
    article('100,000 elements in shadow roots', page('', shadow('<div>x</div>').repeat(40_000) + shadow(ARTICLE))),
    article('500 shadow roots deep', page('', Array.from({ length: 500 }).reduce<string>(shadow, ARTICLE))),
    article('100,000 elements in one shadow root', page('', shadow('<div>x</div>'.repeat(100_000) + ARTICLE))),
    article(
      'JSON-LD of 1.4 MB',
      page(
        `<script type="application/ld+json">[${'{"@type":"NewsArticle","headline":"x"},'.repeat(38_000)}{}]</script>`,
        ARTICLE,
      ),
    ),
    article(
      'JSON-LD nested 100,000 deep',
      page(`<script type="application/ld+json">${'['.repeat(100_000)}</script>`, ARTICLE),
    ),
    article(
      '1.4 MB of broken JSON-LD',
      page(
        `<script type="application/ld+json">{"@type":"NewsArticle","a":"${'\\" {,'.repeat(280_000)}</script>`,
        ARTICLE,
      ),
    ),
    article(
      'clobbered document',
      page(
        '',
        `<form name="querySelectorAll"></form><img name="body"><img name="head"><img name="nodeType"><form name="documentElement"><input name="parentElement"><input name="textContent"></form>${ARTICLE}`,
      ),
    ),
  ];
}
