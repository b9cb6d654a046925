// Opens the fetcher's connections to checked addresses only: what a name resolves to is checked before anything is sent.
//
// The check is in the resolver that the socket itself uses, so that there is no second resolution with another result (DNS
// rebinding). A name is refused if any of its addresses is forbidden.
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';

export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Redirects a name to another address, for tests and the sample newsroom; its certificate is not verified then. */
export type Detour = { readonly address: string; readonly port: number };

export type ConnectRules = {
  readonly resolve: Resolve;
  readonly isAddressAllowed: (address: string) => boolean;
  readonly findDetour: (url: { readonly protocol: string; readonly hostname: string }) => Detour | null;
};

export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

const CONNECT_TIMEOUT_MS = 10_000;

export function createSafeConnector({ resolve, isAddressAllowed, findDetour }: ConnectRules): buildConnector.connector {
  // biome-ignore lint/complexity/useMaxParams: Node calls it
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || !addresses.every(({ address }) => isAddressAllowed(address))) {
          callback(new ForbiddenAddress(`no public address: ${hostname}`), '');
        } else if (options.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (cause: unknown) => callback(cause instanceof Error ? cause : new Error('no answer'), ''),
    );
  };
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, allowH2: false, lookup });
  const connectDetour = buildConnector({ timeout: CONNECT_TIMEOUT_MS, allowH2: false, rejectUnauthorized: false });
  return (options, callback) => {
    const detour = findDetour(options);
    if (detour === null) connect(options, callback);
    else connectDetour({ ...options, hostname: detour.address, port: String(detour.port) }, callback);
  };
}
