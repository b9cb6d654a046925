// The news of a device's feeds: an invented stream of articles, distributed over the outlets, and feeds that list the latest.
import { toArticleId } from '../../../engine/ids.ts';
import type { ClusterArticle } from '../../../engine/ports.ts';
import { OutletPack } from '../../../engine/schema.ts';
import { escapeMarkup } from '../../newsroom/escape-markup.ts';
import type { Override } from '../../newsroom/newsroom.ts';
import { inventStream } from '../invented-stream.ts';

const FEEDS = 120;
const LISTED = 30;
const LEAD_WORDS = 45; // a feed's summary
const FEED_PATH = '/feed.xml';

const hostOf = (outlet: number) => `outlet-${outlet}.test`;

export const DEVICE_FEEDS: readonly string[] = Array.from(
  { length: FEEDS },
  (_, n) => `https://${hostOf(n)}${FEED_PATH}`,
);

export function deviceOutletPack(): OutletPack {
  return OutletPack.parse({
    format: 'parallax-outlets-1',
    name: 'Outlets of a full device (invented)',
    date: '2026-01-01',
    outlets: DEVICE_FEEDS.map((url, n) => ({
      id: `device-${n}`,
      name: `Outlet ${n}`,
      domains: [hostOf(n)],
      country: null,
      languages: ['en'],
      owner: null,
      ownership: 'unknown',
      type: 'unknown',
      feeds: [{ url }],
    })),
  });
}

export type DeviceNews = {
  /** Generates articles up to `until`, spread over the days before it. */
  readonly past: (wish: { readonly count: number; readonly until: number; readonly days: number }) => ClusterArticle[];
  /** Generates further articles that are published now. */
  readonly publish: (count: number, now: number) => readonly ClusterArticle[];
  /** Serves the feeds in their current state, and the pages of the articles that they list. */
  readonly serve: Override;
};

export function createDeviceNews(): DeviceNews {
  const stream = inventStream({ leadWords: LEAD_WORDS });
  const listed = DEVICE_FEEDS.map((): ClusterArticle[] => []);
  let published = 0;

  function next(publishedAt: number): ClusterArticle {
    const { value } = stream.next();
    const outlet = published % FEEDS;
    published += 1;
    const url = `https://${hostOf(outlet)}/news/an-invented-story-${published}`;
    const outletId = `device-${outlet}` as ClusterArticle['outletId'];
    const at = Math.floor(publishedAt / 1000) * 1000; // feeds have times in seconds
    const article = { ...value, id: toArticleId(url), url, outletId, publishedAt: at, firstSeenAt: at };
    listed[outlet] = [article, ...(listed[outlet] ?? [])].slice(0, LISTED);
    return article;
  }

  return {
    past: ({ count, until, days }) =>
      Array.from({ length: count }, (_, n) => next(until - ((count - n) / count) * days * 86_400_000)),
    publish: (count, now) => Array.from({ length: count }, () => next(now)),
    serve(host, path) {
      const outlet = Number(/^outlet-(\d+)\.test$/.exec(host)?.[1]);
      const own = listed[outlet];
      if (own === undefined) return undefined;
      if (path === FEED_PATH)
        return { status: 200, headers: { 'content-type': 'application/rss+xml' }, body: renderFeed(own) };
      const article = own.find(({ url }) => new URL(url).pathname === path);
      if (article !== undefined) return html(renderArticle(article));
      return path === '/' ? html(renderFront(listed.flatMap(([latest]) => latest ?? []))) : { status: 404 };
    },
  };
}

const html = (body: string) => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });

function renderFeed(articles: readonly ClusterArticle[]): string {
  const items = articles.map(
    ({ title, url, lead, publishedAt }) => `<item><title>${escapeMarkup(title)}</title><link>${url}</link>
<pubDate>${new Date(publishedAt ?? 0).toUTCString()}</pubDate><description>${escapeMarkup(lead)}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Invented</title><link>https://outlet-0.test/</link>
<description></description><language>en</language>${items.join('\n')}</channel></rss>`;
}

function renderArticle({ title, url, lead, publishedAt }: ClusterArticle): string {
  const paragraph = `<p>${escapeMarkup(lead)}.</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title>
<link rel="canonical" href="${url}"><meta property="og:type" content="article">
<meta property="og:title" content="${escapeMarkup(title)}">
<meta property="article:published_time" content="${new Date(publishedAt ?? 0).toISOString()}"></head>
<body><main><article><h1>${escapeMarkup(title)}</h1>${paragraph.repeat(5)}</article></main></body></html>`;
}

function renderFront(articles: readonly ClusterArticle[]): string {
  const links = articles.map(
    ({ title, url }) => `<article><h3><a href="${url}">${escapeMarkup(title)}</a></h3></article>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Outlet</title></head>
<body><main>${links.join('\n')}</main></body></html>`;
}
