// Listens for HTTP and passes each request to the API, with limits on the duration and size of any request.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { ARTICLES_TIMEOUT_MS } from './api-config.ts';
import { CannotListen } from './cannot-listen.ts';
import type { Api } from './create-api.ts';

export type Listening = {
  readonly port: number;
  /** Lets running requests finish, then closes. */
  readonly close: () => Promise<void>;
};

export type ListeningOptions = {
  readonly host: string;
  readonly port: number;
  /** Told when a connection could not be accepted, for example because the process has too many files open. */
  readonly onFailure: (cause: unknown) => void;
  /** Tests shorten it. */
  readonly stalledMs?: number;
};

/** Longer than the usual 60 s of load balancers, so that they close first and never send into a closing connection. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_TIMEOUT_MS = 10_000;
const HEADER_BYTES_MAX = 16 * 1024;
/**
 * A connection that transfers nothing for this long is closed; longer than any answer takes to compute. Without it, a client that
 * stops reading would hold an answer and its connection for ever.
 */
const STALLED_MS = ARTICLES_TIMEOUT_MS + 30_000;
const CLOSE_TIMEOUT_MS = 10_000;
/** The host for request URLs that name none: load balancers call /ready by HTTP 1.0. */
const NO_HOST = 'localhost';

export async function serveApi(
  api: Pick<Api, 'fetch'>,
  { host, port, onFailure, stalledMs = STALLED_MS }: ListeningOptions,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => api.fetch(request, { peer: bindings.incoming.socket.remoteAddress }),
    hostname: NO_HOST,
    serverOptions: {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: ARTICLES_TIMEOUT_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
  }) as Server; // plain HTTP: no other kind of server was requested
  server.timeout = stalledMs;
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: Error) => reject(new CannotListen(cause));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      server.on('error', onFailure); // without a listener, the error would end the process
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const giveUp = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
  await closed;
  clearTimeout(giveUp);
}
