// What every role of the server is started with.
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
  /** Stories are deleted this long after their last article; articles published longer ago than this are not accepted. */
  readonly keepMs: number;
  /** Redirects the invented hosts of tests and the sample newsroom. */
  readonly findDetour?: ConnectRules['findDetour'];
  /** Closes the parts of the role; in the order of starting, called in reverse. */
  readonly closing: (() => Promise<void>)[];
  /** Called before anything is closed, so that nothing new is sent here. */
  readonly drains: (() => void)[];
};
