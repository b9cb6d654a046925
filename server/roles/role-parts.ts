// What each role of the server is started with.
import type { Catalogue } from '../catalogue.ts';
import type { Settings } from '../config/settings.ts';
import type { ConnectRules } from '../ingest/safe-connect.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';

export type RoleParts = {
  readonly settings: Settings;
  readonly log: Log;
  readonly database: Database;
  readonly catalogue: Catalogue;
  /** A story is forgotten so long after its last article; articles that were published before that are not taken. */
  readonly keepMs: number;
  /** Where invented hosts are, for tests and the sample newsroom. */
  readonly findDetour?: ConnectRules['findDetour'];
  /** What ends the role, in the order of starting; called in the reverse one. */
  readonly closing: (() => Promise<void>)[];
  /** Called before anything ends, so that nothing new is sent here. */
  readonly drains: (() => void)[];
};
