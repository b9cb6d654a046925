// Decides which host represents an outlet in the raw data: the registrable domain, or the whole host if several outlets share it.

// Second-level labels under which names are registered, as far as they occur in the raw data.
const SECOND_LEVEL =
  /^(co|com|org|net|gov|gob|gouv|ac|edu|or|ne|go|rep|info|nom|id|web|media|press|idf|ltd|plc|me|sch|mil|tv)$/;

// Hosting and sharing services: an outlet there is identified by its exact host, and the service itself is not an outlet.
const PLATFORMS = new Set(
  [
    'acast.com allafrica.com allsides.com amazonaws.com anchor.fm archive.org azureedge.net baidu.com beehiiv.com',
    'blogger.com blogspot.com buzzsprout.com canalblog.com cloudfront.net disqus.com facebook.com fc2.com',
    'feedblitz.com feedburner.com feedly.com feedspot.com fetchrss.com ghost.io github.com github.io google.com',
    'herokuapp.com hnrss.org inoreader.com instagram.com jimdo.com libsyn.com livejournal.com medium.com',
    'megaphone.fm netlify.app newsblur.com nitter.net openrss.org over-blog.com pages.dev podbean.com politepol.com',
    'reddit.com rss.app rss.com rsshub.app rssing.com simplecast.com skmediatool.com soundcloud.com spreaker.com',
    'squarespace.com steamcommunity.com substack.com t.me tamedia.ch telegram.org townnews.com transistor.fm',
    'tumblr.com twitter.com typepad.com vercel.app vimeo.com webnode.com weebly.com wikipedia.org wix.com',
    'wixsite.com wn.com wor.jp wordpress.com x.com ycombinator.com youtube.com',
  ].flatMap((line) => line.split(' ')),
);

// Portals whose subdomains are outlets of their own.
const PORTALS = new Set(
  [
    'about.com abs-cbn.com alarabiya.net atresmedia.com azatutyun.am blesk.cz cbslocal.com centrum.cz daum.net',
    'detik.com esa.int francetelevisions.fr gazeta.pl gelocal.it globo.com go.com go.kr hotnews.md idnes.cz',
    'ig.com.br india.com indiatimes.com interia.pl iol.pt libero.it mediaset.it msn.com naver.com nih.gov',
    'nikkei.com onet.pl sapo.pt sky.com sme.sk terra.com.br un.org uol.com.br wp.pl yahoo.co.jp yahoo.com',
    'yomiuri.co.jp zoznam.sk',
  ].flatMap((line) => line.split(' ')),
);

// Subdomains that only say how the same outlet is served.
const SERVING =
  /^(www\d?|m|amp|mobile|wap|rss|feed|feeds|rssfeeds|xml|api|news|newsfeed|edition|beta|partner-feeds|cdn|static|app|web)\./;

/** The host of an address or bare host name, without `www.`; null if it is not a host name. */
export function findHost(address: string): string | null {
  if (/^[a-z]+:(?!\/\/|\d)/i.test(address)) return null;
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

/** The host that represents the outlet at `host`. */
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
