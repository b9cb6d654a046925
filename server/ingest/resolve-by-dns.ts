// Resolves the names of feeds' hosts by asking DNS itself.
//
// Not by `dns.lookup`: that blocks one of Node's four threads for as long as a dead name server takes, and polling meets
// dead ones all the time, while answers wait for the same threads to be compressed. The hosts file and local names are
// left out by the way; no outlet is there.
import { promises as dns } from 'node:dns';
import type { Resolve } from './safe-connect.ts';

const TIMEOUT_MS = 3_000;
const TRIES = 2;

/** `servers` instead of the system's, as "address:port". Rejects when there is no address at all. */
export function createDnsResolve(servers: readonly string[] = []): Resolve {
  const resolver = new dns.Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  if (servers.length > 0) resolver.setServers(servers);
  return async (hostname) => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
    const addressesOf = (found: PromiseSettledResult<string[]>, family: number) =>
      found.status === 'fulfilled' ? found.value.map((address) => ({ address, family })) : [];
    return [...addressesOf(v4, 4), ...addressesOf(v6, 6)];
  };
}
