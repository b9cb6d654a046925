// The API as it is run, on a port of its own, and a bare handler of the same framework beside it; tells its ports and its memory.
import { flushCompileCache } from 'node:module';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { loadCatalogue, SHIPPED_DATA } from '../../../server/catalogue.ts';
import { API_DEFAULTS } from '../../../server/http/api-config.ts';
import { createApi } from '../../../server/http/create-api.ts';
import { serveApi } from '../../../server/http/serve-api.ts';
import { createLog } from '../../../server/log.ts';
import { openDatabase } from '../../../server/store/database.ts';

/** One load comes from one address: the allowance is counted as always, and large enough. */
const ENDLESS = { perMinute: 1e9, burst: 1e9 };

async function serveOurs(url: string): Promise<number> {
  const database = await openDatabase({ url, folder: '' });
  const wishes = { dataFolder: SHIPPED_DATA, packsFolder: null, editions: [], feedLimit: 1000 };
  const catalogue = await loadCatalogue(wishes);
  if (!catalogue.ok) throw new Error(catalogue.error.join('\n'));
  const api = await createApi({
    database,
    catalogue: catalogue.value,
    config: {
      ...API_DEFAULTS,
      rates: { read: ENDLESS, match: ENDLESS, articles: ENDLESS },
      articleTokens: ['bench-token-of-nobody'],
      waitingMax: 1e9,
    },
    now: Date.now,
    log: createLog({ level: 'info', role: 'api' }),
    metrics: new Registry(),
  });
  return (await serveApi(api, { host: '127.0.0.1', port: 0 })).port;
}

/** Answers a constant of so many bytes. */
async function serveBare(bytes: number): Promise<number> {
  const json = JSON.stringify({ text: 'x'.repeat(Math.max(0, bytes - 11)) });
  const app = new Hono();
  app.get('/', (context) => context.body(json, 200, { 'content-type': 'application/json' }));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const [kind = '', argument = ''] = process.argv.slice(2);
const port = kind === 'bare' ? await serveBare(Number(argument)) : await serveOurs(argument);
flushCompileCache(); // the next process starts as one in a container does
process.send?.({ port });
