// A rating pack's entries by outlet id. Packs use ids or, where people wrote them, host names.
import type { OutletId } from '../ids.ts';
import type { Outlet, RatingPack } from '../schema.ts';
import { normalizeHost, toBareHost } from './host.ts';
import type { OutletDirectory } from './outlet-directory.ts';
import { readHostOutletId, toHostOutletId } from './resolve-outlet-id.ts';

type Entry = RatingPack['values'][string];

type HostEntry = { readonly id: OutletId; readonly entry: Entry; readonly isOwn: boolean; readonly labels: number };

/**
 * An entry for an outlet's id takes precedence over entries for its hosts; of these, one of the outlet's own domains, then the host
 * with the fewest labels, then the first: a rating of `blogs.cnn.example` is not one of `cnn.example`.
 */
export function readPackEntries(
  { values }: Pick<RatingPack, 'values'>,
  directory: OutletDirectory,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const byHost: HostEntry[] = [];
  for (const [key, entry] of Object.entries(values)) {
    if (directory.get(key) !== null || readHostOutletId(key) !== null) entries.set(key, entry);
    else {
      const host = normalizeHost(key);
      if (host === null) continue;
      const outlet = directory.findByHost(host);
      const isOwn = outlet !== null && isOwnDomain(outlet, host);
      byHost.push({ id: outlet?.id ?? toHostOutletId(host), entry, isOwn, labels: host.split('.').length });
    }
  }
  byHost.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.labels - b.labels);
  for (const { id, entry } of byHost) if (!entries.has(id)) entries.set(id, entry);
  return entries;
}

function isOwnDomain({ domains }: Outlet, host: string): boolean {
  const bare = toBareHost(host);
  return domains.some((domain) => {
    const own = normalizeHost(domain.replace(/^=/, '')); // null for a rule with a path
    return own !== null && toBareHost(own) === bare;
  });
}
