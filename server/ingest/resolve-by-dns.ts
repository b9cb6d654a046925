// Resolves the names of feeds' hosts by asking DNS itself.
//
// Not by `dns.lookup`: that blocks one of Node's four threads for as long as a dead name server takes, and polling meets
// dead ones all the time, while answers wait for the same threads to be compressed. The hosts file and local names are
// left out by the way; no outlet is there.
import { promises as dns } from 'node:dns';
import type { Resolve } from './safe-connect.ts';

const TIMEOUT_MS = 3_000;
const TRIES = 2;

/** A dead name is met all the time and tells nothing of ours; a changed network is found out this soon. */
const RENEW_EVERY_MS = 5_000;

export type DnsRules = {
  /** As "address:port"; none are the system's. */
  readonly findServers: () => readonly string[];
  /** Milliseconds that never run backwards. */
  readonly ticks: () => number;
};

const SYSTEM: DnsRules = { findServers: () => [], ticks: () => performance.now() };

/** Its answer rejects when there is no address at all. */
export function createDnsResolve({ findServers, ticks }: DnsRules = SYSTEM): Resolve {
  let resolver = openResolver(findServers());
  let openedAt = ticks();
  return async (hostname) => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    if (v4.status === 'rejected' && v6.status === 'rejected') {
      // A resolver keeps the name servers that there were when it was made.
      if (ticks() - openedAt >= RENEW_EVERY_MS) {
        resolver = openResolver(findServers());
        openedAt = ticks();
      }
      throw v4.reason;
    }
    const addressesOf = (found: PromiseSettledResult<string[]>, family: number) =>
      found.status === 'fulfilled' ? found.value.map((address) => ({ address, family })) : [];
    return [...addressesOf(v4, 4), ...addressesOf(v6, 6)];
  };
}

function openResolver(servers: readonly string[]): dns.Resolver {
  const resolver = new dns.Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  if (servers.length > 0) resolver.setServers(servers);
  return resolver;
}
