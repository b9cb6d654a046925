// Runs poll cycles, one at a time: publishes their progress, records their end, and renews open tabs meanwhile.
//
//   idle ──run()──▶ running ──each feed──▶ progress, renew soon ──last feed──▶ record, maintain, renew ──▶ idle
//                   running ──no feed may be polled──▶ maintain ──▶ idle
//                   running ──run()──▶ another cycle follows
//                   running ──wake()──▶ no effect
//
// A worker that dies while running loses only its progress: feeds that are not done are still due, and the alarm that is set for
// the duration of the cycle polls them. What the cycle found out is recorded before the maintenance, which takes longest.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { reportFailure } from '../report-failure.ts';
import type { Settings } from '../settings.ts';
import type { SyncState } from '../sync-state.ts';
import type { SyncRecord } from './sync-record.ts';
import { startTabRenewals } from './tab-renewals.ts';

/** The result for each feed of a cycle. */
export type FeedResult = 'fetched' | 'unchanged' | 'failed' | 'offline' | 'storage-full';

export type ChosenFeed = { readonly url: string };

export type PolledFeeds = {
  /** Some feeds were left for a cycle soon after: their host was just polled, or the network is slow or down. */
  readonly hasResting: boolean;
  /** How far the device's clock is ahead of the servers'. */
  readonly clockErrorMs: number;
};

export type FeedSyncDeps<Feed extends ChosenFeed> = {
  readonly listFeeds: () => Promise<readonly Feed[]>;
  readonly readAllowed: () => Promise<(feedUrl: string) => boolean>;
  readonly readSettings: () => Promise<Settings>;
  /** False while a server answers and the device's index is not needed. */
  readonly arePolled: () => Promise<boolean>;
  /** Polls the feeds that are due, or with `isAsked` all that may be polled; reports each once it is stored. */
  readonly pollFeeds: (cycle: {
    readonly feeds: readonly Feed[];
    readonly pollIntervalMs: number;
    readonly isAsked: boolean;
    readonly signal: AbortSignal;
    readonly onTotal: (total: number) => void;
    readonly onResult: (result: FeedResult) => Promise<void>;
  }) => Promise<PolledFeeds>;
  /** `feeds`: all chosen ones. */
  readonly maintain: (
    found: Pick<PolledFeeds, 'clockErrorMs'> & { readonly feeds: readonly Feed[] },
  ) => Promise<Result<unknown, CoverageError>>;
  readonly count: () => Promise<Result<Counts, CoverageError>>;
  readonly readPauses: (feeds: readonly Feed[]) => Promise<Pauses>;
  readonly readRecord: () => Promise<SyncRecord>;
  readonly writeRecord: (record: SyncRecord) => Promise<void>;
  readonly publish: (state: SyncState) => Promise<void>;
  /** Looks up the coverage of open tabs again. */
  readonly renewTabs: () => Promise<void>;
  /** An alarm that wakes the worker if it dies during the cycle, or if feeds are waiting for their host to rest. */
  readonly guard: { readonly set: () => Promise<void>; readonly clear: () => Promise<void> };
  readonly now: () => number;
};

/** `isAsked`: the user requested news now. */
type RunOptions = { readonly isAsked: boolean };

export type FeedSync = {
  /** Resolves when a cycle that began after this call has ended. */
  readonly run: (options?: RunOptions) => Promise<void>;
  /** For the alarm, which fires every minute during a cycle: runs a cycle only if none is running. */
  readonly wake: () => Promise<void>;
  /** Aborts a running cycle and does the work while none runs; what was left undone is due in the next cycle. */
  readonly pauseFor: (work: () => Promise<void>) => Promise<void>;
  readonly state: () => Promise<SyncState>;
};

/** Milliseconds from news to renewing open tabs during a cycle: each renewal costs a match per open article. */
const RENEW_AFTER_MS = 5_000;
/** During the first cycle the user is waiting for coverage. */
const RENEW_AFTER_IN_FIRST_MS = 1_000;

