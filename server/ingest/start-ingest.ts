// The ingest role: polls feeds, takes in the firehose and subscribes to hubs, until it is stopped.
//
//   feeds      claimed from their own table, see poll-feeds.ts
//   firehose   each minute, one process plans the missing minutes; each of those is a job for any free process
//   hubs       every ten minutes, one process renews subscriptions that are missing or end soon
import type { IdentifyLanguage } from '../../engine/article/article-text.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Log } from '../log.ts';
import { countWaiting } from '../store/count-waiting.ts';
import type { Database } from '../store/database.ts';
import { writeRegistryFeeds } from '../store/feeds.ts';
import { followFirehose } from './firehose/follow-firehose.ts';
import { MINUTE_MS } from './firehose/minute-file.ts';
import { type Jobs, openJobs } from './jobs.ts';
import { pollFeeds } from './poll-feeds.ts';
import type { SafeFetch } from './safe-fetch.ts';
import type { TakeInto } from './take-into.ts';
import { subscribeToHubs } from './websub/subscribe.ts';

export type IngestConfig = {
  readonly pollMinutes: number;
  readonly pollsAtOnce: number;
  readonly waitingMax: number;
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

export async function startIngest(parts: IngestParts): Promise<{ readonly stop: () => Promise<void> }> {
  const { database, catalogue, config, log } = parts;
  await writeRegistryFeeds(database, catalogue.feeds);
  const stop = new AbortController();
  const { directory } = catalogue;
  const waiting = () => countWaiting(database, config.waitingMax + 1);
  const limits = {
    pollIntervalMs: config.pollMinutes * MINUTE_MS,
    atOnce: config.pollsAtOnce,
    waitingMax: config.waitingMax,
  };
  const jobs = await openJobs({ database, log });
  if (config.firehoseUrl !== null) {
    const source = config.firehoseUrl.replace(/\/+$/, '');
    const { firehoseHours: hours, waitingMax } = config;
    await followFirehose({ ...parts, directory, source, hours, waitingMax, jobs, signal: stop.signal });
  }
  if (config.callbackUrl !== null) await followHubs(parts, { jobs, callbackUrl: config.callbackUrl, stop });
  const polling = pollFeeds({ ...parts, directory, countWaiting: waiting, limits }, stop.signal);
  log.info('ingest started', { feeds: catalogue.feeds.length });
  return {
    async stop() {
      stop.abort();
      await Promise.all([polling, jobs.stop()]);
    },
  };
}

type Hubs = { readonly jobs: Jobs; readonly callbackUrl: string; readonly stop: AbortController };

async function followHubs(parts: IngestParts, { jobs, callbackUrl, stop }: Hubs): Promise<void> {
  const subscribing = { ...parts, callbackUrl: callbackUrl.replace(/\/+$/, '') };
  const run = () => subscribeToHubs(subscribing, stop.signal);
  await jobs.schedule({ name: 'websub', cron: '*/10 * * * *', run });
}
