// Serves real outlets at their real addresses from the corpora: a feed for each host, the articles' pages, saved pages.

import type { OutletPack } from '../../engine/schema.ts';
import { escapeMarkup } from '../../scripts/newsroom/escape-markup.ts';
import type { Answer, Override } from '../../scripts/newsroom/newsroom.ts';
import { type DatedArticle, readPageBytes, type SavedPage } from './real-corpora.ts';

const FEED_PATH = '/parallax-test-feed.xml';

type RealNews = {
  readonly articles: readonly DatedArticle[];
  readonly pages: readonly SavedPage[];
  readonly now: number;
};

const hostOf = (url: string) => new URL(url).hostname;
const pathOf = (url: string) => new URL(url).pathname + new URL(url).search;

export function serveRealNews({ articles, pages, now }: RealNews): Override {
  const answers = new Map<string, () => Answer>();
  for (const host of new Set(articles.map(({ url }) => hostOf(url)))) {
    const own = articles.filter(({ url }) => hostOf(url) === host);
    answers.set(host + FEED_PATH, () => xml(renderFeed(host, own, now)));
  }
  for (const article of articles) {
    answers.set(hostOf(article.url) + pathOf(article.url), () => html(renderArticle(article, now)));
  }
  for (const page of pages) answers.set(hostOf(page.url) + pathOf(page.url), () => savedPage(page));
  return (host, path) => answers.get(host + path)?.();
}

/** The real outlets, each under a name of its own, with the feed that this server has for them. */
export function realOutletPack(articles: readonly DatedArticle[]): OutletPack {
  const hosts = [...new Set(articles.map(({ url }) => hostOf(url)))].sort();
  return {
    format: 'parallax-outlets-1',
    name: 'Real outlets of the corpora',
    date: '2026-01-01',
    outlets: hosts.map((host) => ({
      id: `corpora-${host}` as OutletPack['outlets'][number]['id'],
      name: host,
      domains: [host.replace(/^www\./, '')],
      country: null,
      languages: ['en'],
      owner: null,
      ownership: 'unknown',
      type: 'unknown',
      feeds: [{ url: `https://${host}${FEED_PATH}` }],
    })),
  };
}

const xml = (body: string): Answer => ({ status: 200, headers: { 'content-type': 'application/rss+xml' }, body });
const html = (body: string): Answer => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });

function savedPage(page: SavedPage): Answer {
  const bytes = readPageBytes(page);
  const isUtf8 = new TextDecoder('utf-8').decode(bytes).includes('\uFFFD') === false;
  return { status: 200, headers: { 'content-type': isUtf8 ? 'text/html; charset=utf-8' : 'text/html' }, body: bytes };
}

const publishedAt = ({ hoursAgo }: DatedArticle, now: number) => new Date(now - hoursAgo * 3_600_000);

function renderFeed(host: string, articles: readonly DatedArticle[], now: number): string {
  const items = articles.map(
    (article) => `<item><title>${escapeMarkup(article.title)}</title><link>${escapeMarkup(article.url)}</link>
<pubDate>${publishedAt(article, now).toUTCString()}</pubDate><description>${escapeMarkup(article.body.slice(0, 300))}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link>
<description></description><language>en</language>${items.join('\n')}</channel></rss>`;
}

function renderArticle(article: DatedArticle, now: number): string {
  const paragraphs = article.body.match(/[^.!?]+[.!?]+(?:\s+[^.!?]+[.!?]+){0,2}/g) ?? [article.body];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeMarkup(article.title)}</title>
<link rel="canonical" href="${escapeMarkup(article.url)}"><meta property="og:type" content="article">
<meta property="og:title" content="${escapeMarkup(article.title)}">
<meta property="article:published_time" content="${publishedAt(article, now).toISOString()}"></head>
<body><main><article><h1>${escapeMarkup(article.title)}</h1>${paragraphs.map((text) => `<p>${escapeMarkup(text.trim())}</p>`).join('\n')}</article></main></body></html>`;
}
