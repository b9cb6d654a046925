// Finds the address that a request comes from; X-Forwarded-For is trusted only as far as trusted proxies wrote it.
//
// Each proxy appends the address that called it, so the list is read from the right:
//
//   X-Forwarded-For: 203.0.113.9, 198.51.100.4     and the connection comes from 10.0.0.2
//                    ▲ written by the client?      ▲ written by 10.0.0.2, if that is our proxy
//
// With one trusted proxy the client is 198.51.100.4; anyone can make up the entries further left.
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Address, number];

/** Either the number of proxies in a row, or the networks that they are in. */
export type TrustedProxies =
  | { readonly by: 'count'; readonly count: number }
  | { readonly by: 'network'; readonly networks: readonly Network[] };

export const NO_PROXY: TrustedProxies = { by: 'count', count: 0 };

/** Accepts "2", or "10.0.0.0/8, 2001:db8::/32, 192.0.2.7"; null for anything else. */
export function parseTrustedProxies(text: string): TrustedProxies | null {
  const trimmed = text.trim();
  if (trimmed === '') return NO_PROXY;
  if (/^\d{1,2}$/.test(trimmed)) return { by: 'count', count: Number(trimmed) };
  const networks: Network[] = [];
  for (const part of trimmed.split(',')) {
    const network = parseNetwork(part.trim());
    if (network === null) return null;
    networks.push(network);
  }
  return { by: 'network', networks };
}

function parseNetwork(written: string): Network | null {
  const [host = '', length] = written.split('/');
  const address = parseAddress(host);
  if (address === null) return null;
  const most = address.kind() === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  return bits <= most ? [address, bits] : null;
}

export type Caller = {
  /** Address of the connection itself; null where the host does not know it. */
  readonly peer: string | null;
  readonly forwardedFor: string | undefined;
};

/** Null when it cannot be determined: such callers share one allowance. */
export function findClientAddress({ peer, forwardedFor }: Caller, trust: TrustedProxies): Address | null {
  let client = peer === null ? null : parseAddress(peer);
  if (client === null) return null;
  const written = forwardedFor === undefined ? [] : forwardedFor.split(',');
  for (let hop = 0; written.length > 0 && isTrusted(trust, { address: client, hop }); hop++) {
    const before = parseAddress(written.pop() ?? '');
    if (before === null) return client; // an unreadable entry: stop at the proxy that passed it on
    client = before;
  }
  return client;
}

type Hop = { readonly address: Address; readonly hop: number };

function isTrusted(trust: TrustedProxies, { address, hop }: Hop): boolean {
  if (trust.by === 'count') return hop < trust.count;
  return trust.networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

/** Also accepts a port or brackets, as some proxies write them; an IPv4-mapped IPv6 address becomes IPv4. */
function parseAddress(written: string): Address | null {
  const text = written.trim();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  // The library also accepts "1" and "0x7f.1", which no proxy writes.
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(bare) && !bare.includes(':')) return null;
  try {
    return ipaddr.process(bare);
  } catch {
    return null;
  }
}

/** What counts as one client: an IPv4 address, or the /64 of an IPv6 address, since a household usually gets a whole /64. */
export function toClientName(address: Address | null): string {
  if (address === null) return '-';
  if (address.kind() === 'ipv4') return address.toString();
  return address
    .toByteArray()
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** This machine and private networks, where the operator's own programs run. */
export function isOwnNetwork(peer: string | null): boolean {
  const address = peer === null ? null : parseAddress(peer);
  return address !== null && ['loopback', 'private', 'uniqueLocal', 'linkLocal'].includes(address.range());
}
