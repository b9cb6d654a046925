// The remote source fulfils the contract with the server's own API and database.
import { Registry } from 'prom-client';
import { afterAll, afterEach, describe, vi } from 'vitest';
import { BLINDSPOT_THRESHOLDS, computeBaseline } from '../../engine/coverage/blindspot.ts';
import { createOutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../engine/outlet/outlet-rater.ts';
import { API_DEFAULTS } from '../../server/http/api-config.ts';
import { type Api, createApi } from '../../server/http/create-api.ts';
import type { Database } from '../../server/store/database.ts';
import { NOW } from '../support/on-device-fixtures.ts';
import { openRemoteFixture, sourceOf } from '../support/remote-fixtures.ts';
import { type FilledStory, fillIndex, mergeStory } from '../support/server/fill-index.ts';
import { emptyTables, TEST_DATABASES } from '../support/server/test-databases.ts';
import { coverageSourceContract } from './coverage-source.ts';
import { createOnDeviceContractIndex } from './on-device-index.ts';

const directory = createOutletDirectory([]);
const rater = createOutletRater({ directory, packs: [], ownBias: {} });
const catalogue = {
  directory,
  rater,
  baseline: computeBaseline([]),
  blindspotThresholds: BLINDSPOT_THRESHOLDS,
  ratingPacks: [],
  feeds: [],
};
const log = { info: () => {}, warn: () => {}, error: () => {} };

vi.setConfig({ testTimeout: 60_000 }); // the first test opens an embedded PostgreSQL

const open: { api: Api | null; database: Database | null } = { api: null, database: null };
afterEach(async () => {
  await open.api?.stop();
  open.api = null;
});

const openApi = (database: Database) =>
  createApi({ database, catalogue, config: API_DEFAULTS, now: () => NOW, log, metrics: new Registry() });

/** Like a browser, follows the redirect of a merged story. */
async function follow(api: Api, request: Request): Promise<Response> {
  const response = await api.fetch(request);
  const location = response.headers.get('location');
  return location === null ? response : api.fetch(new Request(new URL(location, request.url), request));
}

describe.each(TEST_DATABASES)('over $kind', (kind) => {
  afterAll(async () => {
    await open.database?.close();
    open.database = null;
  });

  coverageSourceContract('the remote source over a server', async () => {
    const { source, store } = await createOnDeviceContractIndex();
    const stored = await store.run((db) => db.getAll('articles'));
    const stories = new Map<string, FilledStory>();
    for (const { storyId, formerTitles: _, ...member } of stored.ok ? stored.value : []) {
      const members = [...(stories.get(storyId)?.members ?? []), member];
      stories.set(storyId, { id: storyId, members });
    }
    open.database ??= await kind.openMigrated();
    const { database } = open;
    await emptyTables(database);
    await fillIndex(database, { stories: stories.values(), catalogue });
    const api = await openApi(database);
    open.api = api;

    const remote = openRemoteFixture(
      { source, store },
      { fetch: (input, init) => follow(open.api ?? api, new Request(input, init)) },
    );
    return {
      source: sourceOf(remote),
      async merge({ from, to }) {
        await mergeStory(database, from, to);
        await api.stop();
        // The previous server's cached answers are at most a minute old.
        open.api = await openApi(database);
        remote.now += 24 * 3_600_000; // later than any cached answer may be used
      },
    };
  });
});
