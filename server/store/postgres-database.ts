// The database port over a PostgreSQL server: a pool of connections, and one more for each channel that is listened to.
import pg from 'pg';
import type { Database, Queries, Row } from './database.ts';
import { NO_STATEMENT_TIMEOUT } from './long-statements.ts';

/** Per process; PostgreSQL's default allows 100 in all. */
const CONNECTIONS_MAX = 10;

const CONNECTION: pg.ClientConfig = {
  connectionTimeoutMillis: 10_000,
  // Detects connections whose other end vanished silently (its machine, a router): otherwise a listening one would hear nothing
  // for ever, and a query over an idle one would wait a quarter of an hour.
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/**
 * In milliseconds, like the next one. Only the statements after `allowLongStatements` take longer; any other that does is stuck
 * behind a lock, and its caller had better retry.
 */
const STATEMENT_TIMEOUT_MS = 120_000;

/**
 * The server ends a statement itself, unless it has vanished. Then keep-alive does not help, since a question is under way, and
 * the system would go on sending it for a quarter of an hour.
 */
const ANSWER_MS = STATEMENT_TIMEOUT_MS + 10_000;

/** Ends nothing: the longest that a timer of Node can wait, 24 days. The library takes 0 for "as usual". */
const ANY_LENGTH_MS = 2 ** 31 - 1;

/**
 * Between two statements, our transactions take seconds at most, even a backup that writes to a slow disk. A process that stops
 * in the middle of one (a paused container) would otherwise hold its locks, and block all others.
 */
const IDLE_IN_TRANSACTION_MS = 120_000;

/** jit: statements take milliseconds, but compiling one that PostgreSQL expects to be long takes forty. */
const SESSION = `set statement_timeout = ${STATEMENT_TIMEOUT_MS}; set jit = off;
  set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`;

const RECONNECT_MS = 1000;
const INT8 = 20;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export type AnswerLimits = {
  /** Shortened by tests. */
  readonly answerMs?: number;
};

export async function openPostgresDatabase(
  url: string,
  { answerMs = ANSWER_MS }: AnswerLimits = {},
): Promise<Database> {
  const connection = { ...CONNECTION, connectionString: url, query_timeout: answerMs };
  const pool = new pg.Pool({
    ...connection,
    max: CONNECTIONS_MAX,
    types,
    // Set here, because poolers refuse settings in the connection's startup message.
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
      const stop = await listenTo({ connection, channel, onNotify });
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

/** With another encoding, any article with a character that it lacks would be refused. */
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
    // Several statements give several results, which the library's types do not reflect.
    const results: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await client.query<Row>(sql);
    const rows = [results].flat().flatMap((result) => result.rows);
    giveBack('usable');
    return rows;
  } catch (cause) {
    giveBack('broken'); // it may still be in a transaction that the script began
    throw cause;
  }
}

async function runTransaction<Value>(pool: pg.Pool, work: (queries: Queries) => Promise<Value>): Promise<Value> {
  const { client, giveBack } = await takeConnection(pool);
  let state: 'usable' | 'broken' = 'usable';
  let limits: pg.ClientConfig = {};
  const query: Queries['query'] = async (sql, params = []) => {
    if (sql === NO_STATEMENT_TIMEOUT) limits = { query_timeout: ANY_LENGTH_MS };
    return (await client.query<Row>({ text: sql, values: [...params], ...limits })).rows;
  };
  try {
    await query('begin');
    const value = await work({ query });
    await query('commit');
    return value;
  } catch (cause) {
    if (isUnanswered(cause) || !(await hasRolledBack(client))) state = 'broken';
    throw cause;
  } finally {
    giveBack(state);
  }
}

const hasRolledBack = (client: pg.ClientBase): Promise<boolean> =>
  client.query('rollback').then(
    () => true,
    () => false,
  );

const isUnanswered = (cause: unknown) => cause instanceof Error && cause.message === 'Query read timeout';

/** Listens for errors while the connection is in use: an 'error' event without a listener would end the process. */
async function takeConnection(pool: pg.Pool) {
  const client = await pool.connect();
  const onError = () => undefined; // the running query fails with the same error
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
  readonly connection: pg.ClientConfig;
  readonly channel: string;
  readonly onNotify: (payload: string) => void;
};

/** Reconnects until it is stopped, and notifies the listener after a gap, since it may have missed something. */
async function listenTo({ connection, channel, onNotify }: Listening): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  const connect = async () => {
    const connecting = new pg.Client(connection);
    connecting.on('error', () => undefined); // an 'end' event follows
    connecting.on('end', () => {
      if (client === connecting) retryLater();
    });
    connecting.on('notification', ({ payload }) => onNotify(payload ?? ''));
    try {
      await connecting.connect();
      await connecting.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (cause) {
      connecting.end().catch(() => undefined); // a server in recovery refuses to listen, and is retried every second
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
