// Pages that are not articles: a sample outlet's front page, sections, imprint and error page.
import { SINGLE_PAGE_SCRIPT } from './article-page.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { PublishedArticle } from './issue-of-the-day.ts';
import { framePage } from './page-frame.ts';
import type { SampleOutlet } from './sample-outlet.ts';

export function renderFrontPage(outlet: SampleOutlet, articles: readonly PublishedArticle[]): string {
  return renderList({ outlet, title: outlet.name, heading: '', articles, path: '/' });
}

export function renderSectionPage(
  outlet: SampleOutlet,
  { section, articles }: { readonly section: string; readonly articles: readonly PublishedArticle[] },
): string {
  const heading = `<h1>${escapeMarkup(section)}</h1>`;
  return renderList({ outlet, title: `${section} | ${outlet.name}`, heading, articles, path: `/section/${section}` });
}

const ABOUT = {
  en: 'is one of the fictional outlets that Parallax brings along to be tried out and tested with. It has no editors and no office; nothing it prints has happened.',
  de: 'gehört zu den erfundenen Medien, mit denen Parallax ausprobiert und getestet wird. Es gibt weder Redaktion noch Büro; nichts davon ist geschehen.',
  fr: 'est l’un des titres fictifs avec lesquels Parallax est essayé et testé. Il n’a ni rédaction ni bureaux ; rien de ce qu’il publie n’est arrivé.',
} as const;

export function renderAboutPage(outlet: SampleOutlet): string {
  const owner = outlet.owner === null ? '' : `<p>${escapeMarkup(outlet.owner)}</p>`;
  const body = `<main><h1>${escapeMarkup(outlet.name)}</h1><p>${escapeMarkup(outlet.name)} ${ABOUT[outlet.lang]}</p>${owner}</main>`;
  return framePage({ outlet, title: `About | ${outlet.name}`, head: '', body });
}

export function renderMissingPage(outlet: SampleOutlet): string {
  return framePage({ outlet, title: `404 | ${outlet.name}`, head: '', body: '<main><h1>404</h1></main>' });
}

type Listing = {
  readonly outlet: SampleOutlet;
  readonly title: string;
  readonly heading: string;
  readonly path: string;
  readonly articles: readonly PublishedArticle[];
};

function renderList({ outlet, title, heading, path, articles }: Listing): string {
  const items = articles.map(
    (article) =>
      `<article class="item"><h2><a href="${article.path}">${escapeMarkup(article.title)}</a></h2><p>${escapeMarkup(article.paragraphs[0] ?? '')}</p></article>`,
  );
  const script = outlet.template === 'single-page' ? SINGLE_PAGE_SCRIPT : '';
  const head = `<link rel="canonical" href="https://${outlet.host}${path}">\n<meta property="og:type" content="website">`;
  return framePage({ outlet, title, head, body: `<main>${heading}\n${items.join('\n')}\n</main>${script}` });
}
