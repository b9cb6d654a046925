// The outlet id of any page: the registry's id, or `host:` and the host name for an unknown outlet.
import { OutletId } from '../ids.ts';
import { parseHost, toBareHost } from './host.ts';
import type { OutletDirectory } from './outlet-directory.ts';

const HOST_PREFIX = 'host:';

/** Null for anything but an http(s) URL. Unknown hosts keep their subdomain, since a blog is not its platform. */
export function resolveOutletId(directory: OutletDirectory, url: string): OutletId | null {
  const outlet = directory.find(url);
  if (outlet !== null) return outlet.id;
  const host = parseHost(url);
  return host === null ? null : toHostOutletId(host);
}

export function toHostOutletId(host: string): OutletId {
  return OutletId.parse(HOST_PREFIX + toBareHost(host));
}

/** The host of an id made by `toHostOutletId`; null for any other id or key. */
export function readHostOutletId(id: string): string | null {
  return id.startsWith(HOST_PREFIX) ? id.slice(HOST_PREFIX.length) : null;
}
