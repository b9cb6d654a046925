// Fetches from hosts that strangers choose without being abused: checked addresses, few redirects, limits on time and size.
//
//   URL ─▶ http(s)? port? no user:password ─▶ resolve, all addresses public? ─▶ GET ─▶ 3xx: again, at most 5 times
//                                                                               └─▶ body ≤ limit ─▶ decompressed ≤ limit
//
// Only ports 80 and 443 unless the operator adds some: feeds on other ports are rare (none in the registry), and on a public host
// those belong to mail, databases and consoles that a redirect could make us talk to. No cookies, no referrer, one request per
// connection: a host is asked at most twice a minute, so nothing would be reused.
import { Agent, type Dispatcher, request as send } from 'undici';
import { err, ok, type Result } from '../../engine/result.ts';
import { decodeBytes } from '../../engine/text/decode-bytes.ts';
import { startTimeout } from '../start-timeout.ts';
import { ACCEPTED_ENCODINGS, decodeBody, type IfTruncated } from './decode-body.ts';
import { parseTarget } from './parse-target.ts';
import { isPublicAddress } from './public-address.ts';
import { createDnsResolve } from './resolve-by-dns.ts';
import { type ConnectRules, createSafeConnector, ForbiddenAddress } from './safe-connect.ts';

export type SafeFailure = {
  readonly reason:
    | 'bad-address'
    | 'forbidden-address'
    | 'too-many-redirects'
    | 'too-large'
    | 'bad-encoding'
    | 'timeout'
    | 'network'
    | 'aborted';
};

export type SafeAnswer = {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly finalUrl: string;
  /** Empty unless the status is 2xx: an error page that is large or broken must not cost the status and Retry-After. */
  readonly body: Uint8Array;
};

export type SafeRequest = {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a POST form, whose redirects are not followed. */
  readonly form?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** From the request to the last byte, redirects included. */
  readonly timeoutMs: number;
  /** Limit for the body, both as transferred and decompressed. */
  readonly bytesMax: number;
  /** Whether a body whose compression is cut off is read as far as it goes (the default) or is a bad encoding. */
  readonly ifTruncated?: IfTruncated;
};

export type SafeFetch = {
  fetch(request: SafeRequest): Promise<Result<SafeAnswer, SafeFailure>>;
  close(): Promise<void>;
};

export type SafeFetchRules = Partial<ConnectRules> & {
  readonly userAgent: string;
  /** Allowed ports besides 80 and 443. */
  readonly ports?: readonly number[];
};

const REDIRECTS_MAX = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const HEADER_BYTES_MAX = 32 * 1024;

export function createSafeFetch(rules: SafeFetchRules): SafeFetch {
  const { resolve = createDnsResolve(), isAddressAllowed = isPublicAddress, findDetour = () => null } = rules;
  const agent = new Agent({
    connect: createSafeConnector({ resolve, isAddressAllowed, findDetour }),
    maxHeaderSize: HEADER_BYTES_MAX,
  });
  const targets = { ports: rules.ports ?? [], isAddressAllowed };

  async function follow(request: SafeRequest, signal: AbortSignal): Promise<Result<SafeAnswer, SafeFailure>> {
    let target = parseTarget(request.url, targets);
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      if (typeof target === 'string') return err({ reason: target });
      const response = await ask(target, { agent, request, signal, userAgent: rules.userAgent });
      const location = response.headers.location;
      if (REDIRECTS.includes(response.statusCode) && typeof location === 'string' && request.form === undefined) {
        discard(response);
        target = parseTarget(readHeader(location), { ...targets, base: target.href });
        continue;
      }
      return await readAnswer(response, { finalUrl: target.href, request });
    }
    return err({ reason: 'too-many-redirects' });
  }

  return {
    async fetch(request) {
      const timeout = startTimeout(request.timeoutMs);
      try {
        return await follow(request, AbortSignal.any([request.signal, timeout]));
      } catch (cause) {
        if (request.signal.aborted) return err({ reason: 'aborted' });
        if (timeout.aborted) return err({ reason: 'timeout' });
        return err({ reason: isForbidden(cause) ? 'forbidden-address' : 'network' });
      }
    },
    close: () => agent.destroy(),
  };
}

/** Bytes of a header arrive as Latin-1, one character each; outlets write letters of other alphabets in UTF-8. */
const readHeader = (value: string): string => decodeBytes(Buffer.from(value, 'latin1'), null);

type Asking = {
  readonly agent: Agent;
  readonly request: SafeRequest;
  readonly signal: AbortSignal;
  readonly userAgent: string;
};

function ask(url: URL, { agent, request, signal, userAgent }: Asking): Promise<Dispatcher.ResponseData> {
  const { form, headers, timeoutMs } = request;
  return send(url, {
    dispatcher: agent,
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      ...headers,
      'user-agent': userAgent,
      'accept-encoding': ACCEPTED_ENCODINGS,
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: form === undefined ? null : new URLSearchParams(form).toString(),
    signal,
    reset: true,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}

async function readAnswer(
  response: Dispatcher.ResponseData,
  { finalUrl, request }: { readonly finalUrl: string; readonly request: SafeRequest },
): Promise<Result<SafeAnswer, SafeFailure>> {
  const { statusCode: status, headers, body } = response;
  const { bytesMax, ifTruncated = 'keep' } = request;
  const read = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : (value?.[0] ?? null);
  };
  const head = { status, headers: { get: read }, finalUrl };
  if (status < 200 || status >= 300) {
    discard(response);
    return ok({ ...head, body: new Uint8Array() });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > bytesMax) {
      body.destroy();
      return err({ reason: 'too-large' });
    }
    chunks.push(chunk);
  }
  const decoded = await decodeBody(Buffer.concat(chunks), {
    encoding: read('content-encoding'),
    bytesMax,
    ifTruncated,
  });
  return decoded.ok ? ok({ ...head, body: decoded.value }) : decoded;
}

/** Closes the connection too, instead of waiting for the rest of the answer. */
function discard(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => {});
  response.body.destroy();
}

/** When a socket has tried several addresses, their errors are in an AggregateError. */
function isForbidden(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.some(isForbidden);
  return cause instanceof ForbiddenAddress || (cause instanceof Error && isForbiddenCause(cause));
}

const isForbiddenCause = ({ cause }: Error): boolean => cause instanceof ForbiddenAddress;
