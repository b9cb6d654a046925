// Decides which addresses may be fetched from their text alone; the addresses that a name resolves to are checked on connecting.
import { isIP } from 'node:net';

export type TargetRules = {
  /** Allowed ports besides 80 and 443. */
  readonly ports: readonly number[];
  readonly isAddressAllowed: (address: string) => boolean;
  /** The address that a relative one starts from. */
  readonly base?: string;
};

/** The address, or why it is refused. A numeric host is checked here because sockets resolve only names. */
export function parseTarget(
  text: string,
  { ports, isAddressAllowed, base }: TargetRules,
): URL | 'bad-address' | 'forbidden-address' {
  if (!URL.canParse(text, base)) return 'bad-address';
  const url = new URL(text, base);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isPort = url.port === '' || ports.includes(Number(url.port));
  if (!isWeb || url.username !== '' || url.password !== '' || !isPort) return 'bad-address';
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) !== 0 && !isAddressAllowed(literal) ? 'forbidden-address' : url;
}
