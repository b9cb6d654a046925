// A remote source over a fake server, with access to its parts: cache, ledger and clock.
import { BLINDSPOT_THRESHOLDS, type BlindspotThresholds } from '../../engine/coverage/blindspot.ts';
import { ok } from '../../engine/result.ts';
import type { CoverageDeskDeps } from '../../utils/coverage/choose-source.ts';
import { type CoverageDesk, createCoverageDesk } from '../../utils/coverage/choose-source.ts';
import type { OnDeviceSource } from '../../utils/coverage/on-device.ts';
import type { RemoteSource } from '../../utils/coverage/remote/remote-source.ts';
import type { SourceSettings } from '../../utils/source-settings.ts';
import { createStore, type Store } from '../../utils/store/database.ts';
import type { AnsweredBy } from '../../utils/tab-state.ts';
import { createFakeApi, type FakeApi, SERVER_BASE } from './fake-api.ts';
import { NOW } from './on-device-fixtures.ts';

type ServerSettings = Extract<SourceSettings, { mode: 'server' }>;

export const SERVER_SETTINGS: ServerSettings = {
  mode: 'server',
  server: { base: SERVER_BASE, host: 'parallax.test', origin: 'https://parallax.test/*', token: '', isManaged: false },
  maySendHeadline: true,
  mayAskLinks: false,
  doesFallBack: false,
  keepsNothing: false,
  locked: [],
};

export type RemoteFixture = {
  readonly api: FakeApi;
  readonly desk: CoverageDesk;
  /** The device's own database: cache and ledger, not the server's index. */
  readonly store: Store;
  settings: SourceSettings;
  /** The user's own thresholds for blindspots. */
  thresholds: BlindspotThresholds;
  isOnline: boolean;
  now: number;
  refreshed: number;
};

/** `server` is the index behind the fake server; `device` answers in place of the device. */
export function openRemoteFixture(
  server: { readonly source: OnDeviceSource; readonly store: Store },
  changes: Partial<CoverageDeskDeps> = {},
): RemoteFixture {
  const api = createFakeApi(server);
  const store = createStore({ name: 'reader' });
  const fixture: RemoteFixture = {
    api,
    store,
    settings: SERVER_SETTINGS,
    thresholds: BLINDSPOT_THRESHOLDS,
    isOnline: true,
    now: NOW,
    refreshed: 0,
    desk: createCoverageDesk({
      device: server.source,
      store,
      readSettings: async () => fixture.settings,
      isAllowed: async () => true,
      rerate: async (coverage) => coverage,
      readThresholds: async () => fixture.thresholds,
      findSeparated: async () => [],
      onRefreshed: () => {
        fixture.refreshed += 1;
      },
      fetch: api.fetch,
      isOnline: () => fixture.isOnline,
      now: () => fixture.now,
      ...changes,
    }),
  };
  return fixture;
}

/** The source as it is opened for each request. */
export function sourceOf({ desk }: RemoteFixture, isPrivate = false): RemoteSource {
  const ask: CoverageDesk['ask'] = (_question, work) => desk.ask({ isPrivate }, work);
  const answer = async <Value>(work: Parameters<typeof ask<Value>>[1]) =>
    (await ask<Value>({ isPrivate }, work)).result;
  return {
    lookup: (urls, signal) => answer((source) => source.lookup(urls, signal)),
    match: (probe, signal) => answer((source) => source.match(probe, signal)),
    story: (id, signal) => answer((source) => source.story(id, signal)),
    stories: (query, signal) => answer((source) => source.stories(query, signal)),
    storyContext: (question, signal) => answer((source) => source.storyContext(question, signal)),
  };
}

/** Which source answered, and what a server was sent for it. */
export async function answeredBy(
  { desk }: RemoteFixture,
  work: (source: RemoteSource) => Promise<unknown>,
): Promise<AnsweredBy> {
  const answer = await desk.ask({ isPrivate: false }, async (source) => {
    await work(source);
    return ok(null);
  });
  return answer.answeredBy;
}
