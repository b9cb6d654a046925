// Starts the server's roles over one database, and stops them in the order in which nothing is lost.
//
//   database ─▶ ingest   articles come in
//            ─▶ cluster  articles become stories
//            ─▶ api      stories are given out            one process with all roles, or many with one each
//
// Stopping: /ready says no at once, so that nothing new is sent here; polls under way are stored, questions under way
// answered, the batch under way is finished; the database is closed last.
import { Registry } from 'prom-client';
import type { Encoder } from '../engine/ports.ts';
import { err, ok, type Result } from '../engine/result.ts';
import { loadLanguageIdentifier } from '../engine/text/identify-language.ts';
import { type Catalogue, loadCatalogue, SHIPPED_DATA } from './catalogue.ts';
import { startClustering } from './cluster/start-clustering.ts';
import type { Settings } from './config/settings.ts';
import { openEncoder } from './encoder/open-encoder.ts';
import { API_DEFAULTS, type ApiConfig } from './http/api-config.ts';
import { type Api, createApi } from './http/create-api.ts';
import { serveApi } from './http/serve-api.ts';
import type { ConnectRules } from './ingest/safe-connect.ts';
import { createSafeFetch, type SafeFetch } from './ingest/safe-fetch.ts';
import { startIngest } from './ingest/start-ingest.ts';
import { createTakeInto } from './ingest/take-into.ts';
import { answerHub } from './ingest/websub/callback.ts';
import type { Log } from './log.ts';
import { type Database, openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';

export type ServerParts = {
  readonly settings: Settings;
  readonly log: Log;
  /** Instead of the shipped outlets and ratings. */
  readonly dataFolder?: string;
  /** Where invented hosts are, for tests and the sample newsroom. */
  readonly findDetour?: ConnectRules['findDetour'];
};

export type RunningServer = {
  /** Null without the api role. */
  readonly port: number | null;
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
  const opened = await openTables(settings);
  if (!opened.ok) return opened;
  const closing: (() => Promise<void>)[] = [() => opened.value.close()];
  const drains: (() => void)[] = [];
  const stop = async () => {
    for (const drain of drains) drain();
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const opening = { catalogue: catalogue.value, database: opened.value, encoder: encoder.value };
    const port = await startRoles({ ...parts, ...opening, closing, drains });
    log.info('server started', {
      role: settings.role,
      database: opened.value.kind,
      ...(port === null ? {} : { port }),
    });
    return ok({ port, stop });
  } catch (cause) {
    await stop();
    if (isAddressInUse(cause)) return err([`PORT (or --port) ${settings.port} is in use by another program.`]);
    throw cause;
  }
}

/** Only clustering uses it. */
async function openSettingsEncoder(settings: Settings): Promise<Result<Encoder | null, string>> {
  const { role, encoder, encoderAddress: address, encoderModel: model, encoderKey: key } = settings;
  if (encoder === 'none' || (role !== 'all' && role !== 'cluster')) return ok(null);
  return openEncoder({ encoder, address, model, key });
}

async function openTables({ databaseUrl, dataFolder }: Settings): Promise<Result<Database, readonly string[]>> {
  let database: Database | null = null;
  try {
    database = await openDatabase({ url: databaseUrl, folder: dataFolder });
    await migrate(database);
    return ok(database);
  } catch (cause) {
    await database?.close();
    const sentences = [cause, cause instanceof Error ? cause.cause : null].flatMap((one) =>
      one instanceof Error ? [one.message] : [],
    );
    return err(sentences);
  }
}

type Starting = ServerParts & {
  readonly catalogue: Catalogue;
  readonly database: Database;
  readonly encoder: Encoder | null;
  /** In the order of starting. */
  readonly closing: (() => Promise<void>)[];
  readonly drains: (() => void)[];
};

async function startRoles(starting: Starting): Promise<number | null> {
  const { settings, log, database, catalogue, encoder, closing } = starting;
  const now = Date.now;
  const has = (role: Settings['role']) => settings.role === 'all' || settings.role === role;
  const keepMs = settings.keepDays * DAY_MS;
  if (has('cluster')) {
    const clustering = await startClustering({ database, catalogue, now, log, keepMs, encoder });
    closing.push(clustering.stop);
  }
  const port = has('api') ? await startApi(starting, keepMs) : null;
  if (has('ingest')) {
    const safeFetch = openSafeFetch(starting);
    closing.push(safeFetch.close);
    const identifyLanguage = await loadLanguageIdentifier();
    const take = createTakeInto({ now, keepMs });
    const parts = { database, catalogue, config: settings, safeFetch, identifyLanguage, take, now, log };
    const ingest = await startIngest({ ...parts, random: Math.random });
    closing.push(ingest.stop);
  }
  return port;
}

function openSafeFetch({ settings, findDetour }: Starting): SafeFetch {
  const contact = settings.contact === null ? '' : `; +${settings.contact}`;
  return createSafeFetch({
    userAgent: `Parallax/1.0 (groups news into stories${contact})`,
    ports: settings.fetchPorts.map(Number),
    ...(findDetour === undefined ? {} : { findDetour }),
  });
}

async function startApi(starting: Starting, keepMs: number): Promise<number> {
  const { settings, log, database, catalogue, closing, drains } = starting;
  const now = Date.now;
  const config = toApiConfig(settings, keepMs);
  const api = await createApi({ database, catalogue, config, now, log, metrics: new Registry() });
  closing.push(api.stop);
  drains.push(api.drain);
  const fetch = settings.callbackUrl === null ? api.fetch : await withHubs({ database, catalogue, log, api, keepMs });
  const listening = await serveApi({ fetch }, settings);
  closing.push(listening.close);
  return listening.port;
}

type WithHubs = Pick<Starting, 'database' | 'catalogue' | 'log'> & { readonly api: Api; readonly keepMs: number };

async function withHubs({ database, catalogue, log, api, keepMs }: WithHubs): Promise<Api['fetch']> {
  const now = Date.now;
  const { directory } = catalogue;
  const identifyLanguage = await loadLanguageIdentifier();
  const deps = { database, directory, identifyLanguage, take: createTakeInto({ now, keepMs }), now, log };
  return async (request, host) => (await answerHub(deps, request)) ?? (await api.fetch(request, host));
}

function toApiConfig(settings: Settings, keepMs: number): ApiConfig {
  const rate = (perMinute: number) => ({ perMinute, burst: perMinute });
  return {
    ...API_DEFAULTS,
    name: settings.serverName,
    readToken: settings.readToken,
    articleTokens: settings.articleTokens,
    metricsToken: settings.metricsToken,
    trustedProxies: settings.trustedProxies,
    rates: {
      read: rate(settings.readsPerMinute),
      match: rate(settings.matchesPerMinute),
      articles: rate(settings.articlesPerMinute),
    },
    keepMs,
    waitingMax: settings.waitingMax,
  };
}

const isAddressInUse = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
