// The port to the database, and which of its two kinds is opened: PostgreSQL at an address, or the embedded one in a folder.
//
// Both speak one dialect, PostgreSQL's. SQL stands in server/store only.
/** bigint columns come as numbers (epoch milliseconds, positions), jsonb as values, bytea as Uint8Array. */
export type Row = Readonly<Record<string, unknown>>;

export interface Queries {
  /** One statement. JSON goes in as text (`$1::jsonb`), arrays as they are (`$1::text[]`). */
  query(sql: string, params?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Database extends Queries {
  /** Rolled back when `work` fails. Queries inside go through `queries`: the embedded database has one connection only. */
  transaction<Value>(work: (queries: Queries) => Promise<Value>): Promise<Value>;
  /** Several statements without parameters, `begin` and `commit` among them; the rows of all of them, in order. */
  script(sql: string): Promise<readonly Row[]>;
  /** Wakes up only: a notification may be lost, so whoever listens also polls. Returns how to stop. */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  readonly kind: 'embedded' | 'postgres';
  /** Aborted, with the reason, once it can do nothing more and the process is to end; absent where that cannot be. */
  readonly lost?: AbortSignal;
  close(): Promise<void>;
}

export type DatabaseAddress = {
  /** postgres://…; null for the embedded database. */
  readonly url: string | null;
  /** Where the embedded database keeps its files. */
  readonly folder: string;
};

/** Throws with a sentence for the operator when it cannot be opened. Only the kind that is opened is loaded. */
export async function openDatabase({ url, folder }: DatabaseAddress): Promise<Database> {
  if (url === null) {
    const { openEmbeddedDatabase } = await import('./embedded-database.ts');
    return await openEmbeddedDatabase(folder);
  }
  const { openPostgresDatabase } = await import('./postgres-database.ts');
  return await openPostgresDatabase(url);
}
