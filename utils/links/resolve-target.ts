// Where a link finally leads, as far as its address shows: redirectors and tracking links contain their target.
//
//   https://www.google.com/url?q=https://courier.test/a%3Futm_source%3Dx  →  https://courier.test/a
//
// Nothing is fetched. Short links (t.co, bit.ly) contain no target and stay as they are.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import { type Redirector, redirectorsOf } from './redirectors.ts';
import { siteNameOf } from './site-name.ts';

/** The deepest seen is a mail filter around a tracking link around a cache; anything deeper is malicious. */
const NESTING_MAX = 4;
/** As in canonical-url, in characters: longer addresses are data. */
const ADDRESS_MAX = 16_384;

/** The canonical address that a link leads to; null for anything that is not a web page. */
export function resolveTarget(address: string, base?: string): string | null {
  if (address.length > ADDRESS_MAX || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return canonicalizeUrl((unwrapRedirects(url) ?? url).href);
}

/** The page that a redirector's address contains, through nested redirectors too; null for any other address. */
export function unwrapRedirects(url: URL): URL | null {
  let found: URL | null = null;
  for (let depth = 0; depth < NESTING_MAX; depth++) {
    const inner = unwrapOnce(found ?? url);
    if (inner === null) break;
    found = inner;
  }
  return found;
}

function unwrapOnce(url: URL): URL | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  for (const redirector of redirectorsOf(siteNameOf(url.hostname))) {
    if (redirector.host?.test(url.hostname) === false) continue;
    const written = readWritten(url, redirector);
    const target = parseTarget(redirector.code === undefined || written === '' ? written : redirector.code(written));
    if (target !== null) return target;
  }
  return null;
}

/** The encoded target; empty if there is none. */
function readWritten(url: URL, { path, parameters, code }: Redirector): string {
  if (parameters === undefined) {
    const part = path.exec(url.pathname + url.search)?.[1] ?? '';
    return code === undefined ? decodePart(part) : part;
  }
  if (!path.test(url.pathname)) return '';
  return parameters.map((name) => url.searchParams.get(name) ?? '').find((value) => value !== '') ?? '';
}

/** Accepts complete web addresses only, no paths, scripts or addresses without a scheme. */
function parseTarget(text: string | null): URL | null {
  if (text === null || text.length > ADDRESS_MAX) return null;
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.hostname.includes('.') ? url : null;
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
