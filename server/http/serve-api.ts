// Listens for HTTP and gives each question to the API, with limits on how long and how large a question may be at all.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { ARTICLES_TIMEOUT_MS } from './api-config.ts';
import { CannotListen } from './cannot-listen.ts';
import type { Api } from './create-api.ts';

export type Listening = {
  readonly port: number;
  /** Lets questions that are being answered end, then closes. */
  readonly close: () => Promise<void>;
};

/** Behind most load balancers' own 60 s, so that they close first and never send into a closing connection. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_TIMEOUT_MS = 10_000;
const HEADER_BYTES_MAX = 16 * 1024;
const CLOSE_TIMEOUT_MS = 10_000;

export async function serveApi(
  api: Pick<Api, 'fetch'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => api.fetch(request, { peer: bindings.incoming.socket.remoteAddress }),
    serverOptions: {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: ARTICLES_TIMEOUT_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
  }) as Server; // plain HTTP: no other kind of server was asked for
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new CannotListen(cause)));
    server.listen(port, host, resolve);
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
