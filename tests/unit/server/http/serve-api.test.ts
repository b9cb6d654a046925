// If the API cannot listen, the operator is told which setting is wrong; once it listens, nothing ends it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { CannotListen, explainListening } from '../../../../server/http/cannot-listen.ts';
import { serveApi } from '../../../../server/http/serve-api.ts';
import { toAddress } from '../../../../server/http/to-address.ts';

const API = { fetch: () => new Response() };
const HERE = { host: '127.0.0.1', port: 0, onFailure: (cause: unknown) => expect.fail(String(cause)) };
const HOST_SENTENCE = 'HOST (or --host) is no address of this machine.';

async function listen(host: string, port: number): Promise<string | null> {
  try {
    await (await serveApi(API, { ...HERE, host, port })).close();
    return 'listens';
  } catch (cause) {
    return explainListening(cause, port);
  }
}

it('tells of a port that is taken, and of an address that is not ours', async () => {
  const first = await serveApi(API, HERE);
  expect(await listen('127.0.0.1', first.port)).toBe(`PORT (or --port) ${first.port} is in use by another program.`);
  await first.close();
  expect(await listen('203.0.113.9', 0)).toBe(HOST_SENTENCE); // from the address range for documentation
  expect(await listen('no-such-host.invalid', 0)).toBe(HOST_SENTENCE);
  expect(await listen('127.0.0.1', 0)).toBe('listens');
});

it('closes the connection of a client that stops reading its answer, but not of one that waits for it', async () => {
  const large = new Uint8Array(32_000_000);
  const answer = async ({ url }: Request) => {
    if (url.endsWith('/slow')) await setTimeout(200);
    return new Response(url.endsWith('/large') ? large : 'an answer');
  };
  const { port, close } = await serveApi({ fetch: answer }, { ...HERE, stalledMs: 500 });
  const client = connect(port, '127.0.0.1');
  client.pause().write('GET /large HTTP/1.1\r\nhost: api.test\r\n\r\n');
  expect(await (await fetch(`http://127.0.0.1:${port}/slow`)).text()).toBe('an answer');
  await setTimeout(1_500);
  let taken = 0;
  client.on('data', (bytes) => {
    taken += bytes.length;
  });
  client.on('error', () => undefined); // the part of the answer that was not read is lost
  await once(client.resume(), 'close');
  expect(taken).toBeLessThan(large.length);
  await close();
});

it('answers on after connections could not be accepted, and tells of each', async () => {
  const told: unknown[] = [];
  const { port, close } = await serveApi(API, { ...HERE, onFailure: (cause) => told.push(cause) });
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/`)).status;
  let server: Server | undefined;
  const started = 'http.server.request.start';
  const keepServer = (message: unknown) => {
    ({ server } = message as { server: Server });
  };
  subscribe(started, keepServer);
  await ask();
  unsubscribe(started, keepServer);
  const causes = [1, 2].map((n) => new Error(`accept EMFILE ${n}`));
  for (const cause of causes) server?.emit('error', cause);
  expect(told).toEqual(causes);
  expect(await ask()).toBe(200);
  await close();
});

it('answers HTTP/1.0 requests without a Host header, as load balancers send them', async () => {
  const { port, close } = await serveApi({ fetch: ({ url }) => new Response(url) }, HERE);
  const client = connect(port, '127.0.0.1').setEncoding('utf8');
  client.write('GET /ready HTTP/1.0\r\n\r\n');
  let answer = '';
  for await (const text of client) answer += text;
  expect(answer.startsWith('HTTP/1.1 200 OK\r\n')).toBe(true);
  expect(answer.endsWith('\r\n\r\nhttp://localhost/ready')).toBe(true);
  await close();
});

it('reports a port that needs privileges, and throws all other errors', () => {
  const refused = new CannotListen(Object.assign(new Error('listen EACCES'), { code: 'EACCES' }));
  expect(explainListening(refused, 80)).toMatch(/^PORT \(or --port\) 80 is one that the system does not let/);
  expect(explainListening(new CannotListen(new Error('other')), 80)).toBeNull();
  // A database whose host is not found is a different failure.
  expect(explainListening(Object.assign(new Error(), { code: 'ENOTFOUND' }), 80)).toBeNull();
});

it.each([
  ['127.0.0.1', 'http://127.0.0.1:8437/'],
  ['::1', 'http://[::1]:8437/'],
])('is found at its address on %s', (host, address) => {
  expect(toAddress({ host, port: 8437 })).toBe(address);
  expect(new URL(address).href).toBe(address);
});
