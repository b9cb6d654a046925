// Pages whose links make it difficult to place a badge: lifted up, with content behind the text, in the top layer, moving.
import { escapeMarkup } from '../../scripts/newsroom/escape-markup.ts';
import type { PageLink } from './hostile-pages.ts';

const linkOf = ({ url, title }: PageLink, tail = '') =>
  `<a href="${escapeMarkup(url)}">${escapeMarkup(title)}${tail}</a>`;

export const headingsOf = (links: readonly PageLink[], tail = '') =>
  links.map((one) => `<h3>${linkOf(one, tail)}</h3><p>A line of text below.</p>`).join('');

/** Wide enough for the longest headline and its badge on one line, in any font. */
export const pageOf = (body: string, style = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><style>main{max-width:1100px}${style}</style></head><body>${body}</body></html>`;

type Render = (links: readonly PageLink[]) => string;

const list =
  (style: string, tail = ''): Render =>
  (links) =>
    pageOf(`<main>${headingsOf(links, tail)}</main>`, style);

export const plainPage = list('');

/** Without a doctype, and higher than the window; its first element may grow. */
export const oldPage: Render = (links) =>
  pageOf(`<div id="growing"></div><main>${headingsOf(links)}</main><div style="block-size: 4000px"></div>`).replace(
    '<!doctype html>',
    '',
  );

/** Only the words of the links are drawn, without a box. */
export const boxlessPage = list('h3 a { display: contents }');

/** The links are stacked above the badge layer's place in the page's content. */
export const LIFTED_PAGES: Readonly<Record<string, Render>> = {
  'in lifted content': list('main { position: relative; z-index: 10; background: #fff }'),
  'in a lifted body': list('body { position: relative; z-index: 10; background: #fff }'),
  'in a panel that stays': list(
    'main { position: fixed; z-index: 1000; inset: 40px auto auto 40px; inline-size: 1100px; background: #fff }',
  ),
};

const MARK = '<svg class="mark" width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>';

/** Cards that are lifted up while they are pointed at. */
export const risingPage: Render = (links) =>
  pageOf(
    `<main>${links.map((one) => `<article>${headingsOf([one])}</article>`).join('')}</main>`,
    'article { position: relative; padding: 4px; background: #fff } article:hover { z-index: 20 }',
  );

/** Something other than text ends the link's line, or the heading's. `tailPx`: its distance behind the text. */
export const TAILED_PAGES: readonly { readonly name: string; readonly tailPx: number; readonly render: Render }[] = [
  { name: 'a picture', tailPx: 20, render: list('', ` ${MARK}`) },
  { name: 'a word of the style', tailPx: 30, render: list('h3 a::after { content: " LIVE" }') },
  {
    name: 'a ground with a sign',
    tailPx: 24,
    render: list(
      'h3 a { padding-inline-end: 24px; background: linear-gradient(red, red) right / 18px 18px no-repeat }',
    ),
  },
  { name: 'a word that the heading’s style adds', tailPx: 45, render: list('h3::after { content: " LIVE" }') },
  {
    name: 'a sign that the heading’s style adds',
    tailPx: 28,
    render: list(
      'h3::after { content: ""; display: inline-block; width: 20px; height: 20px; margin-left: 8px; background: red }',
    ),
  },
  { name: 'a picture in a block', tailPx: 20, render: list('h3 a { display: block }', ` ${MARK}`) },
];

const LISTENED =
  'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap';
const withMore = (name: string, style: string) =>
  list(`.${name} { ${style} }`, ` <span class="${name}">opens in a tab</span>`);

/** After the visible words of a headline, its link has hidden ones. */
export const UNSEEN_TAIL_PAGES: Readonly<Record<string, Render>> = {
  'words for those who listen, that are named so': withMore('sr-only', LISTENED),
  'words for those who listen': withMore('x1', LISTENED),
  'words that lie far beside the page': withMore('x1', 'position: absolute; left: -9999px'),
  'words of which there is nothing': withMore('x1', 'display: none'),
  'a label that lies elsewhere in its card': withMore('x1', 'position: absolute; inset: 4px 4px auto auto'),
};

const glassPage =
  (style: string, cardOf: (link: PageLink) => string): Render =>
  (links) => {
    const cards = links.map(
      (one, at) => `<article>${cardOf(one)}${at === 0 ? PICTURE : ''}<p>Text below.</p></article>`,
    );
    return pageOf(
      `<main>${cards.join('')}</main>`,
      `article { position: relative; display: grid; grid-template-columns: max-content 200px; column-gap: 4px }
h3, p { margin: 0; font: 16px/18px sans-serif } p { grid-column: 1 } .picture { inline-size: 200px; block-size: 18px } ${style}`,
    );
  };
const PICTURE = '<svg class="picture"><rect width="200" height="18"/></svg>';
const headingOf = (link: PageLink) => `<h3>${linkOf(link)}</h3>`;
const headingBeside = ({ url, title }: PageLink) =>
  `<a href="${escapeMarkup(url)}"></a><h3>${escapeMarkup(title)}</h3>`;
const headingTwice = (link: PageLink) => `${linkOf(link)}<h3>${escapeMarkup(link.title)}</h3>`;

/** Cards with a link over the whole card. In the first one, a picture and a text leave no room for a badge. */
export const GLASS_PAGES: Readonly<Record<string, Render>> = {
  'a part that its style adds': glassPage('a::before { content: ""; position: absolute; inset: 0 }', headingOf),
  'such a part that is lifted': glassPage(
    'a::after { content: ""; position: absolute; inset: 0; z-index: 20 }',
    headingOf,
  ),
  'a link of its own': glassPage('a { position: absolute; inset: 0; z-index: 10 }', headingBeside),
  'a link with words that are not seen': glassPage(
    'a { position: absolute; inset: 0; opacity: 0; font-size: 32px; white-space: nowrap }',
    headingTwice,
  ),
};

/** Lines without any space between them, each truncated. */
export const tightPage: Render = (links) =>
  pageOf(
    `<main>${links.map((one) => `<div>${linkOf(one)}</div>`).join('')}</main>`,
    'div { font-size: 12px; line-height: 1; inline-size: 260px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }',
  );

export const uprightPage = list('main { writing-mode: vertical-rl; block-size: 900px; inline-size: 400px }');

/** The body scrolls instead of the root. */
export const bodyScrollPage: Render = (links) =>
  pageOf(
    `<main>${headingsOf(links)}${'<p>More.</p>'.repeat(60)}</main>`,
    'html { block-size: 100%; overflow: hidden } body { block-size: 100%; margin: 0; overflow: auto }',
  );

/** The page enlarges itself, so that sizes differ from their CSS values. */
export const enlargedPage = list('html { zoom: 1.4 }');

/** Rows of equal height with repeating headlines: after a step of scrolling, each is where another one was. */
export const evenPage = (rowPx: number, rows: number): Render => {
  const rowOf = (links: readonly PageLink[], at: number) => {
    const { url = '', title = '' } = links[at % links.length] ?? {};
    return `<article>${headingsOf([{ url: `${url}?utm_source=${at}`, title }])}</article>`;
  };
  return (links) =>
    pageOf(
      `<main>${Array.from({ length: rows }, (_, at) => rowOf(links, at)).join('')}</main>`,
      `body { margin: 0 } article { block-size: ${rowPx}px; overflow: hidden }`,
    );
};

/** The first links are in a popover that can be opened over everything else. */
export const popoverPage: Render = (links) =>
  pageOf(
    `<main>${headingsOf(links.slice(2))}</main><div popover id="over">${headingsOf(links.slice(0, 2))}<button>Last</button></div>`,
  );

/** The links are as wide as the page, whatever their text. */
export const widePage = list('h3 a { display: block }');

/** Behind each headline is an empty place, and the next headline is right below. */
export const countedPage: Render = (links) =>
  pageOf(
    `<main>${links.map((one) => `<div class="row"><h3>${linkOf(one)}</h3><span class="count"></span></div>`).join('')}</main>`,
    '.row { display: flex; gap: 6px; block-size: 26px; font: 16px/20px sans-serif } .row h3 { white-space: nowrap; margin: 0; font: inherit }',
  );

/** A button switches between light and dark. */
export const themedPage: Render = (links) =>
  pageOf(
    `<button>Other colors</button><main>${headingsOf(links)}</main>
<script>document.querySelector('button').onclick = () => document.body.classList.toggle('night');</script>`,
    'a { color: inherit } a:hover { color: #ccc } .night { background: #112; color: #eef }',
  );

/** Two tabs in the same place, the first links in the first one; the hidden one keeps its place. */
export const tabsPage =
  (hidden: string): Render =>
  (links) =>
    pageOf(
      `<button>Other tab</button><main><div>${headingsOf(links.slice(0, 2))}</div><div>${headingsOf(links.slice(2))}</div></main>
<script>document.querySelector('button').onclick = () => document.body.classList.toggle('other');</script>`,
      `main { position: relative } main div { position: absolute; inset: 0 }
body:not(.other) div + div, .other div:first-child { ${hidden} }`,
    );

/** A part that appears with a transition of its visibility only. */
export const hiddenPage = list(
  'main { visibility: hidden; transition: visibility 0.1s } main.shown { visibility: visible }',
);

/** Parts that keep their place while they are hidden, and what shows them, called by a script of the page. */
export const UNTOLD_PAGES: readonly (readonly [name: string, render: Render, show: () => void])[] = [
  [
    'a hidden part',
    list('main { visibility: hidden } main.shown { visibility: visible }'),
    () => document.querySelector('main')?.classList.add('shown'),
  ],
  [
    'a part of which nothing shows through',
    list('main { opacity: 0 }'),
    () => document.querySelector('main')?.style.setProperty('opacity', '1'),
  ],
  [
    'a page that is kept back until it is chosen how it looks',
    (links) => pageOf(`<style id="kept">body { opacity: 0 !important }</style><main>${headingsOf(links)}</main>`),
    () => document.getElementById('kept')?.remove(),
  ],
];

/** A dialog that its script opens and closes without the user. */
export const dialogPage: Render = (links) =>
  pageOf(`<main>${headingsOf(links)}</main><dialog style="margin-block-end: 0">News by mail?</dialog>`);

export const framePage: Render = (links) =>
  pageOf(`<main>${headingsOf(links)}</main><iframe srcdoc="<p>Advert</p><input>"></iframe>`);

/** A row of cards, some of them outside the window. */
export const rowPage =
  (style: string): Render =>
  (links) =>
    pageOf(
      `<main><div class="window"><div class="row">${links.map((one) => `<article>${headingsOf([one])}</article>`).join('')}</div></div></main>`,
      `.window { overflow: hidden; inline-size: 640px } .row { display: flex } article { flex: 0 0 320px; box-sizing: border-box; padding: 8px } ${style}`,
    );

/** A script traps the focus in the page's main part, and in whatever it opens over the rest. */
export const keepingPage: Render = (links) =>
  pageOf(
    `<main>${headingsOf(links)}</main><script>let last = null; addEventListener('focusin', ({ target }) => {
if (document.querySelector('main').contains(target)) last = target; else last?.focus();
}, true);</script>`,
  );
