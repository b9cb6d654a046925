// The port to the database, and the choice of implementation: PostgreSQL at a URL, or the embedded one in a folder.
//
// Both speak PostgreSQL's dialect. SQL is written in server/store only.
import type { UpkeepFailure } from './upkeep.ts';

/** bigint columns arrive as numbers (epoch milliseconds, positions), jsonb as values, bytea as Uint8Array. */
export type Row = Readonly<Record<string, unknown>>;

export interface Queries {
  /** One statement. JSON is passed as text (`$1::jsonb`), arrays as they are (`$1::text[]`). */
  query(sql: string, params?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Database extends Queries {
  /** Rolled back if `work` throws. Queries inside must use `queries`: the embedded database has only one connection. */
  transaction<Value>(work: (queries: Queries) => Promise<Value>): Promise<Value>;
  /** Runs several statements without parameters, including `begin` and `commit`; returns the rows of all, in order. */
  script(sql: string): Promise<readonly Row[]>;
  /** Notifications only wake up: one may be lost, so a listener must also poll. Returns a function that stops listening. */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  readonly kind: 'embedded' | 'postgres';
  /** Aborted, with the reason, once the database is unusable and the process must end; absent where that cannot happen. */
  readonly lost?: AbortSignal;
  close(): Promise<void>;
}

export type DatabaseAddress = {
  /** postgres://…; null for the embedded database. */
  readonly url: string | null;
  /** Where the embedded database keeps its files. */
  readonly folder: string;
};

export type DatabaseListener = {
  /** A part of the embedded database's upkeep fails; PostgreSQL logs its own. */
  readonly onUpkeepFailure?: (failure: UpkeepFailure) => void;
};

/** Throws a sentence for the operator when it cannot be opened. Loads only the implementation that is used. */
export async function openDatabase(
  { url, folder }: DatabaseAddress,
  listener: DatabaseListener = {},
): Promise<Database> {
  if (url === null) {
    const { openEmbeddedDatabase } = await import('./embedded-database.ts');
    return await openEmbeddedDatabase(folder, listener);
  }
  const { openPostgresDatabase } = await import('./postgres-database.ts');
  return await openPostgresDatabase(url);
}
