// Which links of a page are story links: one per card, where its headline ends, and none in menus, comments and the like.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findStoryLinks } from '../../../../utils/links/find-story-links.ts';
import { createPlaceFinder, type PlaceFinder } from '../../../../utils/links/link-place.ts';
import { findLinks } from '../../../../utils/links/link-runs.ts';
import type { FoundLink } from '../../../../utils/links/story-link.ts';
import { setPage } from '../../../support/link-page.ts';

const PAGE = 'https://courier.test/';
const TEXT = 'Northport votes to rebuild its harbour wall';
const WALL = '/news/northport-votes-to-rebuild-its-harbour-wall';
const COUNCIL = '/news/council-splits-over-cost-of-the-wall';
const LEAD =
  'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms, at a cost.';

type Part = { readonly start?: number; readonly end?: number; readonly placeOf?: PlaceFinder };

function findIn(html: string, { start = 0, end, placeOf = createPlaceFinder() }: Part = {}): FoundLink[] {
  setPage(PAGE, html);
  const links = findLinks(document, 'a[href]');
  const steps = findStoryLinks(
    { links, start, end: end ?? links.length },
    { pageAddress: PAGE, placeOf, onScanned: () => {}, onHidden: () => {} },
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const headline = (inner: string) => `<h2><a href="${WALL}">${inner}</a></h2>`;
const summary = (html: string) =>
  findIn(html).map(({ text, link, anchor }) => `${text} → ${link.getAttribute('href')} @${anchor.localName}`);

describe('one badge for a card', () => {
  it.each([
    ['a headline', headline(TEXT)],
    [
      'headline in a heading, picture and "read more"',
      `<article><a href="${WALL}"><img alt="The old wall"></a>${headline(TEXT)}<p>${LEAD}</p><a href="${WALL}">Read more</a></article>`,
    ],
    [
      'links between that lead elsewhere',
      `<article><a href="${WALL}"><img alt=""></a><a href="/politics">Politics</a>${headline(TEXT)}<a href="/author/ada">Ada Fictional</a><a href="${WALL}#comments">48 comments</a><a href="${WALL}">Read the whole story now</a></article>`,
    ],
    [
      'a long "continue" after the headline',
      `<article>${headline(TEXT)}<p>${LEAD}</p><p><a href="${WALL}">How the council came to its decision, and what follows</a></p></article>`,
    ],
    [
      'a lead that is linked before the headline',
      `<article><p><a href="${WALL}">${LEAD}</a></p>${headline(TEXT)}</article>`,
    ],
    [
      'tracking that differs',
      `<article>${headline(TEXT)}<a href="${WALL}#more">More about the decision of the council</a></article>`,
    ],
  ])('%s', (_, html) => {
    expect(summary(html)).toEqual([`${TEXT} → ${WALL} @a`]);
  });

  it('each card of a list has its own', () => {
    const found = summary(
      `<ul><li>${headline(TEXT)}</li><li><h2><a href="${COUNCIL}">Council splits over cost of the wall</a></h2></li><li>${headline(TEXT)}</li></ul>`,
    );
    expect(found).toHaveLength(3);
  });
});

describe('where the headline ends', () => {
  it.each([
    [
      'in the innermost element',
      headline(`<span class="kicker">Harbour</span> <span class="title"><b>${TEXT}</b></span>`),
      'b',
    ],
    ['in the heading within the link', `<a href="${WALL}"><img alt=""><h3>${TEXT}</h3><p>${LEAD}</p></a>`, 'h3'],
    [
      'in what is named a headline',
      `<a href="${WALL}"><span class="card__headline">${TEXT}</span><span>${LEAD}</span></a>`,
      'span',
    ],
    [
      'before hidden words and pictures',
      `<h2><a href="${WALL}">${TEXT}<span class="sr-only"> opens in a new window</span><svg><title>arrow</title></svg></a></h2>`,
      'a',
    ],
    [
      'in the first words long enough',
      `<a href="${WALL}"><div>Harbour</div><div>${TEXT}</div><div>${LEAD} ${LEAD}</div></a>`,
      'div',
    ],
    [
      'in a heading beside a linked picture',
      `<div class="card"><a href="${WALL}"><img alt=""></a><h3>${TEXT}</h3><p>${LEAD}</p></div>`,
      'h3',
    ],
    [
      'in the highest of several headings',
      `<a href="${WALL}"><img alt=""><h4>A wall for the harbour</h4><h3>${TEXT}</h3><h5>By Ada of the council of Northport</h5></a>`,
      'h3',
    ],
    [
      'in what the publisher’s measuring calls a title',
      `<a href="${WALL}"><div>News from the harbour</div><div data-tb-title=""><i>${TEXT}</i></div><div>By Ada, council of Northport</div></a>`,
      'i',
    ],
    [
      'in a heading that a link over the whole card repeats',
      `<div class="card"><div><h5>${TEXT}</h5></div><p>${LEAD}</p><a class="overlay" href="${WALL}">${TEXT}</a></div>`,
      'h5',
    ],
    [
      'in the link, where the heading beside it says something else',
      `<div class="card"><h3>More about walls</h3><a href="${WALL}">${TEXT}</a></div>`,
      'a',
    ],
    [
      'in a heading above "read more"',
      `<div class="card"><h3>${TEXT}</h3><p>${LEAD}</p><a href="${WALL}">Weiterlesen</a></div>`,
      'h3',
    ],
    ...['더보기', '查看全文', 'もっと見る', 'اقرأ المزيد', 'Διαβάστε περισσότερα', 'Читати далі', 'Haberin devamı'].map(
      (more) => [
        `in a heading above "${more}"`,
        `<div class="card"><h3>${TEXT}</h3><p>${LEAD}</p><a href="${WALL}">${more}</a></div>`,
        'h3',
      ],
    ),
  ])('%s', (_, html, anchor) => {
    const [found, ...others] = findIn(html);
    expect(others).toEqual([]);
    expect(found?.anchor.localName).toBe(anchor);
    expect(found?.text).toContain(TEXT);
    expect(found?.text).not.toMatch(/council of|new window|arrow/);
  });

  it('elements that touch in the markup are separated in the text', () => {
    expect(findIn(headline(`<span>Live</span><span>${TEXT}</span>`))[0]?.text).toBe(`Live ${TEXT}`);
    expect(findIn(headline(`<i><b>Live</b></i><i><b>${TEXT}</b></i>`))[0]?.text).toBe(`Live ${TEXT}`);
    expect(findIn(headline(`North<b>port</b> votes to rebuild its wall`))[0]?.text).toBe(
      'Northport votes to rebuild its wall',
    );
  });
});

describe('no story links', () => {
  it.each([
    ['a menu', `<nav>${headline(TEXT)}</nav>`],
    ['a menu by role', `<div role="navigation">${headline(TEXT)}</div>`],
    ['a menu by name', `<div class="main-menu"><a href="${WALL}">${TEXT}</a></div>`],
    ['the footer', `<footer>${headline(TEXT)}</footer>`],
    ['the site’s header', `<header><form><input></form><a href="${WALL}">${TEXT}</a></header>`],
    ['comments', `<section id="comments"><p><a href="${WALL}">${TEXT}</a></p></section>`],
    ['comments on a post', `<div role="article"><div role="article"><a href="${WALL}">${TEXT}</a></div></div>`],
    ['what can be typed into', `<div contenteditable="true"><p><a href="${WALL}">${TEXT}</a></p></div>`],
    ['a form', `<form><a href="${WALL}">${TEXT}</a></form>`],
    ['a dialog', `<dialog>${headline(TEXT)}</dialog>`],
    ['a cookie notice', `<div class="cookie-banner"><a href="${WALL}">${TEXT}</a></div>`],
    ['hidden parts', `<div hidden>${headline(TEXT)}</div><div aria-hidden="true">${headline(TEXT)}</div>`],
    ['a template', `<template>${headline(TEXT)}</template>`],
    ['the page itself', `<h2><a href="${PAGE}#top">${TEXT}</a></h2>`],
    ['a front page', `<h2><a href="https://herald.test/">${TEXT}</a></h2>`],
    ['sections', '<h2><a href="/politics">Politics and government</a></h2>'],
    [
      'running text',
      `<p>${LEAD} The <a href="${WALL}">decision to rebuild the wall</a> was not without its critics. ${LEAD}</p>`,
    ],
    ['labels', `<a href="${WALL}">Comments</a><a href="${WALL}">2:18</a>`],
    ['an address as text', `<p><a href="https://courier.test${WALL}">courier.test/news/northport-votes-to</a></p>`],
    ['a picture without any headline', `<div><a href="${WALL}"><img alt=""></a></div>`],
    [
      'a picture beside another’s headline',
      `<div><a href="${COUNCIL}"><img alt=""></a><h3><a href="/politics">Politics and government</a></h3></div>`,
    ],
    [
      'scripts and mail',
      `<h2><a href="javascript:open()">${TEXT}</a></h2><h2><a href="mailto:a@b.test">${TEXT}</a></h2><h2><a href="data:text/html,x">${TEXT}</a></h2>`,
    ],
    ['links of drawings', `<svg><a href="${WALL}"><text>${TEXT}</text></a></svg>`],
  ])('%s', (_, html) => {
    expect(summary(html)).toEqual([]);
  });
});

describe('story links all the same', () => {
  it.each([
    ['in an aside', `<aside><ol><li><a href="${WALL}">${TEXT}</a></li></ol></aside>`],
    ['in the header of an article', `<article><header>${headline(TEXT)}</header></article>`],
    ['in the header of a card', `<div><header>${headline(TEXT)}</header></div>`],
    ['where a form holds the page', `<form><main>${headline(TEXT)}</main></form>`],
    ['where the whole page is named after its menu', `<div class="page has-menu"><main>${headline(TEXT)}</main></div>`],
    ['where editing is off', `<div contenteditable="false">${headline(TEXT)}</div>`],
    ['on another site', `<p><a href="https://herald.test${WALL}">${TEXT}</a></p>`],
    ['at the head of a paragraph', `<p><a href="${WALL}">${TEXT}</a><br>${LEAD}</p>`],
    [
      'behind the click counter of a newsletter',
      `<td><a href="https://link.courier.test/click/27890.51/${btoa(`https://herald.test${WALL}`).replaceAll('=', '')}/5f2c">${TEXT}</a></td>`,
    ],
    [
      'behind another',
      `<td><a href="https://click.sender.test/CL0/https:%2F%2Fherald.test${encodeURIComponent(WALL)}/1/01">${TEXT}</a></td>`,
    ],
    [
      'behind a redirector',
      `<h3><a href="https://l.facebook.com/l.php?u=${encodeURIComponent(`https://herald.test${WALL}`)}">${TEXT}</a></h3>`,
    ],
  ])('%s', (_, html) => {
    expect(findIn(html).map(({ text, address }) => [text, address.replace(/^https:\/\/\w+\.test/, '')])).toEqual([
      [TEXT, WALL],
    ]);
  });
});

it('a headline without spaces may contain a full stop', () => {
  const [found] = findIn('<h2><a href="/news/2026/05/19/bouhatei">北港の防波堤を2.5億円で再建、町議会が可決</a></h2>');
  expect(found?.text).toContain('2.5');
});

describe('a card across the end of a run', () => {
  const html = `<article><p><a href="${WALL}">${LEAD}</a></p><a href="/author/ada">Ada Fictional</a>${headline(TEXT)}<a href="${WALL}">Read more</a></article>`;

  it.each([
    ['has its badge with the run that its heading is in', { start: 2 }, [`${TEXT} → ${WALL} @a`]],
    ['has none with the others', { end: 2 }, []],
    ['nor with its "read more"', { start: 3 }, []],
  ])('%s', (_, part, expected) => {
    expect(findIn(html, part).map(({ text, link }) => `${text} → ${link.getAttribute('href')} @a`)).toEqual(expected);
  });
});

it('of two copies of a card, the visible one counts', () => {
  const found = findIn(`<div style="display:none">${headline(TEXT)}</div><div id="shown">${headline(TEXT)}</div>`);
  expect(found.map(({ link }) => link.closest('div')?.id)).toEqual(['shown']);
});

describe('beside the run', () => {
  const list = (...links: readonly string[]) => links.map((path) => `<h2><a href="${path}">${TEXT}</a></h2>`).join('');

  function judgedIn(html: string, part: Part): string[] {
    const judged: string[] = [];
    const placeOf: PlaceFinder = (element) => {
      judged.push(element?.getAttribute('href') ?? '');
      return 'content';
    };
    findIn(html, { ...part, placeOf });
    return judged;
  }

  it('links outside the run are not judged, since they have a run of their own', () => {
    const html = list('/news/one-wall-falls', '/news/two-walls-fall', WALL, COUNCIL, '/news/three-walls-fall');
    expect(judgedIn(html, { start: 2, end: 3 })).toEqual([WALL]);
  });

  it('judging begins with the first link that may belong to a card in the run', () => {
    const html = list('/news/one-wall-falls', `${WALL}#top`, COUNCIL, WALL, WALL, '/news/two-walls-fall');
    expect(judgedIn(html, { start: 3, end: 4 })).toEqual([`${WALL}#top`, COUNCIL, WALL, WALL]);
  });
});
