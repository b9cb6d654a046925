// Redirectors and tracking links that contain their target in the address, as data: where it is and how it is encoded.

export type Redirector = {
  /** As returned by siteNameOf. */
  readonly site: string;
  /** Matches the host name, if only some of the site's hosts redirect. */
  readonly host?: RegExp;
  /** Matches the path. Without `parameters`, it is applied to path and query, and its first group is the target. */
  readonly path: RegExp;
  /** Query parameters that may hold the target; the first one present counts. */
  readonly parameters?: readonly string[];
  /** Decodes the target; null where it is not an address. */
  readonly code?: (written: string) => string | null;
};

const ANY = /^\//;

const LIST: readonly Redirector[] = [
  // Search
  { site: 'google', path: /^\/(?:url|imgres)$/, parameters: ['q', 'url', 'imgrefurl'] },
  {
    site: 'google',
    host: /^news\./,
    path: /^\/(?:rss\/|__i\/rss\/rd\/)?(?:articles|read)\/([\w-]+)/,
    code: readGoogleNews,
  },
  { site: 'bing.com', path: /^\/(?:ck\/a|news\/apiclick\.aspx)$/, parameters: ['u', 'url'], code: readBing },
  { site: 'duckduckgo.com', path: /^\/l\/?$/, parameters: ['uddg'] },
  { site: 'yahoo.com', host: /(?:^|\.)search\./, path: /\/RU=([^/]+)/ },
  { site: 'yandex.ru', path: /^\/turbo/, parameters: ['text'] },
  // Social
  { site: 'facebook.com', path: /^\/(?:l|flx\/warn)(?:\.php)?\/?$/, parameters: ['u'] },
  { site: 'messenger.com', host: /^l\./, path: ANY, parameters: ['u'] },
  { site: 'instagram.com', host: /^l\./, path: ANY, parameters: ['u'] },
  { site: 'threads.net', host: /^l\./, path: ANY, parameters: ['u'] },
  { site: 'threads.com', host: /^l\./, path: ANY, parameters: ['u'] },
  { site: 'reddit.com', host: /^out\./, path: ANY, parameters: ['url'] },
  { site: 'bsky.app', host: /^go\./, path: /^\/redirect$/, parameters: ['u'] },
  { site: 'linkedin.com', path: /^\/(?:redir\/redirect|safety\/go)\/?$/, parameters: ['url'] },
  { site: 'vk.com', path: /^\/away(?:\.php)?$/, parameters: ['to'] },
  { site: 'youtube.com', path: /^\/redirect$/, parameters: ['q'] },
  { site: 'umblr.com', path: /^\/redirect$/, parameters: ['z'] },
  { site: 't.me', path: /^\/iv$/, parameters: ['url'] },
  // Mail
  { site: 'outlook.com', host: /safelinks\.protection\./, path: ANY, parameters: ['url'] },
  { site: 'urldefense.com', path: /^\/v3\/__(.+?)__;/, code: readUrlDefense },
  { site: 'proofpoint.com', host: /^urldefense\./, path: /^\/v2\/url$/, parameters: ['u'], code: readProofpoint },
  { site: 'sophos.com', host: /\bprotection\./, path: ANY, parameters: ['u'], code: readBase64 },
  { site: 'cudasvc.com', host: /^linkprotect\./, path: /^\/url$/, parameters: ['a'] },
  // Newsletters
  { site: 'substack.com', path: /^\/redirect\/2\/([\w-]+)/, code: readRecord },
  { site: 'customeriomail.com', path: /^\/e\/c\/([\w-]+)/, code: readRecord },
  // Aggregators and affiliates
  { site: 'flipboard.com', path: /^\/redirect$/, parameters: ['url'] },
  { site: 'getpocket.com', path: /^\/redirect$/, parameters: ['url'] },
  { site: 'skimresources.com', host: /^go\./, path: ANY, parameters: ['url'] },
];

/** Newsletter senders count clicks at hosts of their own, with the whole target in one segment of the path. */
const ANYWHERE: readonly Redirector[] = [
  { site: '', path: /\/(aHR0c(?:HM6|Dov)L[\w-]+)(?:=|%3D)*(?:[/?]|$)/, code: readBase64 },
  { site: '', path: /\/(https?(?::|%3A)%2F%2F[^/?]+)/i },
];

const SITES: ReadonlySet<string> = new Set(LIST.map(({ site }) => site));

/** A quick test, since every link goes through it. */
export function mayRedirect(address: string, site: string): boolean {
  // Substrings that every match of ANYWHERE contains.
  return SITES.has(site) || address.includes('/aHR0c') || address.includes('%2F%2F') || address.includes('%2f%2f');
}

export function redirectorsOf(site: string): readonly Redirector[] {
  return [...LIST.filter((redirector) => redirector.site === site), ...ANYWHERE];
}

function readBase64(text: string): string | null {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  } catch {
    return null;
  }
}

/** A base64-encoded JSON record that contains one address, followed by a signature. */
function readRecord(written: string): string | null {
  const quoted = readBase64(written)?.match(/"https?:[^"\s]+"/)?.[0];
  try {
    return quoted === undefined ? null : JSON.parse(quoted);
  } catch {
    return null;
  }
}

/** `a1` marks an address in base64; links from its news carry a plain one. */
function readBing(written: string): string | null {
  return written.startsWith('a1') ? readBase64(written.slice(2)) : written;
}

/**
 * Until 2024 the code was a small protobuf record, with the address as its first text. Newer ones contain a key that only Google
 * can resolve.
 */
function readGoogleNews(written: string): string | null {
  return readBase64(written)?.match(/https?:\/\/[\x21-\x7e]+/)?.[0] ?? null;
}

/** Replaced characters appear as `*`, and are encoded after the address: then it is incomplete. */
function readUrlDefense(written: string): string | null {
  return written.includes('*') ? null : written.replace(/^(https?):\/+/i, '$1://');
}

/** `-` stands for `%`, and `_` for `/`. */
function readProofpoint(written: string): string | null {
  try {
    return decodeURIComponent(written.replaceAll('-', '%').replaceAll('_', '/'));
  } catch {
    return null;
  }
}
