// The keys by which files name outlets: a registry id, a host name, or the address of its site.
import { isSharedHost, normalizeHost, parseAddress, toBareHost, type WebAddress } from './host.ts';

const KEY_MAX = 260;
const ID = /^[a-z0-9][a-z0-9._:/-]*$/;

/** The normalised key, hosts without www.; null for anything that cannot name an outlet, such as `__proto__`. */
export function parseOutletKey(written: string): string | null {
  const text = written.trim();
  if (text === '' || text.length > KEY_MAX) return null;
  if (/^https?:\/\//i.test(text)) {
    const address = parseAddress(text);
    return address === null ? null : toKeyOfAddress(address);
  }
  const lower = text.toLowerCase();
  if (ID.test(lower) && (lower.includes('/') || lower.includes(':') || !lower.includes('.'))) return lower;
  const host = text.includes('.') ? normalizeHost(text) : null;
  return host === null ? null : toBareHost(host);
}

/** Null for `https://medium.com/@someone`, which is not the platform, and whose rating must not reach all others who write there. */
function toKeyOfAddress({ host, pathname }: WebAddress): string | null {
  const bare = toBareHost(host);
  return isSharedHost(bare) && pathname !== '/' ? null : bare;
}