type FoundFeeds<Feed> = { readonly feeds: readonly Feed[]; readonly allowed: readonly Feed[] };

type Counts = { readonly articles: number; readonly stories: number };
type Pauses = Pick<SyncState, 'failing' | 'pausedUntil'>;
type Measures = { readonly counts: Result<Counts, CoverageError>; readonly pauses: Pauses };

type Progress = { done: number; total: number; readonly startedAt: number };

export function createFeedSync<Feed extends ChosenFeed>(deps: FeedSyncDeps<Feed>): FeedSync {
  let current: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  let isFollowingAsked = false;
  let stop = new AbortController();
  let progress: Progress | null = null;
  /** Measured at the beginning of the running cycle. */
  let measured: Measures | null = null;

  async function findFeeds(): Promise<FoundFeeds<Feed>> {
    const feeds = await deps.listFeeds();
    const isAllowed = await deps.readAllowed();
    return { feeds, allowed: feeds.filter((feed) => isAllowed(feed.url)) };
  }

  async function describe({ feeds, allowed }: FoundFeeds<Feed>): Promise<SyncState> {
    const record = await deps.readRecord();
    const { counts, pauses } = await measure(allowed, record);
    return {
      feedsAllowed: allowed.length,
      feedsChosen: feeds.length,
      running: progress && { ...progress },
      isFirst: !record.hasEndedCycle,
      lastSuccessAt: record.lastSuccessAt,
      offlineSince: record.offlineSince,
      storageFull: record.storageFull,
      unreadable: counts.ok ? null : toUnreadable(counts.error),
      ...pauses,
      ...(counts.ok ? counts.value : { articles: 0, stories: 0 }),
    };
  }

  /** Counting a full index is slow: during a cycle it is repeated only for users who wait for their first articles. */
  async function measure(allowed: readonly Feed[], { hasEndedCycle }: SyncRecord): Promise<Measures> {
    if (measured !== null && hasEndedCycle) return measured;
    const [counts, pauses] = await Promise.all([deps.count(), deps.readPauses(allowed)]);
    if (progress !== null) measured = { counts, pauses };
    return { counts, pauses };
  }

  const state = async () => describe(await findFeeds());
  const publish = async (found: FoundFeeds<Feed>) =>
    orReport('showing how far polling has got', deps.publish(await describe(found)));
  const renewTabs = () => orReport('renewing open tabs', deps.renewTabs());

  async function runCycle({ isAsked, signal }: RunOptions & { readonly signal: AbortSignal }): Promise<void> {
    await deps.guard.set();
    const [found, settings] = await Promise.all([findFeeds(), deps.readSettings()]);
    const { feeds, allowed } = found;
    const isWanted = (settings.isPollingOn || isAsked) && (await deps.arePolled());
    if (!isWanted || allowed.length === 0) {
      // Stored articles expire without polling too.
      await recordRoom(toHasRoom(await deps.maintain({ clockErrorMs: 0, feeds })));
      return deps.guard.clear();
    }

    // Permissions are checked once per cycle, not for each feed.
    const counted: Progress = { done: 0, total: allowed.length, startedAt: deps.now() };
    progress = counted;
    await publish(found);
    const results = new Set<FeedResult>();
    const { hasEndedCycle } = await deps.readRecord();
    const renewals = startTabRenewals(renewTabs, hasEndedCycle ? RENEW_AFTER_MS : RENEW_AFTER_IN_FIRST_MS);
    const polling = deps.pollFeeds({
      feeds: allowed,
      pollIntervalMs: settings.pollMinutes * 60_000,
      isAsked,
      signal,
      onTotal: (total) => {
        counted.total = total;
      },
      onResult: async (result) => {
        results.add(result);
        counted.done += 1;
        await publish(found);
        if (result === 'fetched') renewals.note();
      },
    });
    const { hasResting, clockErrorMs } = await polling.finally(renewals.stop);
    if (signal.aborted) return;
    await record((before) => nextRecord(before, { results, now: deps.now() }));
    const hasRoom = toHasRoom(await deps.maintain({ clockErrorMs, feeds }));
    // A feed that could not be stored tells more; and where nothing was due, nothing was tried.
    if (results.size > 0 && !results.has('storage-full')) await recordRoom(hasRoom);
    // Where nothing was due, the cycle may resume one whose worker died before it had renewed them.
    if (results.has('fetched') || results.size === 0) await renewTabs();
    if (!hasResting) await deps.guard.clear();
  }

  async function recordRoom(hasRoom: boolean | null): Promise<void> {
    if (hasRoom !== null) await record((before) => ({ ...before, storageFull: !hasRoom }));
  }

  async function record(to: (before: SyncRecord) => SyncRecord): Promise<void> {
    const before = await deps.readRecord();
    const after = to(before);
    if (JSON.stringify(after) !== JSON.stringify(before))
      await orReport('remembering the state of polling', deps.writeRecord(after));
  }

  async function start({ isAsked }: RunOptions): Promise<void> {
    stop = new AbortController();
    const cycle = runCycle({ isAsked, signal: stop.signal })
      .catch(async (cause: unknown) => {
        // A permanent failure, such as a broken database, would otherwise poll the same outlets again every minute.
        await deps.guard.clear();
        throw cause;
      })
      .finally(() => {
        if (current === cycle) current = null;
        progress = null;
        measured = null;
      });
    current = cycle;
    try {
      await cycle;
    } finally {
      await publish(await findFeeds());
    }
  }

  function run({ isAsked } = { isAsked: false }): Promise<void> {
    if (current === null) return start({ isAsked });
    // The running cycle may have begun before the change that caused this call: another one follows, shared by all callers.
    isFollowingAsked ||= isAsked;
    following ??= current
      .catch(() => undefined)
      .then(() => {
        const wasAsked = isFollowingAsked;
        following = null;
        isFollowingAsked = false;
        return run({ isAsked: wasAsked });
      });
    return following;
  }

  async function wake(): Promise<void> {
    if (current === null) await run();
  }

  function pauseFor(work: () => Promise<void>): Promise<void> {
    stop.abort();
    const ended = current?.catch(() => undefined) ?? Promise.resolve();
    const pause = ended.then(work).finally(() => {
      if (current === pause) current = null;
    });
    current = pause;
    return pause;
  }

  return { run, wake, pauseFor, state };
}

