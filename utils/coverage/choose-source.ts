// Decides who answers a question: the device, the server that the user chose, or the device in its place when the server fails.
//
// It also decides where answers and ledger are kept: in memory only for private windows and under the policy `keepNothing`.
import type { CoverageError } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { Coverage } from '../../engine/schema.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { reportFailure } from '../report-failure.ts';
import type { ChosenServer, SourceSettings } from '../source-settings.ts';
import { clearAnswers } from '../store/answers.ts';
import type { Store } from '../store/database.ts';
import { addToLedger, clearLedger, replaceInLedger } from '../store/ledger.ts';
import { writeWith } from '../store/transaction.ts';
import type { AnsweredBy } from '../tab-state.ts';
import type { OnDeviceSource } from './on-device.ts';
import { type ApiClient, createApiClient, type LedgerLine } from './remote/api-client.ts';
import { createCachedQuestions } from './remote/cached-questions.ts';
import { createKeptAnswers, type Shelves } from './remote/kept-answers.ts';
import { addToPrivateLedger, replaceInPrivateLedger } from './remote/private-ledger.ts';
import { createRemoteSource, type RemoteSource, type RemoteSourceDeps } from './remote/remote-source.ts';
import { createServerRest } from './remote/server-rest.ts';
import { startTrail, type Trail } from './remote/trail.ts';
import { toFailureReason } from './to-failure-reason.ts';

/** The questions that both kinds of source answer. */
export type AnySource = Pick<OnDeviceSource, keyof RemoteSource>;

export type Answer<Value> = {
  readonly result: Result<Value, CoverageError>;
  readonly answeredBy: AnsweredBy;
};

export type CoverageDesk = {
  /** Runs `work` with the chosen source, and with the device if a server fails and the user wants that. */
  ask<Value>(
    question: { readonly isPrivate: boolean },
    work: (source: AnySource, by: 'device' | 'server') => Promise<Result<Value, CoverageError>>,
  ): Promise<Answer<Value>>;
  /**
   * For one story by its id, which may come from the server or from the device: asks the server, then the device where it
   * has an index of its own. Where neither knows the story, the answer is the server's.
   */
  findStory<Value>(
    question: { readonly isPrivate: boolean },
    work: (source: AnySource) => Promise<Result<Value | null, CoverageError>>,
  ): Promise<{ readonly result: Result<Value | null, CoverageError>; readonly by: 'device' | 'server' }>;
  /** Drops all kept answers, which are of no use with another server and tell what was read; under `keepNothing` the ledger, too. */
  forgetAnswers(): Promise<Result<void, CoverageError>>;
  /**
   * Under `keepNothing`: answers and lines on the disk from before that policy. In each round of polling, since the worker that
   * was told of the policy may have died before it deleted them.
   */
  forgetUnkept(): Promise<Result<void, CoverageError>>;
  /** A client for a server that is being tested; its requests are in the ledger like any others. */
  openClient(server: ChosenServer): Promise<ApiClient>;
};

export type CoverageDeskDeps = {
  readonly device: AnySource;
  readonly store: Store;
  readonly readSettings: () => Promise<SourceSettings>;
  readonly isAllowed: (origin: string) => Promise<boolean>;
  readonly rerate: (coverage: Coverage) => Promise<Coverage>;
  readonly readThresholds: RemoteSourceDeps['readThresholds'];
  readonly findSeparated: RemoteSourceDeps['findSeparated'];
  /** Called when a refresh brought something else than what is shown. */
  readonly onRefreshed: () => void;
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
  readonly now: () => number;
};

type Storage = Pick<LedgerEntry, 'isInMemory'>;

type ServerSettings = Extract<SourceSettings, { mode: 'server' }>;

