// How connections to PostgreSQL are opened, with a fake server that only reports that it is ready.
import { type AddressInfo, createServer, type Server, Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openPostgresDatabase } from '../../../../server/store/postgres-database.ts';

function message(type: string, body: Buffer | string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body));
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}
const READY = message('Z', 'I');
const ACCEPTED = Buffer.concat([message('R', Buffer.alloc(4)), READY]);
const DONE = Buffer.concat([message('C', 'SELECT 0\0'), READY]);
const UTF8 = Buffer.concat([
  message('T', Buffer.concat([Buffer.from([0, 1]), Buffer.from('server_encoding\0'), Buffer.alloc(18)])),
  message('D', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 4]), Buffer.from('UTF8')])),
  DONE,
]);

function answer(asked: string): Buffer | string {
  if (!asked.startsWith('Q')) return '';
  return asked.includes('show server_encoding') ? UTF8 : DONE;
}

let server: Server;
beforeAll(async () => {
  server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(ACCEPTED);
      socket.on('data', (asked) => socket.write(answer(asked.toString())));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

it('every connection notices that the other end is gone, also one that only listens', async () => {
  const setKeepAlive = vi.spyOn(Socket.prototype, 'setKeepAlive');
  const { port } = server.address() as AddressInfo;
  const database = await openPostgresDatabase(`postgres://nobody@127.0.0.1:${port}/none?sslmode=disable`);
  expect(setKeepAlive.mock.calls).toEqual([[true, 10_000]]);
  await database.listen('news', () => undefined);
  expect(setKeepAlive.mock.calls).toEqual([
    [true, 10_000],
    [true, 10_000],
  ]);
  await database.close();
});
