// A sample outlet's feed in its own format: RSS 2.0, Atom, RDF (RSS 1.0), JSON Feed or a news sitemap.
import { escapeMarkup } from './escape-markup.ts';
import type { PublishedArticle } from './issue-of-the-day.ts';
import type { FeedTemplate, SampleOutlet } from './sample-outlet.ts';

export type FeedDocument = { readonly contentType: string; readonly text: string };

type Render = (outlet: SampleOutlet, articles: readonly PublishedArticle[]) => string;

const NOTE = 'Invented sample content: nothing here has happened.';

const FORMATS: Readonly<Record<FeedTemplate, { readonly contentType: string; readonly render: Render }>> = {
  rss: { contentType: 'application/rss+xml; charset=utf-8', render: renderRss },
  atom: { contentType: 'application/atom+xml; charset=utf-8', render: renderAtom },
  rdf: { contentType: 'application/rdf+xml; charset=utf-8', render: renderRdf },
  'json-feed': { contentType: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
  'news-sitemap': { contentType: 'application/xml; charset=utf-8', render: renderNewsSitemap },
};

export function renderFeed(outlet: SampleOutlet, articles: readonly PublishedArticle[]): FeedDocument {
  const { contentType, render } = FORMATS[outlet.feed.template];
  return { contentType, text: render(outlet, articles) };
}

const iso = (at: number) => new Date(at).toISOString();
const summaryOf = ({ paragraphs }: PublishedArticle) => paragraphs.slice(0, 2).join(' ');

/** Adds tracking parameters as feeds do, which are not part of the article's address. */
const tracked = (url: string) => escapeMarkup(`${url}?utm_source=rss&utm_medium=feed`);

function renderRss(outlet: SampleOutlet, articles: readonly PublishedArticle[]): string {
  const items = articles.map(
    (article) => `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${tracked(article.url)}</link>
<guid isPermaLink="false">${outlet.id}:${article.slug}</guid>
<pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>
<dc:creator>${escapeMarkup(article.byline)}</dc:creator>
<category>${escapeMarkup(article.kind === 'opinion' ? 'Opinion' : article.section)}</category>
<description><![CDATA[<p>${escapeMarkup(summaryOf(article))}</p>]]></description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escapeMarkup(outlet.name)}</title>
<link>https://${outlet.host}/</link>
<description>${NOTE}</description>
<language>${outlet.lang}</language>
<ttl>15</ttl>
${items.join('\n')}
</channel>
</rss>
`;
}

function renderAtom(outlet: SampleOutlet, articles: readonly PublishedArticle[]): string {
  const entries = articles.map(
    (article) => `<entry>
<id>tag:${outlet.host},2000:${article.slug}</id>
<title type="html">${escapeMarkup(escapeMarkup(article.title))}</title>
<link rel="alternate" type="text/html" href="${article.url}"/>
<published>${iso(article.publishedAt)}</published>
<updated>${iso(article.modifiedAt)}</updated>
<author><name>${escapeMarkup(article.byline)}</name></author>
<category term="${escapeMarkup(article.kind === 'opinion' ? 'opinion' : article.section)}"/>
<summary type="text">${escapeMarkup(summaryOf(article))}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}">
<id>https://${outlet.host}/</id>
<title>${escapeMarkup(outlet.name)}</title>
<subtitle>${NOTE}</subtitle>
<link rel="alternate" href="https://${outlet.host}/"/>
<link rel="self" href="https://${outlet.host}${outlet.feed.path}"/>
<updated>${iso(Math.max(0, ...articles.map((article) => article.modifiedAt)))}</updated>
${entries.join('\n')}
</feed>
`;
}

function renderRdf(outlet: SampleOutlet, articles: readonly PublishedArticle[]): string {
  const items = articles.map(
    (article) => `<item rdf:about="${article.url}">
<title>${escapeMarkup(article.title)}</title>
<link>${article.url}</link>
<description>${escapeMarkup(summaryOf(article))}</description>
<dc:date>${iso(article.publishedAt)}</dc:date>
<dc:creator>${escapeMarkup(article.byline)}</dc:creator>
<dc:subject>${escapeMarkup(article.section)}</dc:subject>
</item>`,
  );
  const order = articles.map(({ url }) => `<rdf:li rdf:resource="${url}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://${outlet.host}${outlet.feed.path}">
<title>${escapeMarkup(outlet.name)}</title>
<link>https://${outlet.host}/</link>
<description>${NOTE}</description>
<dc:language>${outlet.lang}</dc:language>
<items><rdf:Seq>${order.join('')}</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`;
}

function renderJsonFeed(outlet: SampleOutlet, articles: readonly PublishedArticle[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    description: NOTE,
    home_page_url: `https://${outlet.host}/`,
    feed_url: `https://${outlet.host}${outlet.feed.path}`,
    language: outlet.lang,
    items: articles.map((article) => ({
      id: article.slug,
      url: article.url,
      title: article.title,
      content_html: `<p>${escapeMarkup(summaryOf(article))}</p>`,
      date_published: iso(article.publishedAt),
      date_modified: iso(article.modifiedAt),
      authors: [{ name: article.byline }],
      tags: [article.kind === 'opinion' ? 'opinion' : article.section],
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function renderNewsSitemap(outlet: SampleOutlet, articles: readonly PublishedArticle[]): string {
  const urls = articles.map(
    (article) => `<url>
<loc>${article.url}</loc>
<lastmod>${iso(article.modifiedAt)}</lastmod>
<news:news>
<news:publication><news:name>${escapeMarkup(outlet.name)}</news:name><news:language>${outlet.lang}</news:language></news:publication>
<news:publication_date>${iso(article.publishedAt)}</news:publication_date>
<news:title>${escapeMarkup(article.title)}</news:title>
</news:news>
</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${NOTE} -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls.join('\n')}
</urlset>
`;
}
