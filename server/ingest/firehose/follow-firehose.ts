// Follows a firehose: each minute one process plans what is missing, and whoever is free takes in a minute.
import { isFull } from '../../store/count-waiting.ts';
import { planMinutes } from '../../store/firehose-minutes.ts';
import type { Jobs } from '../jobs.ts';
import { lastFullMinute, MINUTE_MS } from './minute-file.ts';
import { type FirehoseDeps, takeMinute } from './take-minute.ts';

export type FollowFirehose = FirehoseDeps & {
  readonly jobs: Jobs;
  readonly signal: AbortSignal;
  /** How far back missing minutes are fetched. */
  readonly hours: number;
  readonly waitingMax: number;
};

/** As many as some ten minutes bring when two processes work on them; what is left is planned again a minute later. */
const MINUTES_AT_ONCE = 30;

export async function followFirehose(following: FollowFirehose): Promise<void> {
  const { jobs, signal, hours, waitingMax, database, source, now } = following;
  await jobs.work({
    name: 'firehose-minute',
    async run(key) {
      // Left as it is, the minute is planned again.
      if (!(await isFull(database, waitingMax))) await takeMinute(following, Number(key), signal);
    },
  });
  await jobs.schedule({
    name: 'firehose-plan',
    cron: '* * * * *',
    async run() {
      if (await isFull(database, waitingMax)) return;
      const to = lastFullMinute(now());
      const from = to - hours * 60 * MINUTE_MS;
      const minutes = await planMinutes(database, { source, from, to, now: now(), limit: MINUTES_AT_ONCE });
      if (minutes.length > 0) await jobs.send('firehose-minute', minutes.map(String));
    },
  });
}