export function createCoverageDesk(deps: CoverageDeskDeps): CoverageDesk {
  const { store, now } = deps;
  const answers = createKeptAnswers(store);

  /** Where the disk is full or fails, the line is kept in memory. */
  async function record(line: LedgerLine, { isInMemory }: Storage): Promise<(line: LedgerLine) => Promise<void>> {
    const report = (cause: unknown) => reportFailure('a line of the ledger', cause);
    const added = isInMemory
      ? null
      : await store.run(writeWith(['ledger'], (transaction) => addToLedger(transaction, { ...line, isInMemory })));
    if (added?.ok) {
      return async (ended) => {
        const replacement = { id: added.value, entry: { ...ended, isInMemory } };
        const replaced = await store.run(
          writeWith(['ledger'], (transaction) => replaceInLedger(transaction, replacement)),
        );
        if (!replaced.ok) report(replaced.error);
      };
    }
    const entry = { ...line, isInMemory: true };
    await addToPrivateLedger(entry).catch(report);
    return (ended) => replaceInPrivateLedger(entry, { ...ended, isInMemory: true }).catch(report);
  }

  function openClient(server: ChosenServer, place: Storage): ApiClient {
    return createApiClient({
      server,
      rest: createServerRest(server.base, now),
      fetch: deps.fetch,
      isOnline: deps.isOnline,
      isAllowed: () => deps.isAllowed(server.origin),
      now,
      record: (line) => record(line, place),
    });
  }

  type Asking = ServerSettings & { readonly isPrivate: boolean; readonly trail: Trail; readonly shelves: Shelves };

  async function askServer<Value>(
    settings: Asking,
    work: (source: AnySource) => Promise<Result<Value, CoverageError>>,
  ): Promise<Result<Value, CoverageError>> {
    const { server } = settings;
    return server === null
      ? err({ reason: 'server', problem: 'unreadable', status: 0 })
      : work(openRemote(server, settings));
  }

  function openRemote(server: ChosenServer, settings: Asking) {
    const isInMemory = settings.isPrivate || settings.keepsNothing;
    return createRemoteSource({
      trail: settings.trail,
      questions: createCachedQuestions({
        client: openClient(server, { isInMemory }),
        ...(isInMemory ? settings.shelves.inMemory : settings.shelves.onDisk),
        base: server.base,
        onRefreshed: deps.onRefreshed,
        now,
      }),
      maySendHeadline: settings.maySendHeadline,
      rerate: deps.rerate,
      readThresholds: deps.readThresholds,
      findSeparated: deps.findSeparated,
    });
  }

  async function forgetUnkept(): Promise<Result<void, CoverageError>> {
    const settings = await deps.readSettings();
    if (settings.mode !== 'server' || !settings.keepsNothing) return ok(undefined);
    return store.run(
      writeWith(['answers', 'ledger'], async (transaction) => {
        await clearAnswers(transaction);
        await clearLedger(transaction);
      }),
    );
  }

  return {
    async ask({ isPrivate }, work) {
      const shelves = answers.shelves();
      const settings = await deps.readSettings();
      if (settings.mode === 'on-device') {
        return { result: await work(deps.device, 'device'), answeredBy: { by: 'device' } };
      }
      const host = settings.server?.host ?? '';
      const trail = startTrail();
      const result = await askServer({ ...settings, isPrivate, trail, shelves }, (source) => work(source, 'server'));
      if (
        !result.ok &&
        settings.doesFallBack &&
        (result.error.reason === 'offline' || result.error.reason === 'server')
      ) {
        const reason = toFailureReason(result.error);
        return { result: await work(deps.device, 'device'), answeredBy: { by: 'device-instead', host, reason } };
      }
      const staleFor = trail.staleFor === null ? null : toFailureReason(trail.staleFor);
      return { result, answeredBy: { by: 'server', host, ...trail, staleFor } };
    },
    async findStory({ isPrivate }, work) {
      const shelves = answers.shelves();
      const settings = await deps.readSettings();
      if (settings.mode === 'on-device') return { result: await work(deps.device), by: 'device' };
      const atServer = await askServer({ ...settings, isPrivate, trail: startTrail(), shelves }, work);
      const onDevice = settings.doesFallBack && !isFound(atServer) ? await work(deps.device) : null;
      return onDevice !== null && isFound(onDevice)
        ? { result: onDevice, by: 'device' }
        : { result: atServer, by: 'server' };
    },
    async forgetAnswers() {
      const forgotten = answers.forget();
      const cleared = await forgetUnkept();
      return cleared.ok ? forgotten : cleared;
    },
    forgetUnkept,
    async openClient(server) {
      const settings = await deps.readSettings();
      return openClient(server, { isInMemory: settings.mode === 'server' && settings.keepsNothing });
    },
  };
}

const isFound = <Value>(result: Result<Value | null, CoverageError>): boolean => result.ok && result.value !== null;
