// Pages that are difficult for injected content: each lists the same story links in a different way.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { escapeMarkup } from '../../scripts/newsroom/escape-markup.ts';
import type { Answer } from '../../scripts/newsroom/newsroom.ts';

export type PageLink = { readonly url: string; readonly title: string };

export type HostilePage = {
  readonly name: string;
  /** How many badges have room: one for each link, or fewer. */
  readonly shown: 'all' | number;
  /** The page changes its own document, so it cannot be compared with its earlier state. */
  readonly isChanging?: boolean;
  readonly render: (links: readonly PageLink[]) => string;
  readonly headers?: Readonly<Record<string, string>>;
};

const link = ({ url, title }: PageLink) => `<a href="${escapeMarkup(url)}">${escapeMarkup(title)}</a>`;
const headings = (links: readonly PageLink[]) =>
  links.map((one) => `<h3>${link(one)}</h3><p>A line of text below.</p>`).join('');
const frame = (body: string, { style = '', head = '', attributes = '' } = {}) =>
  `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8"><title>Page</title>${head}<style>main{max-width:900px}${style}</style></head><body>${body}</body></html>`;
const listPage = (style: string) => (links: readonly PageLink[]) => frame(`<main>${headings(links)}</main>`, { style });

/** Runs a script in the page as soon as there are badges; they have to come back after what it does to them. */
const onceBadged = (script: string) => `<script>new MutationObserver((records, watch) => {
if (document.querySelector('parallax-badges') === null) return;
watch.disconnect(); ${script}; window.isDone = true;
}).observe(document.documentElement, { childList: true });</script>`;

const FORM_NAMES = [
  'previousSibling',
  'lastChild',
  'parentNode',
  'parentElement',
  'assignedSlot',
  'getRootNode',
  'contains',
  'closest',
];
const fields = (form: string, names: readonly string[]) =>
  names.map((name) => `<input type="hidden" form="${form}" name="${name}">`).join('');

const PREACT = path.resolve(import.meta.dirname, '../../node_modules/preact/dist/preact.mjs');

