// The api role: serves HTTP, including the hubs that push feeds if the server has a public address for them.
import { Registry } from 'prom-client';
import { loadLanguageIdentifier } from '../../engine/text/identify-language.ts';
import type { Settings } from '../config/settings.ts';
import { API_DEFAULTS, type ApiConfig } from '../http/api-config.ts';
import { type Api, createApi } from '../http/create-api.ts';
import { serveApi } from '../http/serve-api.ts';
import { isFull } from '../store/count-waiting.ts';
import type { RoleParts } from './role-parts.ts';

/** Returns the port. */
export async function startApiRole(parts: RoleParts): Promise<number> {
  const { settings, log, database, catalogue, keepMs, closing, drains } = parts;
  const config = toApiConfig(settings, keepMs);
  const api = await createApi({ database, catalogue, config, now: Date.now, log, metrics: new Registry() });
  closing.push(api.stop);
  drains.push(api.drain);
  const fetch = settings.callbackUrl === null ? api.fetch : await withHubs(parts, api);
  const listening = await serveApi(
    { fetch },
    { ...settings, onFailure: (cause) => log.error('a connection could not be accepted', { cause }) },
  );
  closing.push(listening.close);
  return listening.port;
}

/** The code that reads pushed feeds is loaded only by servers that are subscribed to hubs. */
async function withHubs(parts: RoleParts, api: Api): Promise<Api['fetch']> {
  const { settings, database, catalogue, log, keepMs } = parts;
  const { answerHub } = await import('../ingest/websub/callback.ts');
  const { createTakeInto } = await import('../ingest/take-into.ts');
  const { admitHubs, createPushAllowance } = await import('./admit-hubs.ts');
  const now = Date.now;
  const ticks = () => performance.now();
  const { directory } = catalogue;
  const identifyLanguage = await loadLanguageIdentifier();
  const { trustedProxies, waitingMax } = settings;
  const deps = {
    database,
    directory,
    identifyLanguage,
    take: createTakeInto({ now, keepMs }),
    isFull: () => isFull(database, waitingMax),
    allowPush: createPushAllowance(ticks),
    now,
    log,
  };
  const answer = (request: Request) => answerHub(deps, request);
  return admitHubs({
    answerHub: answer,
    api: api.fetch,
    trustedProxies,
    ticks,
    onFailure: (cause) => log.error('a hub could not be answered', { cause }),
  });
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
