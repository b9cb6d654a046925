// Whether a page is one article, tested with pairs of pages that differ in one piece of evidence.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../utils/page/read-page.ts';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const READING = { now: NOW, isSaidArticle: false };
const SENTENCE =
  'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms and long debate.';
const paragraphs = (count: number) => `<p>${SENTENCE}</p>`.repeat(count);
const menu = `<div>${'<a href="/somewhere">Some other page</a> '.repeat(30)}</div>`;

type Page = { readonly path: string; readonly head?: string; readonly title?: string; readonly body: string };

function typeOf({ path, head = '', title = 'Northport Courier', body }: Page): string {
  const html = `<html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
  return readPage(new DOMParser().parseFromString(html, 'text/html'), {
    url: new URL(`https://courier.test${path}`),
    ...READING,
  }).type;
}

describe('weighing a page', () => {
  it('takes a headline for a sign of an article', () => {
    const page = (heading: string) =>
      typeOf({
        path: '/harbour/wall.html',
        head: '<meta property="og:type" content="website">',
        body: `<h1>${heading}</h1>${paragraphs(5)}${menu}`,
      });
    expect(page('Northport votes to rebuild its harbour wall after storms')).toBe('article');
    expect(page('Our harbour')).toBe('not-article');
  });

  it('tells a request for consent at the address of an article from the article', () => {
    const page = (notice: string, head = '') =>
      typeOf({
        path: '/politics/northport-votes-to-rebuild-harbour-wall-art-99123',
        head,
        body: `<h2>How would you like to read us?</h2><p>${notice} to show adverts and to count who sees them on this page.</p>${paragraphs(3)}`,
      });
    expect(page('The council and its 214 neighbours came together')).toBe('article');
    expect(page('Wir und unsere 214 Partner verarbeiten Daten')).toBe('not-article');
    expect(page('We and our 214 partners process data')).toBe('not-article');
    expect(
      page(
        'We and our 214 partners process data',
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The wall","datePublished":"2026-05-19"}</script>',
      ),
    ).toBe('article');
  });

  it('reads a short heading over a page that leads nowhere else', () => {
    expect(
      typeOf({ path: '/wall.html', title: 'The wall', body: `<article><h1>The wall</h1>${paragraphs(8)}</article>` }),
    ).toBe('article');
  });

  it('tells a standing page, which is called an article and was only ever modified, from a post', () => {
    const page = (time: string) =>
      typeOf({
        path: '/harbour-walls',
        head: `<meta property="og:type" content="article"><meta property="article:${time}_time" content="2026-05-19">`,
        body: `<h1>Harbour walls and how we see them</h1>${paragraphs(14)}${menu}`,
      });
    expect(page('modified')).toBe('not-article');
    expect(page('published')).toBe('article');
  });

  it('takes many links to pages below its address for a sign of a section', () => {
    const page = (folder: string) => {
      const links = Array.from({ length: 20 }, (_, i) => `<a href="${folder}/trail-${i}">Trail ${i}</a> `).join('');
      return typeOf({ path: '/trails-of-the-coast', body: `<h1>Trails</h1>${paragraphs(8)}<div>${links}</div>` });
    };
    expect(page('/trails-of-the-coast')).toBe('not-article');
    expect(page('/maps')).toBe('article');
  });

  it('takes links that share the page for a sign of an article', () => {
    const page = (address: string) =>
      typeOf({
        path: '/trails-of-the-coast',
        head: '<meta property="og:type" content="website">',
        body: `<h1>Trails</h1>${paragraphs(8)}<p><a href="https://twitter.com/${address}">A</a> <a href="https://facebook.com/${address}">B</a></p>${menu}`,
      });
    expect(page('share')).toBe('article');
    expect(page('courier')).toBe('not-article');
  });

  it('takes no job on offer for an article', () => {
    const page = (type: string) =>
      typeOf({
        path: '/northport/harbour-engineer-98765',
        head: `<script type="application/ld+json">{"@type":"${type}","title":"Harbour Engineer","datePosted":"2026-05-19"}</script>`,
        title: 'Harbour Engineer',
        body: `<h1>Harbour Engineer</h1><p>Posted May 19, 2026</p>${paragraphs(8)}`,
      });
    expect(page('JobPosting')).toBe('not-article');
    expect(page('Thing')).toBe('article');
  });

  it('takes a folder among stories that announces other pages for a section', () => {
    const cards = (count: number) =>
      Array.from(
        { length: count },
        (_, i) => `<div><h3><a href="/noticias/otra-${i}">Otra noticia ${i}</a></h3></div>`,
      );
    const page = (count: number) =>
      typeOf({
        path: '/noticias/puerto-de-norte/',
        head: '<meta property="og:type" content="website">',
        body: `<h1>Puerto de Norte</h1>${paragraphs(5)}${cards(count).join('')}`,
      });
    expect(page(12)).toBe('not-article');
    expect(page(2)).toBe('article');
  });

  it('reads a guide whose sections are wrapped many levels deep', () => {
    const section = `<div><div><div><div><div><div><h2>Walls</h2><div>${paragraphs(2)}</div></div></div></div></div></div></div>`;
    const body = `<h1>How harbour walls are built, kept and rebuilt</h1><div>${section.repeat(8)}</div>${menu}`;
    expect(typeOf({ path: '/guides/how-harbour-walls-are-built', body })).toBe('article');
  });

  it('does not take one block of loose text with a linked heading for an announcement', () => {
    const text = `${SENTENCE} `.repeat(12);
    const body = `<h1>Northport votes to rebuild its harbour wall</h1><div class="entry">${text}<h3><a href="/plan">The plan of the council</a></h3>${text}</div>${menu}`;
    expect(typeOf({ path: '/northport-votes-to-rebuild-its-harbour-wall/', body })).toBe('article');
  });

  it('lets the folder of stories say more than the host', () => {
    const html = `<html><head><title>x</title></head><body><h1>Northport votes to rebuild its harbour wall</h1>${paragraphs(12)}${menu}</body></html>`;
    const read = (url: string) =>
      readPage(new DOMParser().parseFromString(html, 'text/html'), { url: new URL(url), ...READING }).type;
    expect(read('https://developers.courier.test/story/26/05/19/northport-votes-to-rebuild-its-harbour-wall')).toBe(
      'article',
    );
    expect(read('https://developers.courier.test/reference/northport-harbour-wall-interface')).toBe('not-article');
  });
});