const toUnreadable = ({ reason }: CoverageError): SyncState['unreadable'] =>
  reason === 'storage-newer' || reason === 'storage-forbidden' ? reason : 'storage-failed';

/** The browser may lack room for what is only shown or remembered; polling continues regardless. */
async function orReport(what: string, done: Promise<void>): Promise<void> {
  await done.catch((cause: unknown) => reportFailure(what, cause));
}

/** Null if the maintenance failed for another reason. */
function toHasRoom(maintained: Result<unknown, CoverageError>): boolean | null {
  if (maintained.ok) return true;
  if (maintained.error.reason === 'storage-full') return false;
  console.error('Parallax: the maintenance of the index failed', maintained.error);
  return null;
}

/** The record after polling; a cycle without due feeds changes nothing. */
export function nextRecord(
  before: SyncRecord,
  { results, now }: { readonly results: ReadonlySet<FeedResult>; readonly now: number },
): SyncRecord {
  if (results.size === 0) return before;
  const isOffline = [...results].every((result) => result === 'offline');
  const hasAnswer = results.has('fetched') || results.has('unchanged');
  return {
    hasEndedCycle: before.hasEndedCycle || !isOffline,
    lastSuccessAt: hasAnswer ? now : before.lastSuccessAt,
    offlineSince: isOffline ? (before.offlineSince ?? now) : null,
    storageFull: before.storageFull || results.has('storage-full'),
  };
}
