// Parses the address of a Parallax server that a person typed or an organisation set.
import { err, ok, type Result } from '../../../engine/result.ts';

export type ServerAddress = {
  /** With a slash at its end; the API's paths are relative to it. */
  readonly base: string;
  readonly host: string;
  /** The match pattern of the host permission: this host and no other. */
  readonly origin: string;
};

/** `not-secure`: over plain http others could read what is asked, except at this machine's own address. */
export type AddressProblem = 'malformed' | 'not-secure';

const ADDRESS_MAX = 500;

export function parseServerAddress(text: string): Result<ServerAddress, AddressProblem> {
  const written = text.trim();
  const given = /^[a-z]+:\/\//i.test(written) ? written : `https://${written}`;
  if (written === '' || written.length > ADDRESS_MAX || !URL.canParse(given)) return err('malformed');
  const { protocol, hostname, host, username, password, pathname, search, hash } = new URL(given);
  if (hostname === '' || username !== '' || password !== '' || search !== '' || hash !== '') return err('malformed');
  if (hostname.includes('*')) return err('malformed'); // as a permission it would stand for other hosts
  if (protocol !== 'https:' && protocol !== 'http:') return err('malformed');
  if (protocol === 'http:' && !isThisMachine(hostname)) return err('not-secure');
  return ok({
    base: `${protocol}//${host}${pathname.endsWith('/') ? pathname : `${pathname}/`}`,
    host,
    origin: `${protocol}//${hostname}/*`,
  });
}

function isThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d+){3}$/.test(hostname) ||
    hostname === '[::1]'
  );
}
