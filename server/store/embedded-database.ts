// The database port over PGlite, PostgreSQL compiled to WebAssembly: one connection, in this process, data in a folder.
//
// PGlite itself never syncs to disk: it starts with fsync off, and its file system has no fsync. That survives a killed process
// but not a power cut, so both are corrected here. Its first start is not atomic, and it does not stop two processes from opening
// one folder, which would damage the data: hence the second folder and the lock. It also has no autovacuum (upkeep.ts).
import { existsSync, fsyncSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { Database, DatabaseListener } from './database.ts';
import { embeddedData } from './embedded-data.ts';
import { lockFolder } from './lock-folder.ts';
import { watchForPanic } from './panic.ts';
import { quoteName } from './quote-name.ts';
import { startUpkeep } from './upkeep.ts';

const DATA_BEING_MADE = 'database.new';

const FSYNC_OFF = '-F';
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== FSYNC_OFF),
  '-c',
  'wal_sync_method=fsync', // the default, fdatasync, does nothing in Emscripten
];

export async function openEmbeddedDatabase(
  folder: string,
  { onUpkeepFailure }: DatabaseListener = {},
): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    await makeData(folder);
    const database = wrapPglite(await openFolder(embeddedData(folder)), unlock);
    const stopUpkeep = startUpkeep({ database, onFailure: (failure) => onUpkeepFailure?.(failure) });
    return {
      ...database,
      async close() {
        await stopUpkeep();
        await database.close();
      },
    };
  } catch (cause) {
    unlock();
    throw new Error(`The embedded database in ${folder} cannot be opened.`, { cause });
  }
}

/** If it is interrupted at any point, the next start begins again or finds the folder complete. */
async function makeData(folder: string): Promise<void> {
  const target = embeddedData(folder);
  if (existsSync(target)) return;
  const making = path.join(folder, DATA_BEING_MADE);
  rmSync(making, { recursive: true, force: true });
  await (await openFolder(making)).close();
  renameSync(making, target);
}

async function openFolder(folder: string): Promise<PGlite> {
  const files = new NodeFS(folder);
  const init = files.init.bind(files);
  files.init = (pglite, options) => init(pglite, { ...options, preRun: [...(options.preRun ?? []), addFsync] });
  return await PGlite.create({ fs: files, startParams: START_PARAMS });
}

type PostgresModule = PGlite['Module'];

/** Emscripten calls a file system's `fsync` if it has one; the one for Node does not. */
function addFsync(module: PostgresModule): void {
  const files = module.NODEFS as unknown as { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
  files.stream_ops.fsync = ({ nfd }) => {
    if (typeof nfd === 'number') fsyncSync(nfd);
    return 0;
  };
}

/** PGlite's own conversion makes a string for each byte: half a second for a megabyte, during which the process does nothing else. */
const BYTES = {
  serializers: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${toBuffer(bytes).toString('hex')}` },
  parsers: { [types.BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex')) },
};

const toBuffer = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length);

export function wrapPglite(pglite: PGlite, onClosed: () => void = () => undefined): Database {
  const { lost, watch } = watchForPanic();
  return {
    kind: 'embedded',
    lost,
    query: (sql, params = []) =>
      watch(async (ask) => (await ask(() => pglite.query<Record<string, unknown>>(sql, [...params], BYTES))).rows),
    script: (sql) =>
      watch((ask) =>
        // Only a transaction keeps the connection to itself until whatever a script left open is rolled back.
        pglite.transaction(async (inner) => {
          await ask(() => inner.exec('commit')); // the script starts a transaction of its own, or none
          return (await ask(() => inner.exec(sql, BYTES))).flatMap(({ rows }) => rows.map((row) => ({ ...row })));
        }),
      ),
    transaction: (work) =>
      watch((ask) =>
        pglite.transaction((inner) =>
          work({
            query: async (sql, params = []) =>
              (await ask(() => inner.query<Record<string, unknown>>(sql, [...params], BYTES))).rows,
          }),
        ),
      ),
    async listen(channel, onNotify) {
      let isStopped = false; // PGlite's own way to stop fails for quoted names
      const stop = await pglite.listen(quoteName(channel), (payload) => {
        if (!isStopped) onNotify(payload);
      });
      return async () => {
        isStopped = true;
        await stop();
      };
    },
    async close() {
      if (!lost.aborted) await pglite.close();
      onClosed();
    },
  };
}
