// Starts the server's roles on one database, and stops them in an order in which nothing is lost.
//
//   database ─▶ ingest   takes articles in
//            ─▶ cluster  groups articles into stories
//            ─▶ api      serves stories                      one process with all roles, or many with one each
//
// Stopping: /ready answers no at once, so that nothing new is sent here; running polls are stored, running requests answered and
// the running batch finished; the database is closed last.
import type { Encoder } from '../engine/ports.ts';
import { err, ok, type Result } from '../engine/result.ts';
import { applyFeedChoices, loadCatalogue, SHIPPED_DATA } from './catalogue.ts';
import { closeAll } from './close-all.ts';
import type { Settings } from './config/settings.ts';
import { explainListening } from './http/cannot-listen.ts';
import type { ConnectRules } from './ingest/safe-connect.ts';
import type { Log } from './log.ts';
import type { RoleParts } from './roles/role-parts.ts';
import { type Database, openDatabase } from './store/database.ts';
import { explainOpening, explainRights } from './store/explain-opening.ts';
import { readFeedChoices } from './store/feeds.ts';
import { migrate } from './store/migrate.ts';
import type { UpkeepFailure } from './store/upkeep.ts';

export type ServerParts = {
  readonly settings: Settings;
  readonly log: Log;
  /** Used instead of the shipped outlets and ratings. */
  readonly dataFolder?: string;
  /** Redirects the invented hosts of tests and the sample newsroom. */
  readonly findDetour?: ConnectRules['findDetour'];
};

export type RunningServer = {
  /** Null without the api role. */
  readonly port: number | null;
  /** Aborted when the database can no longer be used; `stop` must still be called. */
  readonly lost: AbortSignal | undefined;
  readonly stop: () => Promise<void>;
};

const DAY_MS = 24 * 3_600_000;

/** Fails with sentences for the operator. */
export async function startServer(parts: ServerParts): Promise<Result<RunningServer, readonly string[]>> {
  const { settings, log, dataFolder = SHIPPED_DATA } = parts;
  const catalogue = await loadCatalogue({ ...settings, dataFolder });
  if (!catalogue.ok) return catalogue;
  const encoder = await openSettingsEncoder(settings);
  if (!encoder.ok) return err([encoder.error]);
  const opened = await openTables(parts);
  if (!opened.ok) return opened;
  const closing: (() => Promise<void>)[] = [() => opened.value.close()];
  const drains: (() => void)[] = [];
  const stop = async () => {
    for (const drain of drains) drain();
    await closeAll(closing.splice(0), log);
  };
  try {
    const keepMs = settings.keepDays * DAY_MS;
    const chosen = applyFeedChoices(catalogue.value, await readFeedChoices(opened.value));
    const opening = { catalogue: chosen, database: opened.value, keepMs };
    const port = await startRoles({ ...parts, ...opening, closing, drains }, encoder.value);
    log.info('server started', { database: opened.value.kind, ...(port === null ? {} : { port }) });
    return ok({ port, lost: opened.value.lost, stop });
  } catch (cause) {
    await stop();
    const sentence = explainListening(cause, settings.port) ?? explainRights(cause);
    if (sentence !== null) return err([sentence]);
    throw cause;
  }
}

/** Null except where stories are clustered. */
async function openSettingsEncoder(settings: Settings): Promise<Result<Encoder | null, string>> {
  const { role, encoder, encoderAddress: address, encoderModel: model, encoderKey: key } = settings;
  if (encoder === 'none' || (role !== 'all' && role !== 'cluster')) return ok(null);
  const { openEncoder } = await import('./encoder/open-encoder.ts');
  return openEncoder({ encoder, address, model, key });
}

async function openTables({ settings, log }: ServerParts): Promise<Result<Database, readonly string[]>> {
  const { databaseUrl, dataFolder } = settings;
  const onUpkeepFailure = ({ command, cause }: UpkeepFailure) =>
    log.error('the upkeep of the database failed', { cause, facts: { command } });
  let database: Database | null = null;
  try {
    database = await openDatabase({ url: databaseUrl, folder: dataFolder }, { onUpkeepFailure });
    await migrate(database);
    return ok(database);
  } catch (cause) {
    await database?.close();
    return err(explainOpening(cause, dataFolder));
  }
}

/** Loads the code of the process's roles only: feed reader, job queue and clusterer take 30 MB of memory. */
async function startRoles(parts: RoleParts, encoder: Encoder | null): Promise<number | null> {
  const { role } = parts.settings;
  const has = (one: Settings['role']) => role === 'all' || role === one;
  if (has('cluster')) {
    const { startClustering } = await import('./cluster/start-clustering.ts');
    const clustering = await startClustering({ ...parts, now: Date.now, encoder });
    parts.closing.push(clustering.stop);
  }
  let port: number | null = null;
  if (has('api')) {
    const { startApiRole } = await import('./roles/start-api-role.ts');
    port = await startApiRole(parts);
  }
  if (has('ingest')) {
    const { startIngestRole } = await import('./roles/start-ingest-role.ts');
    await startIngestRole(parts);
  }
  return port;
}
