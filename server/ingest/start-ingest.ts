// The ingest role: polls feeds, fills the firehose's minutes and subscribes to hubs, until it is stopped.
//
//   feeds      claimed from their own table, see poll-feeds.ts
//   firehose   each minute, one process plans the missing minutes; each minute is a job of whoever is free
//   hubs       every ten minutes, one process asks those whose subscription is missing or ends soon
import type { IdentifyLanguage } from '../../engine/article/article-text.ts';
import { BACK_OFF_MAX_MS } from '../../engine/feed/next-poll.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Log } from '../log.ts';
import { countWaiting } from '../store/count-waiting.ts';
import type { Database } from '../store/database.ts';
import { mendSchedules, writeRegistryFeeds } from '../store/feeds.ts';
import { planMinutes } from '../store/firehose-minutes.ts';
import { lastFullMinute, MINUTE_MS } from './firehose/minute-file.ts';
import { takeMinute } from './firehose/take-minute.ts';
import { type Jobs, openJobs } from './jobs.ts';
import { pollFeeds } from './poll-feeds.ts';
import type { SafeFetch } from './safe-fetch.ts';
import type { TakeInto } from './take-into.ts';
import { subscribeToHubs } from './websub/subscribe.ts';

export type IngestConfig = {
  readonly pollMinutes: number;
  readonly pollsAtOnce: number;
  readonly waitingMax: number;
  /** False: only feeds that were added by hand. */
  readonly registryFeeds: boolean;
  readonly firehoseUrl: string | null;
  readonly firehoseHours: number;
  readonly callbackUrl: string | null;
};

export type IngestParts = {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly config: IngestConfig;
  readonly safeFetch: SafeFetch;
  readonly identifyLanguage: IdentifyLanguage;
  readonly take: TakeInto;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
};

/** As many as some ten minutes bring when two processes work on them; what is left is planned again a minute later. */
const MINUTES_AT_ONCE = 30;

export async function startIngest(parts: IngestParts): Promise<{ readonly stop: () => Promise<void> }> {
  const { database, catalogue, config, log } = parts;
  await writeRegistryFeeds(database, config.registryFeeds ? catalogue.feeds : []);
  const stop = new AbortController();
  const { directory } = catalogue;
  const waiting = () => countWaiting(database, config.waitingMax + 1);
  const limits = {
    pollIntervalMs: config.pollMinutes * MINUTE_MS,
    atOnce: config.pollsAtOnce,
    waitingMax: config.waitingMax,
  };
  await mendSchedules(database, parts.now() + BACK_OFF_MAX_MS + limits.pollIntervalMs);
  const polling = pollFeeds({ ...parts, directory, countWaiting: waiting, limits }, stop.signal);
  const jobs = await openJobs({ database, log });
  if (config.firehoseUrl !== null) await followFirehose(parts, { jobs, source: config.firehoseUrl, waiting, stop });
  if (config.callbackUrl !== null) await followHubs(parts, { jobs, callbackUrl: config.callbackUrl, stop });
  log.info('ingest started', { feeds: catalogue.feeds.length });
  return {
    async stop() {
      stop.abort();
      await Promise.all([polling, jobs.stop()]);
    },
  };
}

type Firehose = {
  readonly jobs: Jobs;
  readonly source: string;
  readonly waiting: () => Promise<number>;
  readonly stop: AbortController;
};

async function followFirehose(parts: IngestParts, { jobs, source, waiting, stop }: Firehose): Promise<void> {
  const { database, catalogue, config, now } = parts;
  const base = source.replace(/\/+$/, '');
  const deps = { ...parts, directory: catalogue.directory, source: base };
  const isFull = async () => (await waiting()) > config.waitingMax;
  await jobs.work({
    name: 'firehose-minute',
    async run(key) {
      // Left as it is, the minute is planned again.
      if (!(await isFull())) await takeMinute(deps, Number(key), stop.signal);
    },
  });
  await jobs.schedule({
    name: 'firehose-plan',
    cron: '* * * * *',
    async run() {
      if (await isFull()) return;
      const to = lastFullMinute(now());
      const from = to - config.firehoseHours * 60 * MINUTE_MS;
      const minutes = await planMinutes(database, { source: base, from, to, now: now(), limit: MINUTES_AT_ONCE });
      if (minutes.length > 0) await jobs.send('firehose-minute', minutes.map(String));
    },
  });
}

type Hubs = { readonly jobs: Jobs; readonly callbackUrl: string; readonly stop: AbortController };

async function followHubs(parts: IngestParts, { jobs, callbackUrl, stop }: Hubs): Promise<void> {
  const subscribing = { ...parts, callbackUrl: callbackUrl.replace(/\/+$/, '') };
  const run = () => subscribeToHubs(subscribing, stop.signal);
  await jobs.schedule({ name: 'websub', cron: '*/10 * * * *', run });
}
