// Decides which host name stands for an outlet in the raw data: the registrable domain, or the whole host where several outlets share one.

// Second levels under which names are registered, as far as the raw data has them.
const SECOND_LEVEL =
  /^(co|com|org|net|gov|gob|gouv|ac|edu|or|ne|go|rep|info|nom|id|web|media|press|idf|ltd|plc|me|sch|mil|tv)$/;

// Hosting and sharing services: an outlet there has its exact host, the service itself is never an outlet.
const PLATFORMS = new Set([
  'blogspot.com', 'wordpress.com', 'medium.com', 'substack.com', 'tumblr.com', 'typepad.com', 'livejournal.com', 'weebly.com', 'wixsite.com', 'wix.com',
  'squarespace.com', 'github.io', 'github.com', 'ghost.io', 'beehiiv.com', 'over-blog.com', 'canalblog.com', 'jimdo.com', 'webnode.com', 'facebook.com',
  'twitter.com', 'x.com', 'youtube.com', 'reddit.com', 'google.com', 'feedburner.com', 'nitter.net', 'libsyn.com', 'buzzsprout.com', 'podbean.com',
  'spreaker.com', 'simplecast.com', 'transistor.fm', 'megaphone.fm', 'soundcloud.com', 'disqus.com', 'archive.org', 'wikipedia.org', 'steamcommunity.com',
  'feedspot.com', 'rss.app', 'fetchrss.com', 'feedblitz.com', 'townnews.com', 'baidu.com', 'rss.com', 'acast.com', 'anchor.fm', 'instagram.com', 'telegram.org',
  't.me', 'hnrss.org', 'wn.com', 'wor.jp', 'skmediatool.com', 'tamedia.ch', 'allafrica.com', 'ycombinator.com', 'fc2.com', 'blogger.com', 'vimeo.com',
  'rssing.com', 'newsblur.com', 'inoreader.com', 'feedly.com', 'politepol.com', 'openrss.org', 'rsshub.app', 'pages.dev', 'netlify.app', 'vercel.app',
  'herokuapp.com', 'amazonaws.com', 'cloudfront.net', 'azureedge.net', 'allsides.com',
]); // biome-ignore format: a word list

// Portals whose subdomains are outlets of their own.
const PORTALS = new Set([
  'go.com', 'indiatimes.com', 'globo.com', 'uol.com.br', 'centrum.cz', 'zoznam.sk', 'sapo.pt', 'libero.it', 'cbslocal.com', 'un.org', 'india.com', 'yahoo.com',
  'yahoo.co.jp', 'msn.com', 'sme.sk', 'azatutyun.am', 'alarabiya.net', 'nih.gov', 'idnes.cz', 'gazeta.pl', 'blesk.cz', 'iol.pt', 'sky.com',
  'naver.com', 'daum.net', 'interia.pl', 'wp.pl', 'onet.pl', 'abs-cbn.com', 'detik.com', 'terra.com.br', 'ig.com.br', 'yomiuri.co.jp', 'nikkei.com',
  'francetelevisions.fr', 'mediaset.it', 'gelocal.it', 'hotnews.md', 'atresmedia.com', 'go.kr', 'about.com', 'esa.int',
]); // biome-ignore format: a word list

// Subdomains that only say how the same outlet is served.
const SERVING =
  /^(www\d?|m|amp|mobile|wap|rss|feed|feeds|rssfeeds|xml|api|news|newsfeed|edition|beta|partner-feeds|cdn|static|app|web)\./;

/** The host of an address or bare host name, without `www.`; null for what is not a host name. */
export function findHost(address: string): string | null {
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(address) ? address : `http://${address}`);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    const host = url.hostname.replace(/^www\d?\./, '');
    return /^[a-z0-9.-]+\.[a-z0-9-]{2,}$/.test(host) ? host : null;
  } catch {
    return null;
  }
}

export function toRegistrable(host: string): string {
  const parts = host.split('.');
  const isSecondLevel = parts.length > 2 && SECOND_LEVEL.test(parts.at(-2) ?? '') && (parts.at(-1) ?? '').length === 2;
  return parts.slice(isSecondLevel ? -3 : -2).join('.');
}

/** The host that the outlet at `host` is known by. */
export function toOutletHost(host: string): string {
  const domain = toRegistrable(host);
  if (PLATFORMS.has(domain)) return host;
  if (!PORTALS.has(domain)) return domain;
  const served = host.replace(SERVING, '');
  return served.endsWith(domain) ? (served === domain ? host : served) : domain;
}

/** True for hosts of services that carry other people's pages. */
export function isPlatform(host: string): boolean {
  return PLATFORMS.has(toRegistrable(host));
}
