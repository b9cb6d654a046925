// The database port over a PostgreSQL server: a pool of connections, and one more for each channel that is listened to.
import pg from 'pg';
import type { Database, Queries, Row } from './database.ts';

/** Connections of one process; PostgreSQL's own default allows 100 in all. */
const CONNECTIONS_MAX = 10;

const CONNECTION: pg.ClientConfig = {
  connectionTimeoutMillis: 10_000,
  // Else a connection whose other end went without a word (its machine, a router in between) is kept as a good one: one that
  // only listens would hear nothing for ever, and what is asked over an idle one is waited for a quarter of an hour.
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/**
 * No statement of ours takes as long, but for those of `allowLongStatements`; one that does is stuck behind a lock, and its
 * caller had better try again.
 */
const STATEMENT_TIMEOUT_MS = 120_000;

/**
 * What a transaction of ours does between two statements takes seconds at most, a backup's writing to a slow disk included. A
 * process that is stopped in the middle of one (a paused container) would else hold its locks, and with them all the others.
 */
const IDLE_IN_TRANSACTION_MS = 120_000;

/** Statements take milliseconds; compiling one that PostgreSQL expects to be long takes forty. */
const SESSION = `set statement_timeout = ${STATEMENT_TIMEOUT_MS}; set jit = off;
  set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`;

const RECONNECT_MS = 1000;
const INT8 = 20;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export async function openPostgresDatabase(url: string): Promise<Database> {
  const pool = new pg.Pool({
    ...CONNECTION,
    connectionString: url,
    max: CONNECTIONS_MAX,
    types,
    // Said here, because poolers refuse settings that come with the connection.
    onConnect: (client) => client.query(SESSION),
  });
  pool.on('error', () => undefined); // an idle connection broke: the pool opens another when one is needed
  const listeners = new Set<() => Promise<void>>();
  try {
    await askEncoding(pool);
  } catch (cause) {
    await pool.end();
    throw cause;
  }
  return {
    kind: 'postgres',
    query: async (sql, params = []) => (await pool.query<Row>(sql, [...params])).rows,
    script: (sql) => runScript(pool, sql),
    transaction: (work) => runTransaction(pool, work),
    async listen(channel, onNotify) {
      const stop = await listenTo({ url, channel, onNotify });
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()));
      await pool.end();
    },
  };
}

/** Of another encoding, every article with a letter that it lacks would be refused. */
async function askEncoding(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Row>('show server_encoding').catch((cause: unknown) => {
    throw new Error('The PostgreSQL server named by DATABASE_URL does not answer.', { cause });
  });
  const encoding = String(rows[0]?.server_encoding);
  if (encoding !== 'UTF8') {
    throw new Error(`The database named by DATABASE_URL is in ${encoding}: it has to be made with encoding UTF8.`);
  }
}

async function runScript(pool: pg.Pool, sql: string): Promise<readonly Row[]> {
  const { client, giveBack } = await takeConnection(pool);
  try {
    // Of several statements there are several results, which the type of the library does not know.
    const results: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await client.query<Row>(sql);
    const rows = [results].flat().flatMap((result) => result.rows);
    giveBack('usable');
    return rows;
  } catch (cause) {
    giveBack('broken'); // it may stand in a transaction that the script began
    throw cause;
  }
}

async function runTransaction<Value>(pool: pg.Pool, work: (queries: Queries) => Promise<Value>): Promise<Value> {
  const { client, giveBack } = await takeConnection(pool);
  let state: 'usable' | 'broken' = 'usable';
  try {
    await client.query('begin');
    const value = await work({ query: async (sql, params = []) => (await client.query<Row>(sql, [...params])).rows });
    await client.query('commit');
    return value;
  } catch (cause) {
    await client.query('rollback').catch(() => {
      state = 'broken';
    });
    throw cause;
  } finally {
    giveBack(state);
  }
}

/** Whoever has one hears when it breaks: an error that nobody listens to would end the process. */
async function takeConnection(pool: pg.Pool) {
  const client = await pool.connect();
  const onError = () => undefined; // the query that is running fails with it
  client.on('error', onError);
  return {
    client,
    giveBack(state: 'usable' | 'broken') {
      client.off('error', onError);
      client.release(state === 'broken');
    },
  };
}

type Listening = {
  readonly url: string;
  readonly channel: string;
  readonly onNotify: (payload: string) => void;
};

/** Connects again for as long as it is wanted; after a gap it wakes its listener, who may have missed something. */
async function listenTo({ url, channel, onNotify }: Listening): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  const connect = async () => {
    const connecting = new pg.Client({ ...CONNECTION, connectionString: url });
    connecting.on('error', () => undefined); // 'end' follows
    connecting.on('end', () => {
      if (client === connecting) retryLater();
    });
    connecting.on('notification', ({ payload }) => onNotify(payload ?? ''));
    try {
      await connecting.connect();
      await connecting.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (cause) {
      connecting.end().catch(() => undefined); // a server in recovery refuses to listen, and is tried again each second
      throw cause;
    }
    if (isStopped) await connecting.end();
    else client = connecting;
  };
  const retryLater = () => {
    client = null;
    if (isStopped) return;
    retry = setTimeout(() => connect().then(() => onNotify(''), retryLater), RECONNECT_MS);
  };

  await connect();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    const open = client;
    client = null;
    await open?.end();
  };
}
