// How connections to PostgreSQL are opened and given up, with a fake server that only reports that it is ready.
import { type AddressInfo, createServer, type Server, Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '../../../../server/store/database.ts';
import { isTransient } from '../../../../server/store/is-transient.ts';
import { allowLongStatements } from '../../../../server/store/long-statements.ts';
import { type AnswerLimits, openPostgresDatabase } from '../../../../server/store/postgres-database.ts';
import { until } from '../../../support/until.ts';

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
let connections: Socket[] = [];
/** What was asked over connections that have vanished: they stay open, and nothing answers. */
const unanswered = new Map<Socket, string[]>();
beforeAll(async () => {
  server = createServer((socket) => {
    connections.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(ACCEPTED);
      socket.on('data', (asked) => {
        const kept = unanswered.get(socket);
        if (kept === undefined) socket.write(answer(asked.toString()));
        else kept.push(asked.toString());
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  connections = [];
  unanswered.clear();
});
afterAll(() => server.close());

const open = (limits?: AnswerLimits) => {
  const { port } = server.address() as AddressInfo;
  return openPostgresDatabase(`postgres://nobody@127.0.0.1:${port}/none?sslmode=disable`, limits);
};
const vanish = () => {
  for (const socket of connections) unanswered.set(socket, []);
};

it('every connection notices that the other end is gone, also one that only listens', async () => {
  const setKeepAlive = vi.spyOn(Socket.prototype, 'setKeepAlive');
  const database = await open();
  expect(setKeepAlive.mock.calls).toEqual([[true, 10_000]]);
  await database.listen('news', () => undefined);
  expect(setKeepAlive.mock.calls).toEqual([
    [true, 10_000],
    [true, 10_000],
  ]);
  await database.close();
});

it.each<[string, (database: Database) => Promise<unknown>]>([
  ['query', (database) => database.query('select 1')],
  ['script', (database) => database.script('select 1')],
  ['transaction', (database) => database.transaction(({ query }) => query('select $1', [1]))],
])('a %s fails if the server has vanished silently, and the next one has a fresh connection', async (_, ask) => {
  const database = await open({ answerMs: 500 });
  vanish();
  const [first] = connections;
  const asking = vi.spyOn(pg.Client.prototype, 'query');
  const cause: unknown = await ask(database).catch((thrown: unknown) => thrown);
  expect(cause).toMatchObject({ message: 'Query read timeout' });
  expect(isTransient(cause)).toBe(true);
  expect(asking).not.toHaveBeenCalledWith('rollback'); // nobody would answer that either
  await until(() => expect(first?.closed).toBe(true));
  expect(await database.query('select 1')).toEqual([]);
  expect(connections).toHaveLength(2);
  await database.close();
});

it('a statement that may take long is waited for', async () => {
  const database = await open({ answerMs: 500 });
  await database.transaction(async (queries) => {
    await allowLongStatements(queries);
    const [busy] = connections;
    vanish();
    const long = queries.query('create index');
    await database.query('select 1');
    vanish(); // the second connection, too
    await expect(database.query('select 1')).rejects.toThrow('Query read timeout'); // begun later
    unanswered.delete(busy as Socket);
    busy?.write(DONE);
    expect(await long).toEqual([]);
  });
  await database.close();
});
