// The gate: which pages are read, which are only reported by kind, and on which nothing is reported.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { gatePage } from '../../../../utils/page/gate.ts';

function gate(url: string, html: string) {
  return gatePage(new DOMParser().parseFromString(html, 'text/html'), new URL(url));
}

describe('gatePage', () => {
  it('lets articles and unknown pages through', () => {
    expect(gate('https://courier.test/news/harbour-wall-votes', '<p>text</p>')).toEqual({ pass: true });
    expect(gate('https://courier.test/abc', '<p>text</p>')).toEqual({ pass: true });
  });

  it('names front pages and searches', () => {
    expect(gate('https://courier.test/', '<p>text</p>')).toEqual({ pass: false, kind: 'front' });
    expect(gate('https://courier.test/search?q=wall', '<p>text</p>')).toEqual({ pass: false, kind: 'search' });
  });

  it('reads a front page address that declares an article', () => {
    const html = '<head><meta property="og:type" content="article"></head><h1>Wall</h1>';
    expect(gate('https://wall-story.test/', html)).toEqual({ pass: true });
  });

  it.each([
    ['an editor', 'https://courier.test/edit/1', '<main><div contenteditable="true"><p>my draft</p></div></main>'],
    [
      'an editor without a main part',
      'https://courier.test/publish/post/142',
      '<div><div class="ProseMirror" contenteditable="true"><h1>My draft</h1><p>one</p></div></div>',
    ],
    [
      'an editor by blocks',
      'https://courier.test/edit/2',
      '<div><h1 contenteditable>My draft</h1><p contenteditable>one</p></div>',
    ],
    [
      'a long text being typed',
      'https://courier.test/write',
      `<div><div contenteditable="true">${'<p>one</p>'.repeat(6)}</div></div>`,
    ],
    ['mail', 'https://mail.courier.test/inbox', '<p>private</p>'],
    ['a private document', 'https://docs.google.com/document/d/1', '<p>private</p>'],
    ['a chat', 'https://team.slack.com/archives/1', '<p>private</p>'],
  ])('says nothing of %s', (_, url, html) => {
    expect(gate(url, html)).toEqual({ pass: false, kind: null });
  });

  it('reads an article with a comment box', () => {
    const html = '<main><article><p>text</p></article><div contenteditable="true"></div></main>';
    expect(gate('https://courier.test/news/harbour-wall-votes', html)).toEqual({ pass: true });
  });
});
