// A small local web for tests of fetchers: answers by host and path, and records requests.
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type WebAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sends the headers, then nothing more. */
  readonly isStalled?: boolean;
};

export type LocalWeb = {
  readonly port: number;
  /** "host/path", in order of arrival. */
  readonly asked: string[];
  readonly requests: http.IncomingMessage[];
  readonly close: () => Promise<void>;
};

export async function startLocalWeb(
  answer: (request: http.IncomingMessage, body: string) => WebAnswer | Promise<WebAnswer>,
): Promise<LocalWeb> {
  const asked: string[] = [];
  const requests: http.IncomingMessage[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push(`${(request.headers.host ?? '').replace(/:\d+$/, '')}${request.url}`);
    requests.push(request);
    const {
      status = 200,
      headers = {},
      body = '',
      isStalled = false,
    } = await answer(request, Buffer.concat(chunks).toString());
    response.writeHead(status, { ...headers });
    if (isStalled) response.flushHeaders();
    else response.end(body);
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
