// Names resolved by a local name server: both IP versions, one of them, none; and by another server after a change of network.
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDnsResolve } from '../../../../server/ingest/resolve-by-dns.ts';

const A = 1;
const AAAA = 28;
/** Nothing listens there. */
const NO_SERVER = '127.0.0.1:1';
const LOOPBACK_V6 = [...new Array(15).fill(0), 1];
const RECORDS: Readonly<Record<string, Readonly<Record<number, readonly (readonly number[])[]>>>> = {
  'both.test': {
    [A]: [
      [192, 0, 2, 1],
      [127, 0, 0, 1],
    ],
    [AAAA]: [LOOPBACK_V6],
  },
  'four.test': { [A]: [[192, 0, 2, 1]] },
  'six.test': { [AAAA]: [LOOPBACK_V6] },
};

let server: Socket;
let address: string;
beforeAll(async () => {
  server = createSocket('udp4');
  server.on('message', (query, from) => server.send(answer(query), from.port, from.address));
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  address = `127.0.0.1:${server.address().port}`;
});
afterAll(() => server.close());

const ask = (name: string) => createDnsResolve({ findServers: () => [address], ticks: () => performance.now() })(name);

/** The question repeated, and a record for each address (RFC 1035, section 4). */
function answer(query: Buffer): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = query.readUInt16BE(at + 1);
  const records = RECORDS[labels.join('.').toLowerCase()]?.[type] ?? [];
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(records.length, 6);
  head.fill(0, 8);
  const answers = records.map((bytes) => {
    const start = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, bytes.length]);
    return Buffer.concat([start, Buffer.from(bytes)]);
  });
  return Buffer.concat([head, query.subarray(12, at + 5), ...answers]);
}

it.each([
  ['both.test', ['192.0.2.1', '127.0.0.1', '::1']],
  ['four.test', ['192.0.2.1']],
  ['six.test', ['::1']],
])('%s', async (name, addresses) => {
  const found = await ask(name);
  expect(found.map((one) => one.address)).toEqual(addresses);
  expect(found.map(({ family }) => family)).toEqual(addresses.map((one) => (one.includes(':') ? 6 : 4)));
});

it('rejects a name without any address', async () => {
  await expect(ask('none.test')).rejects.toThrow('ENODATA');
});

it('asks the name servers of now some seconds after a change of network', async () => {
  let nameServer = NO_SERVER;
  let now = 0;
  const resolve = createDnsResolve({ findServers: () => [nameServer], ticks: () => now });
  await expect(resolve('four.test')).rejects.toThrow('ECONNREFUSED');
  nameServer = address;
  now = 4_999;
  await expect(resolve('four.test')).rejects.toThrow('ECONNREFUSED');
  now = 5_000;
  await expect(resolve('four.test')).rejects.toThrow('ECONNREFUSED');
  expect(await resolve('four.test')).toEqual([{ address: '192.0.2.1', family: 4 }]);
});
