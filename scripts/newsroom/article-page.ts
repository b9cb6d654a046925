// An article's page in one of six markup styles of real outlets, from complete JSON-LD to no metadata at all.
import { escapeMarkup } from './escape-markup.ts';
import type { PublishedArticle } from './issue-of-the-day.ts';
import { framePage } from './page-frame.ts';
import type { PageTemplate } from './sample-outlet.ts';

type Parts = { readonly head: string; readonly body: string };

const TEMPLATES: Readonly<Record<PageTemplate, (article: PublishedArticle) => Parts>> = {
  graph: (article) => ({
    head: `${openGraph(article)}\n${jsonLd({ '@context': 'https://schema.org', '@graph': graphOf(article) })}`,
    body: plainBody(article),
  }),
  list: (article) => ({
    head: `${canonical(article)}\n${jsonLd([{ '@context': 'http://schema.org', ...newsArticle(article) }])}`,
    body: plainBody(article),
  }),
  'open-graph': (article) => ({ head: openGraph(article), body: plainBody(article) }),
  microdata: (article) => ({ head: canonical(article), body: microdataBody(article) }),
  bare: (article) => ({ head: '', body: plainBody(article) }),
  'single-page': (article) => ({
    head: `${openGraph(article)}\n${jsonLd({ '@context': 'https://schema.org', ...newsArticle(article) })}`,
    body: `${plainBody(article)}\n${SINGLE_PAGE_SCRIPT}`,
  }),
};

export function renderArticlePage(article: PublishedArticle): string {
  const parts = TEMPLATES[article.outlet.template](article);
  return framePage({ outlet: article.outlet, title: `${article.title} | ${article.outlet.name}`, ...parts });
}

/** Links replace the page's content without loading a new document, as single-page sites do. */
export const SINGLE_PAGE_SCRIPT = `<script>
if (!window.sampleNavigation) {
  window.sampleNavigation = true;
  const show = async (address) => {
    const text = await (await fetch(address)).text();
    const next = new DOMParser().parseFromString(text, 'text/html');
    document.title = next.title;
    const isMetadata = 'link[rel=canonical], meta[property], meta[name=description], script[type="application/ld+json"]';
    for (const old of document.head.querySelectorAll(isMetadata)) old.remove();
    for (const tag of next.head.querySelectorAll(isMetadata)) document.head.append(document.adoptNode(tag));
    document.getElementById('content').replaceChildren(...next.getElementById('content').childNodes);
    scrollTo(0, 0);
  };
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || link.origin !== location.origin) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show(link.href);
  });
  addEventListener('popstate', () => show(location.href));
}
</script>`;

function schemaType(article: PublishedArticle): string {
  if (article.kind === 'opinion') return 'OpinionNewsArticle';
  return article.kind === 'live' ? 'LiveBlogPosting' : 'NewsArticle';
}

function newsArticle(article: PublishedArticle): Record<string, unknown> {
  const { title, paragraphs, outlet, url, publishedAt, modifiedAt, byline, section } = article;
  return {
    '@type': schemaType(article),
    headline: title,
    description: paragraphs[0],
    datePublished: new Date(publishedAt).toISOString(),
    dateModified: new Date(modifiedAt).toISOString(),
    inLanguage: outlet.lang,
    articleSection: section,
    author: [{ '@type': article.credit === null ? 'Person' : 'Organization', name: byline }],
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name, url: `https://${outlet.host}/` },
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    ...(article.kind === 'live' ? { coverageStartTime: new Date(publishedAt).toISOString() } : {}),
  };
}

function graphOf(article: PublishedArticle): Record<string, unknown>[] {
  const { outlet, url, title } = article;
  const home = `https://${outlet.host}/`;
  return [
    { '@type': 'WebSite', '@id': `${home}#website`, url: home, name: outlet.name },
    { '@type': 'WebPage', '@id': url, url, name: title, isPartOf: { '@id': `${home}#website` } },
    { ...newsArticle(article), '@id': `${url}#article` },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: outlet.name, item: home },
        { '@type': 'ListItem', position: 2, name: article.section, item: `${home}section/${article.section}` },
      ],
    },
  ];
}

function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

function canonical({ url }: PublishedArticle): string {
  return `<link rel="canonical" href="${url}">`;
}

function openGraph(article: PublishedArticle): string {
  const { title, paragraphs, outlet, url, publishedAt, modifiedAt, section, byline } = article;
  const property = (name: string, content: string) => `<meta property="${name}" content="${escapeMarkup(content)}">`;
  return [
    canonical(article),
    `<meta name="description" content="${escapeMarkup(paragraphs[0] ?? '')}">`,
    `<meta name="author" content="${escapeMarkup(byline)}">`,
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', paragraphs[0] ?? ''),
    property('og:url', url),
    property('og:site_name', outlet.name),
    property('og:locale', `${outlet.lang}_${outlet.country}`),
    property('article:published_time', new Date(publishedAt).toISOString()),
    property('article:modified_time', new Date(modifiedAt).toISOString()),
    property('article:section', article.kind === 'opinion' ? 'Opinion' : section),
  ].join('\n');
}

function kicker({ kind }: PublishedArticle): string {
  if (kind === 'opinion') return '<p class="meta">Opinion</p>';
  return kind === 'live' ? '<p class="meta">Live</p>' : '';
}

function creditLine({ credit }: PublishedArticle): string {
  return credit === null ? '' : `<p class="meta">© ${escapeMarkup(credit)}</p>`;
}

function timeTag(at: number, attributes = ''): string {
  const iso = new Date(at).toISOString();
  return `<time datetime="${iso}"${attributes}>${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function paragraphTags(article: PublishedArticle): string {
  if (article.kind !== 'live') return article.paragraphs.map((text) => `<p>${escapeMarkup(text)}</p>`).join('\n');
  const [lead = '', ...posts] = article.paragraphs;
  const tags = posts.map((text, index) => {
    const at = article.publishedAt + (posts.length - index) * 900_000;
    return `<section class="live-post">${timeTag(at)}<p>${escapeMarkup(text)}</p></section>`;
  });
  return [`<p>${escapeMarkup(lead)}</p>`, ...tags].join('\n');
}

function plainBody(article: PublishedArticle): string {
  return `<main><article>
${kicker(article)}<h1>${escapeMarkup(article.title)}</h1>
<p class="meta byline">By ${escapeMarkup(article.byline)} · ${timeTag(article.publishedAt)}</p>
<div class="article-body">
${paragraphTags(article)}
</div>
${creditLine(article)}</article></main>`;
}

function microdataBody(article: PublishedArticle): string {
  return `<main><article itemscope itemtype="https://schema.org/${schemaType(article)}">
<meta itemprop="mainEntityOfPage" content="${article.url}">
${kicker(article)}<h1 itemprop="headline">${escapeMarkup(article.title)}</h1>
<p class="meta"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeMarkup(article.byline)}</span></span>
${timeTag(article.publishedAt, ' itemprop="datePublished"')}</p>
<div itemprop="articleBody">
${paragraphTags(article)}
</div>
${creditLine(article)}</article></main>`;
}
