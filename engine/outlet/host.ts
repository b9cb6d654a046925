// Host names as keys of outlets: normalised, without www., m., mobile. and amp.; and hosts whose subdomains belong to strangers.

const HOST_MAX = 253;
const PLAIN_HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const VARIANT_LABELS = ['www.', 'm.', 'mobile.', 'amp.'];

/**
 * Hosts under which strangers publish: a pack's rule for one of them never covers its subdomains. Public suffixes are listed because
 * users may import rules for them. An outlet on such a host is listed by its full name, which works as usual. Not the whole Public
 * Suffix List: with 230 kB it is larger than the registry of outlets.
 */
const SHARED_HOSTS: ReadonlySet<string> = new Set(
  [
    'blogspot.com blogger.com wordpress.com substack.com medium.com tumblr.com livejournal.com ghost.io beehiiv.com typepad.com',
    'over-blog.com canalblog.com hatenablog.com blog.jp fc2.com ameblo.jp tistory.com naver.com egloos.com weebly.com wixsite.com',
    'squarespace.com webflow.io jimdosite.com jimdofree.com neocities.org notion.site framer.app carrd.co',
    'github.io gitlab.io pages.dev workers.dev netlify.app vercel.app herokuapp.com appspot.com web.app firebaseapp.com',
    'amazonaws.com cloudfront.net azurewebsites.net onrender.com fly.dev cdn.ampproject.org ampproject.org translate.goog',
    'co.uk org.uk ac.uk gov.uk me.uk ltd.uk plc.uk net.uk com.au net.au org.au edu.au gov.au co.nz org.nz net.nz govt.nz',
    'co.za org.za co.in org.in net.in gov.in co.jp or.jp ne.jp ac.jp go.jp co.kr or.kr go.kr com.br org.br net.br gov.br',
    'com.ar org.ar com.mx org.mx gob.mx com.co com.pe com.ve com.uy com.py com.bo com.ec com.cn org.cn net.cn gov.cn',
    'com.hk org.hk com.tw org.tw com.sg com.my com.ph com.vn com.pk com.bd com.np com.tr org.tr com.ua com.pl net.pl org.pl',
    'co.il org.il co.id or.id co.th or.th in.th co.ke or.ke com.ng org.ng com.gh co.tz co.ug co.zw co.zm com.eg com.sa com.lb',
    'com.mt com.cy com.gr com.pt com.es org.es com.ru org.ru com.fr co.at or.at co.hu com.ro com.hr co.rs',
  ].flatMap((line) => line.split(' ')),
);

/** Whether subdomains of this host belong to strangers, so that its outlet's rules must not cover them. */
export function isSharedHost(host: string): boolean {
  return SHARED_HOSTS.has(host) || !host.includes('.');
}

/** The host of an http(s) URL: lower case, punycode, without port and trailing dot; null for any other text. */
export function parseHost(url: string): string | null {
  return parseAddress(url)?.host ?? null;
}

export type WebAddress = { readonly host: string; readonly pathname: string };

export function parseAddress(url: string): WebAddress | null {
  let parsed: URL;
  try {
    parsed = new URL(url); // URL.canParse first would parse every address twice
  } catch {
    return null;
  }
  const { protocol, hostname, pathname } = parsed;
  const host = protocol === 'http:' || protocol === 'https:' ? toPlainHost(hostname) : null;
  return host === null ? null : { host, pathname };
}

/** Normalises a host written by a person (`WWW.Bücher.Example.`, `example.org:8080`); null when it is not a host. */
export function normalizeHost(written: string): string | null {
  if (PLAIN_HOST.test(written) && written.length <= HOST_MAX && !/[\d]$/.test(written)) return written;
  if (/[/?#@\\\s]/.test(written.trim())) return null;
  return parseHost(`http://${written.trim()}`);
}

function toPlainHost(hostname: string): string | null {
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  return host.length > 0 && host.length <= HOST_MAX ? host : null;
}

/** The host without labels that only select a layout: `www.m.example.org` → `example.org`, but `m.blogspot.com` is a blog. */
export function toBareHost(host: string): string {
  for (const label of VARIANT_LABELS) {
    if (!host.startsWith(label)) continue;
    const rest = host.slice(label.length);
    const isLayout = label === 'www.' ? rest.includes('.') : !isSharedHost(rest);
    return isLayout ? toBareHost(rest) : host;
  }
  return host;
}
