// Runs a transaction, all or nothing: an exception inside reverts what was written.
import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database, ParallaxSchema } from './database.ts';
import { LostConnection } from './lost-connection.ts';

export type StoreName = StoreNames<ParallaxSchema>;
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<ParallaxSchema, StoreName[], Mode>;

/** For `store.run`: work in a transaction that only reads these stores. */
export function readWith<Value>(
  stores: readonly StoreName[],
  work: (transaction: Transaction<'readonly'>) => Promise<Value>,
): (db: Database) => Promise<Value> {
  return async (db) => settle(begin(db, { stores, mode: 'readonly' }), work);
}

/** For `store.run`: work in a transaction that reads and writes these stores. */
export function writeWith<Value>(
  stores: readonly StoreName[],
  work: (transaction: Transaction<'readwrite'>) => Promise<Value>,
): (db: Database) => Promise<Value> {
  return async (db) => settle(begin(db, { stores, mode: 'readwrite' }), work);
}

function begin<Mode extends IDBTransactionMode>(
  db: Database,
  { stores, mode }: { readonly stores: readonly StoreName[]; readonly mode: Mode },
): Transaction<Mode> {
  try {
    return db.transaction([...stores], mode);
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
    throw new LostConnection('The connection to the database was closed', { cause });
  }
}

async function settle<Mode extends IDBTransactionMode, Value>(
  transaction: Transaction<Mode>,
  work: (transaction: Transaction<Mode>) => Promise<Value>,
): Promise<Value> {
  const done = transaction.done.then(
    () => null,
    (cause: unknown) => cause,
  );
  let value: Value;
  try {
    value = await work(transaction);
  } catch (cause) {
    abort(transaction);
    await done;
    throw transaction.error ?? cause; // the transaction knows the reason (quota), while the request often only says "aborted"
  }
  const failure = await done;
  if (failure !== null) throw transaction.error ?? failure;
  return value;
}

function abort<Mode extends IDBTransactionMode>(transaction: Transaction<Mode>): void {
  try {
    transaction.abort();
  } catch {
    // It had already ended.
  }
}
