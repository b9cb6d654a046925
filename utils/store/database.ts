// The database "parallax": opens and migrates it, reopens it after the browser closed it, deletes it, and classifies failures.
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { FeedState } from '../../engine/feed/feed-state.ts';
import type { EpochMs } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { RoundClock } from '../../engine/round-clock.ts';
import type { FormerPlace } from './former-places.ts';
import { LostConnection } from './lost-connection.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { createPatience } from './patience.ts';
import type {
  IndexState,
  JournalEntry,
  KeptCounts,
  StoredAnswer,
  StoredArticle,
  StoredLedgerEntry,
  StoredPack,
  StoredRemoteSeparation,
  StoredSeparation,
  StoredSnapshot,
  StoredStory,
} from './records.ts';

export interface ParallaxSchema extends DBSchema {
  articles: {
    key: string;
    value: StoredArticle;
    indexes: { byStory: string; bySeen: [number, string]; byOutletAndStory: [string, string] };
  };
  stories: { key: string; value: StoredStory; indexes: { byUpdated: number; byMergedInto: string } };
  formerPlaces: { key: [string, string]; value: FormerPlace };
  feeds: { key: string; value: FeedState };
  separations: { key: [string, string]; value: StoredSeparation; indexes: { byStory: string } };
  packs: { key: [string, string]; value: StoredPack };
  meta: { key: string; value: IndexState | RoundClock | EpochMs | KeptCounts };
  snapshots: { key: string; value: StoredSnapshot };
  journal: { key: number; value: JournalEntry };
  answers: { key: string; value: StoredAnswer; indexes: { byAge: [number, number] } };
  ledger: { key: number; value: StoredLedgerEntry; indexes: { byKind: string } };
  remoteSeparations: { key: [string, string]; value: StoredRemoteSeparation };
}

export type Database = IDBPDatabase<ParallaxSchema>;

/**
 * This context's single connection, opened by the first `run`. Failures of the browser's database are returned as `storage-full`
 * (quota), `storage-newer` (written by a later version of Parallax), `storage-forbidden` or `storage-failed` (all others, with
 * the cause); other exceptions are bugs and pass through.
 */
export interface Store {
  run<Value>(work: (db: Database) => Promise<Value>): Promise<Result<Value, CoverageError>>;
  /** Deletes the whole database, even one that cannot be opened; the next `run` creates an empty one. */
  discard(): Promise<Result<void, CoverageError>>;
  close(): void;
}

export type StoreOptions = {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  /** Milliseconds for which another page of the extension may keep an older version open. */
  readonly blockedMs?: number;
};

export function createStore({
  name = 'parallax',
  migrations = MIGRATIONS,
  blockedMs = 10_000,
}: StoreOptions = {}): Store {
  let opening: Promise<Database> | null = null;

  function connect(): Promise<Database> {
    opening ??= openDatabase({ name, migrations, blockedMs, onLost: forget }).catch((cause: unknown) => {
      forget();
      throw toOpeningError(cause);
    });
    return opening;
  }
  function forget(): void {
    opening = null;
  }
  function close(): void {
    opening?.then(
      (db) => db.close(),
      () => undefined,
    );
    forget();
  }

  return {
    async run(work) {
      try {
        return ok(await withReconnection({ connect, forget, work }));
      } catch (cause) {
        return err(toStorageError(cause));
      }
    },
    async discard() {
      close();
      try {
        expectStorage();
        const patience = createPatience(blockedMs);
        return ok(await patience.during(deleteDB(name, { blocked: patience.begin })));
      } catch (cause) {
        return err(toStorageError(toOpeningError(cause)));
      }
    },
    close,
  };
}

/** The connection may be lost without notice (storage cleared, a crash of the browser's database): then retries once. */
async function withReconnection<Value>({
  connect,
  forget,
  work,
}: {
  connect: () => Promise<Database>;
  forget: () => void;
  work: (db: Database) => Promise<Value>;
}): Promise<Value> {
  try {
    return await work(await connect());
  } catch (cause) {
    if (!(cause instanceof LostConnection)) throw cause;
    forget();
    return await work(await connect());
  }
}

async function openDatabase(options: {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly blockedMs: number;
  readonly onLost: () => void;
}): Promise<Database> {
  const { name, migrations, blockedMs, onLost } = options;
  expectStorage();
  const patience = createPatience(blockedMs);
  const opening = openDB<ParallaxSchema>(name, migrations.length, {
    // biome-ignore lint/complexity/useMaxParams: the signature is idb's
    async upgrade(db, oldVersion, _newVersion, transaction) {
      transaction.done.catch(() => undefined); // opening fails with the same error
      try {
        for (const migrate of migrations.slice(oldVersion)) {
          await migrate(
            db as unknown as Parameters<Migration>[0], // each step sees an older schema
            transaction as unknown as Parameters<Migration>[1],
          );
        }
      } catch (cause) {
        console.error('Parallax: the database stays at its version', oldVersion, cause);
        transaction.abort();
      }
    },
    blocked: patience.begin,
    // biome-ignore lint/complexity/useMaxParams: the signature is idb's
    blocking(_currentVersion, _blockedVersion, event) {
      onLost();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: onLost,
  });
  return await patience.during(opening);
}

function expectStorage(): void {
  if (typeof indexedDB === 'undefined') throw new DOMException('This browser offers no database here', FORBIDDEN);
}

/** Firefox without history refuses with this error, which in other places than opening means something else. */
function toOpeningError(cause: unknown): unknown {
  const isRefused = cause instanceof DOMException && cause.name === 'InvalidStateError';
  return isRefused ? new DOMException(cause.message, FORBIDDEN) : cause;
}

const FORBIDDEN = 'SecurityError';

function toStorageError(cause: unknown): CoverageError {
  if (cause instanceof LostConnection) return { reason: 'storage-failed', cause: cause.cause };
  if (!(cause instanceof DOMException)) throw cause;
  if (cause.name === FORBIDDEN) return { reason: 'storage-forbidden' };
  if (cause.name === 'QuotaExceededError') return { reason: 'storage-full' };
  return cause.name === 'VersionError' ? { reason: 'storage-newer' } : { reason: 'storage-failed', cause };
}