export const HOSTILE_PAGES: readonly HostilePage[] = [
  { name: 'plain', shown: 'all', render: listPage('') },
  {
    name: 'unset',
    shown: 'all',
    render: listPage('* { all: unset !important } h3, p, main, body { display: block !important }'),
  },
  {
    name: 'loud',
    shown: 'all',
    render:
      listPage(`* { font: 700 22px/2 serif !important; letter-spacing: 2px !important; text-transform: uppercase !important }
      button, span, div, parallax-badges { position: static !important; display: inline !important; background: red !important; padding: 30px !important; opacity: .2 !important }
      html > *:not(head):not(body) { display: none !important } ::part(x) { display: none }`),
  },
  {
    name: 'strict-policy',
    shown: 'all',
    headers: {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    render: (links) =>
      `<!doctype html><html lang="en"><head><title>Page</title></head><body><main>${headings(links)}</main></body></html>`,
  },
  { name: 'transformed', shown: 'all', render: listPage('body { transform: scale(.8); transform-origin: 0 0 }') },
  { name: 'zoomed', shown: 'all', render: listPage('html { zoom: 1.4 } main { max-width: 600px }') },
  {
    name: 'small-root',
    shown: 'all',
    render: listPage(
      'html { font-size: 6px; position: relative; margin: 40px; padding: 10px } body { font-size: 18px }',
    ),
  },
  {
    name: 'tiny-boxes',
    shown: 'all',
    render: listPage('h3 { inline-size: 44px; block-size: 20px; overflow: hidden } p { display: none }'),
  },
  {
    name: 'clamped',
    shown: 'all',
    render: listPage(
      'main { inline-size: 220px } h3 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; margin: 0 } p { margin: 26px 0 }',
    ),
  },
  {
    name: 'flex',
    shown: 'all',
    render: listPage(
      'h3 { display: flex; gap: 40px; justify-content: space-between } h3 > :last-child { color: green }',
    ),
  },
  {
    name: 'grid',
    shown: 'all',
    render: (links) =>
      frame(
        `<main>${links.map((one) => `<article><div class="picture"></div><h3>${link(one)}</h3></article>`).join('')}</main>`,
        {
          style:
            'main { display: grid; grid-template-columns: repeat(2, 1fr); gap: 24px } article { display: grid; gap: 8px } .picture { background: #ccd; block-size: 60px } article > :last-child { border-bottom: 2px solid }',
        },
      ),
  },
  {
    name: 'table',
    shown: 'all',
    render: (links) =>
      frame(
        `<main><table border="1">${links.map((one, row) => `<tr><td>${row + 1}.</td><td>${link(one)}</td><td>long enough a cell</td></tr>`).join('')}</table></main>`,
        { style: 'td:nth-child(2) { inline-size: 640px }' },
      ),
  },
  {
    name: 'whole-cards',
    shown: 4,
    render: (links) =>
      frame(
        `<main>${links
          .map(
            (one) =>
              `<a class="card" href="${escapeMarkup(one.url)}"><div class="picture"></div><h3>${escapeMarkup(one.title)}</h3><p>Read more</p></a>`,
          )
          .join('')}</main>`,
        {
          style:
            '.card { display: block; margin: 12px; border: 1px solid } .picture { background: #ccd; block-size: 50px }',
        },
      ),
  },
  {
    name: 'dark',
    shown: 'all',
    render: listPage('html { background: #101418 } body, a { color: #eef2f6 }'),
  },
  {
    name: 'right-to-left',
    shown: 'all',
    render: (links) => frame(`<main>${headings(links)}</main>`, { attributes: 'dir="rtl"' }),
  },
  {
    // A line with both directions is drawn in pieces, and its beginning is the piece on the right.
    name: 'right-to-left-mixed',
    shown: 'all',
    render: (links) =>
      frame(
        `<main>${headings(links.map(({ url }, i) => ({ url, title: `תושבי Netanya מפגינים נגד הגשר החדש, ${21 + i} נעצרו בלילה` })))}</main>`,
        { attributes: 'dir="rtl"' },
      ),
  },
  {
    name: 'inner-scroll',
    shown: 1,
    render: (links) =>
      frame(`<div id="scroller"><main>${headings(links)}${'<p>More.</p>'.repeat(60)}</main></div>`, {
        style:
          'html, body { block-size: 100%; margin: 0; overflow: hidden } #scroller { block-size: 400px; overflow: auto }',
      }),
  },
  {
    name: 'sticky-header',
    shown: 'all',
    render: (links) =>
      frame(`<header>A header that stays</header><main>${headings(links)}${'<p>More.</p>'.repeat(80)}</main>`, {
        style:
          'header { position: sticky; inset-block-start: 0; z-index: 1; block-size: 60px; background: #fff; border-bottom: 1px solid }',
      }),
  },
  {
    name: 'shadow-root',
    shown: 'all',
    render: (links) =>
      frame(`<main><news-list><template shadowrootmode="open">${headings(links)}</template></news-list></main>`),
  },
  {
    // Forms have their fields as own properties, and the document its named pictures: some of these refer to each other.
    name: 'clobbered',
    shown: 'all',
    render: (links) =>
      frame(
        `<img name="body"><img name="elementFromPoint"><img name="elementsFromPoint"><main>${links
          .map(
            (one, i) =>
              `<h3>${fields(`beside-${i}`, ['nextSibling', 'nodeType'])}${link(one).replace('</a>', ` ${fields(`in-${i}`, FORM_NAMES)}<form id="in-${i}"></form></a>`)}<form id="beside-${i}"></form></h3><p>A line of text below.</p>`,
          )
          .join('')}</main>`,
        { style: 'form { display: contents }' },
      ),
  },
  {
    name: 'hydrated',
    shown: 'all',
    isChanging: true,
    render: (links) =>
      frame(`<div id="app"><main>${links.map((one) => `<h3>${link(one)}</h3>`).join('')}</main></div>
<script type="module">
${readFileSync(PREACT, 'utf8')
  .replace(/\/\/# sourceMappingURL.*/, '')
  .replace(/export\{([^}]*)\}/, (_, names: string) => `const api={${names.replace(/([\w$]+) as (\w+)/g, '$2:$1')}}`)}
const links = ${JSON.stringify(links)};
const app = (count) => api.h('main', null, links.map(({ url, title }) => api.h('h3', { key: url, 'data-count': count }, api.h('a', { href: url }, title))));
const root = document.getElementById('app');
const before = root.querySelector('a');
let count = 0;
setTimeout(() => {
  api.hydrate(app(0), root);
  window.wasHydrated = root.querySelector('a') === before;
  const timer = setInterval(() => { count += 1; api.render(app(count), root); if (count === 8) { clearInterval(timer); window.isDone = true; } }, 60);
}, 700);
</script>`),
  },
  {
    name: 'rewritten',
    shown: 'all',
    isChanging: true,
    render: (links) =>
      frame(`<main id="list">${headings(links)}</main>
<script>let count = 0; const list = document.getElementById('list'); const markup = list.innerHTML;
const timer = setInterval(() => { count += 1; list.innerHTML = markup; if (count === 12) { clearInterval(timer); window.isDone = true; } }, 100);</script>`),
  },
  {
    name: 'observed',
    shown: 'all',
    isChanging: true,
    render: (links) =>
      frame(`<main>${headings(links)}</main>
<script>window.seen = 0; window.isDone = true;
new MutationObserver((records) => { window.seen += records.length; document.body.dataset.seen = String(window.seen); }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'style', 'href'] });</script>`),
  },
  {
    name: 'cleaned',
    shown: 0,
    isChanging: true,
    render: (links) =>
      frame(`<main>${headings(links)}</main>
<script>window.removed = 0; window.isDone = true;
new MutationObserver(() => { for (const child of [...document.documentElement.children]) if (child !== document.head && child !== document.body) { window.removed += 1; child.remove(); } }).observe(document.documentElement, { childList: true });</script>`),
  },
  {
    name: 'reused',
    shown: 3,
    isChanging: true,
    render: (links) =>
      frame(`<main>${headings(links.slice(0, 3))}</main>
<script>setTimeout(() => { const next = ${JSON.stringify(links.slice(3))}; const all = [...document.querySelectorAll('h3 a')];
next.forEach(({ url, title }, i) => { all[i].href = url; all[i].textContent = title; }); window.isDone = true; }, 900);</script>`),
  },
  {
    // document.open() removes all listeners from the window, including those of extensions.
    name: 'written-anew',
    shown: 'all',
    isChanging: true,
    render: (links) =>
      frame(
        `<main>${headings(links)}</main>${onceBadged('const main = document.querySelector("main").outerHTML; document.open(); document.write("<title>Page</title>" + main); document.close()')}`,
      ),
  },
  {
    name: 'new-root',
    shown: 'all',
    isChanging: true,
    render: (links) =>
      frame(
        `<main>${headings(links)}</main>${onceBadged('const root = document.documentElement.cloneNode(true); root.querySelector("parallax-badges").remove(); document.documentElement.replaceWith(root)')}`,
      ),
  },
  {
    name: 'new-body',
    shown: 'all',
    isChanging: true,
    render: (links) =>
      frame(`<main>${headings(links)}</main>${onceBadged('document.body = document.body.cloneNode(true)')}`),
  },
];

const flyout = (links: readonly PageLink[]) =>
  `<div class="section"><a href="/politics">Politics</a><div class="flyout"><div class="row">${headings(links)}</div></div></div>`;

/** Sections that show a few stories while they are pointed at, in boxes that no name or role identifies. */
export const FLYOUT_PAGES: readonly HostilePage[] = [
  { name: 'without a box', hidden: 'display: none', shown: 'display: block' },
  { name: 'invisible', hidden: 'visibility: hidden; opacity: 0', shown: 'visibility: visible; opacity: 1' },
].map(({ name, hidden, shown }) => ({
  name,
  shown: 2,
  render: (links) =>
    frame(
      `<header>${flyout(links.slice(0, 3))}</header><main>${headings(links.slice(3))}${'<p>More.</p>'.repeat(60)}</main>`,
      {
        style: `header { position: relative; z-index: 3; background: #fff; border-bottom: 1px solid } .section { inline-size: 90px; padding: 12px }
        .flyout { position: absolute; inset: 100% 0 auto 0; background: #fff; border: 1px solid; ${hidden} } .section:hover .flyout { ${shown} }`,
      },
    ),
}));

/** Cards whose headline is transparent until the card is pointed at, or the page is told to show all. */
export const FADING_PAGE: HostilePage = {
  name: 'fading',
  shown: 3,
  render: (links) =>
    frame(
      `<main>${links.map((one, index) => `<article${index < 2 ? ' class="fading"' : ''}>${headings([one])}</article>`).join('')}</main><p>The end.</p>`,
      {
        style: `article { padding: 12px } .fading { opacity: 0; transition: opacity 300ms }
        .fading:hover, .all .fading { opacity: 1 }`,
      },
    ),
};

export function answerHostilePage(page: HostilePage, links: readonly PageLink[]): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...page.headers },
    body: page.render(links),
  };
}
