// Answers that arrived while the process was busy: they are read instead of counting as late.
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openHttpEncoder } from '../../../server/encoder/http-encoder.ts';
import { createSafeFetch } from '../../../server/ingest/safe-fetch.ts';
import { startTimeout } from '../../../server/start-timeout.ts';

const TIMEOUT_MS = 1500;
const running = new AbortController().signal;

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

function beBusy(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Its answer has left when the process becomes busy, and is not read yet. */
async function startBusyServer(body: string): Promise<number> {
  server = createServer((_, response: ServerResponse) => {
    response.on('finish', () => beBusy(TIMEOUT_MS + 200));
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('an answer that came in time', () => {
  it('of a feed is read', async () => {
    const port = await startBusyServer('news');
    const fetcher = createSafeFetch({ userAgent: 'Parallax/test', ports: [port], isAddressAllowed: () => true });
    const url = `http://127.0.0.1:${port}/`;
    const answer = await fetcher.fetch({ url, signal: running, timeoutMs: TIMEOUT_MS, bytesMax: 100 });
    await fetcher.close();
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it('of an encoder is read', async () => {
    const port = await startBusyServer(JSON.stringify({ data: [{ index: 0, embedding: [1, 2] }] }));
    const options = { address: `http://127.0.0.1:${port}`, model: 'tiny', key: null, timeoutMs: TIMEOUT_MS };
    expect(await openHttpEncoder(options, running)).toMatchObject({ ok: true });
  });
});

it('times out after that long without being busy', async () => {
  const startedAt = performance.now();
  const signal = startTimeout(200);
  const waiting = setTimeout(() => undefined, 60_000); // the timeout alone does not keep a process alive
  await once(signal, 'abort');
  clearTimeout(waiting);
  expect(performance.now() - startedAt).toBeGreaterThan(180);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});
