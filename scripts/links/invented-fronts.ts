// Invented front pages for measuring the search for story links: a large one, one without stories, and a hostile one.

export type InventedFront = {
  readonly name: string;
  readonly url: string;
  readonly html: string;
  /** An expression that fills the page after loading, with more than is worth transferring. */
  readonly fill?: string;
  readonly target: string;
};

const ORIGIN = 'https://courier.test';
const LEAD = 'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms.';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Courier</title></head><body>${body}</body></html>`;
const repeat = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join('');

/** Inline, so that what is below it is near the window whatever the fonts are. */
const menu = (count: number) =>
  `<header><nav>${repeat(count, (n) => `<span class="menu-item"><a href="/section-${n}">Section ${n}</a></span> `)}</nav></header>`;

/** Four links each: picture, headline, section, "read more". */
const card = (n: number) => {
  const address = `/news/2026/05/19/northport-votes-to-rebuild-its-harbour-wall-${n}`;
  return `<article class="card card--medium"><a class="card__picture" href="${address}"><picture><img alt=""></picture></a><div class="card__text"><a class="card__section" href="/politics">Politics</a><h3 class="card__title"><a href="${address}">Northport votes to rebuild its harbour wall, part ${n}</a></h3><p>${LEAD}</p><a class="card__more" href="${address}">Read more</a></div></article>`;
};

const manual = (n: number) => `<li><a href="/docs/chapter-${n % 40}#part-${n}">Part ${n}</a></li>`;

const bare = (what: string) => `<a href="/news/northport-votes-on-its-${what}">Northport votes on its ${what}</a>`;

export function createInventedFronts(): InventedFront[] {
  return [
    {
      name: '1,500 links, 350 cards',
      url: `${ORIGIN}/`,
      html: page(`${menu(100)}<main>${repeat(350, card)}</main>`),
      target: '30 ms in all, slices < 8 ms, < 3 MB',
    },
    {
      name: '400 links, no story',
      url: 'https://manual.test/docs/',
      html: page(`${menu(100)}<main><ul>${repeat(300, manual)}</ul>${`<p>${LEAD}</p>`.repeat(60)}</main>`),
      target: '5 ms in all',
    },
    {
      name: '100,000 links',
      url: `${ORIGIN}/archive`,
      html: page('<main></main>'),
      fill: `document.querySelector('main').innerHTML = '${bare('wall')}${bare('port')}'.repeat(50_000)`,
      target: 'slices < 8 ms',
    },
  ];
}
