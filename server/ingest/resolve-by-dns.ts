// Resolves the hosts of feeds by querying DNS itself.
//
// Not with `dns.lookup`, which blocks one of Node's four threads for as long as a dead name server takes: polling meets dead ones
// all the time, and compressing answers needs the same threads. It also bypasses the hosts file and local names, where no outlet
// is.
import { promises as dns } from 'node:dns';
import type { Resolve } from './safe-connect.ts';

const TIMEOUT_MS = 3_000;
const TRIES = 2;

/** Failing names are common and say nothing about our own name servers; this is how soon a changed network is noticed. */
const RENEW_EVERY_MS = 5_000;

export type DnsRules = {
  /** As "address:port"; an empty list means those of the system. */
  readonly findServers: () => readonly string[];
  /** Monotonic milliseconds. */
  readonly ticks: () => number;
};

const SYSTEM: DnsRules = { findServers: () => [], ticks: () => performance.now() };

/** The returned function rejects when there is no address at all. */
export function createDnsResolve({ findServers, ticks }: DnsRules = SYSTEM): Resolve {
  let resolver = openResolver(findServers());
  let openedAt = ticks();
  return async (hostname) => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    if (v4.status === 'rejected' && v6.status === 'rejected') {
      // A resolver keeps the name servers that were configured when it was created.
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
