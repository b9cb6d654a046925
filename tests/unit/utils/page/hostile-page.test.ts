// Pages made to break or stall the reader: clobbered names, floods, deep nesting, huge texts and declarations.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { gatePage } from '../../../../utils/page/gate.ts';
import { readPage, readPageInSteps } from '../../../../utils/page/read-page.ts';
import { clobber } from '../../../support/clobber.ts';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const URL_OF_ARTICLE = new URL('https://courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall');
const READING = { url: URL_OF_ARTICLE, now: NOW, isSaidArticle: false };
const SENTENCE =
  'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms.';
const BODY = `<h1>Northport votes to rebuild its harbour wall</h1>${`<p>${SENTENCE}</p>`.repeat(12)}`;

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

describe('a hostile page', () => {
  it('cannot hide behind elements named like methods and properties of the document', () => {
    const names = [
      'querySelector',
      'querySelectorAll',
      'body',
      'head',
      'title',
      'documentElement',
      'contentType',
      'createTreeWalker',
      'designMode',
      'nodeType',
    ];
    const document = parse(`<html lang="en"><body>${BODY}</body></html>`);
    const asked = clobber(document, names);
    expect(gatePage(document, URL_OF_ARTICLE)).toEqual({ pass: true });
    expect(readPage(document, READING)).toMatchObject({
      type: 'article',
      article: { title: 'Northport votes to rebuild its harbour wall', lang: 'en' },
    });
    // Two exceptions: happy-dom itself uses the one, and has no getter for the other.
    expect([...asked].sort()).toEqual(['designMode', 'documentElement']);
  });

  it('cannot hide inside a form whose fields are named like properties of elements', () => {
    const names = [
      'parentElement',
      'textContent',
      'localName',
      'firstElementChild',
      'querySelectorAll',
      'getAttribute',
      'closest',
    ];
    const fields = names.map((name) => `<input name="${name}" value="typed secret">`).join('');
    const document = parse(`<body><form>${fields}${BODY}</form></body>`);
    const form = document.querySelector('form');
    if (form === null) throw new Error('no form');
    const asked = clobber(form, names);
    const report = readPage(document, READING);
    expect(report).toMatchObject({
      type: 'article',
      article: { title: 'Northport votes to rebuild its harbour wall', lead: expect.stringContaining(SENTENCE) },
    });
    expect(JSON.stringify(report)).not.toContain('typed secret');
    expect([...asked]).toEqual([]);
  });

  it('never has the text of its form fields read', () => {
    const typed = `${SENTENCE} typed secret`;
    const document = parse(
      `<body><h1>Note</h1><textarea>${typed}</textarea><select><option>${typed}</option></select></body>`,
    );
    expect(JSON.stringify(readPage(document, READING))).not.toContain('typed secret');
  });

  it('takes no more steps to read when it is flooded with yet more paragraphs and links', () => {
    const countSteps = (count: number) => {
      const flood = `<p>${SENTENCE}</p><a href="/x">${SENTENCE}</a>`.repeat(count);
      return [...readPageInSteps(parse(`<body>${BODY}${flood}</body>`), READING)].length;
    };
    expect(countSteps(2_000)).toBe(countSteps(1_600));
  });

  it('is read when it is nested a thousand deep', () => {
    const report = readPage(parse(`<body>${'<div>'.repeat(1_000)}${BODY}${'</div>'.repeat(1_000)}</body>`), READING);
    expect(report.type).toBe('article');
  });

  it('reports no more than the worker accepts of a text of megabytes', () => {
    const huge = 'word '.repeat(400_000);
    const html = `<head><title>${huge}</title><meta name="author" content="${huge}"><meta property="og:title" content="${huge}">
      <meta property="og:site_name" content="${huge}"><meta property="article:section" content="${huge}">
      <meta property="og:type" content="article"></head><body><h1>${huge}</h1><p>${huge}</p></body>`;
    const report = readPage(parse(html), READING);
    if (report.type !== 'article') throw new Error('not read as an article');
    const { title, lead, author, section, siteName } = report.article;
    expect(title.length).toBeLessThanOrEqual(400);
    expect(lead.length).toBeLessThanOrEqual(1_200);
    expect(author?.length ?? 0).toBeLessThanOrEqual(200);
    expect(section?.length ?? 0).toBeLessThanOrEqual(120);
    expect(siteName?.length ?? 0).toBeLessThanOrEqual(120);
  });

  it('yields many times on a large page, so that a caller can pause', () => {
    const document = parse(`<body>${BODY}${`<p>${SENTENCE}</p>`.repeat(2_000)}</body>`);
    let steps = 0;
    for (const _ of readPageInSteps(document, READING)) steps += 1;
    expect(steps).toBeGreaterThan(15);
  });

  it.each(['', '<', '<html', '<body></body>', '<frameset></frameset>', '\u0000\uffff', '<svg><title>x</title></svg>'])(
    'is no article when it is only %j',
    (html) => {
      expect(readPage(parse(html), { ...READING, url: new URL('https://courier.test/x') }).type).toBe('not-article');
    },
  );
});
