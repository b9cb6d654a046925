// A rating pack's entries by outlet id. Packs use ids or, where people wrote them, host names.
import type { OutletId } from '../ids.ts';
import type { RatingPack } from '../schema.ts';
import { normalizeHost } from './host.ts';
import type { OutletDirectory } from './outlet-directory.ts';
import { readHostOutletId, toHostOutletId } from './resolve-outlet-id.ts';

type Entry = RatingPack['values'][string];

/** An entry for an outlet's id takes precedence over entries for its hosts. */
export function readPackEntries(
  { values }: Pick<RatingPack, 'values'>,
  directory: OutletDirectory,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const byHost: [OutletId, Entry][] = [];
  for (const [key, entry] of Object.entries(values)) {
    if (directory.get(key) !== null || readHostOutletId(key) !== null) entries.set(key, entry);
    else {
      const host = normalizeHost(key);
      if (host !== null) byHost.push([directory.findByHost(host)?.id ?? toHostOutletId(host), entry]);
    }
  }
  for (const [id, entry] of byHost) if (!entries.has(id)) entries.set(id, entry);
  return entries;
}
