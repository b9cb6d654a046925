// Brings the tables up to date for a command that works on them; those that only look take the tables as they are.
import { err, ok, type Result } from '../../engine/result.ts';
import type { Database } from '../store/database.ts';
import { findLastMigration, LAST_MIGRATION, migrate } from '../store/migrate.ts';
import type { CommandName } from './commands.ts';

/** An error is a sentence for the admin. */
export async function prepareTables(database: Database, name: CommandName): Promise<Result<null, string>> {
  switch (name) {
    case 'restore': // creates them in the version of the backup
      return ok(null);
    // Whoever looks or backs up before an upgrade must still be able to go back to the version that made the tables.
    case 'status':
    case 'backup':
      return checkVersion(await findLastMigration(database), name);
    default:
      await migrate(database);
      return ok(null);
  }
}

function checkVersion(last: number, name: 'status' | 'backup'): Result<null, string> {
  if (last === 0) return err('The database has no tables yet. The server creates them when it starts.');
  // Nor is it backed up: there may be tables that this program does not know.
  if (last > LAST_MIGRATION)
    return err(`The database is of a later version (migration ${last}; this program knows ${LAST_MIGRATION}).`);
  if (last < LAST_MIGRATION && name === 'status')
    return err(
      `The database is of an earlier version (migration ${last}; this program needs ${LAST_MIGRATION}). The server brings it up to date when it starts. A backup can be made before that.`,
    );
  return ok(null);
}
