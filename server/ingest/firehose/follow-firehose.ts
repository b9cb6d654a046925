// Follows a firehose: each minute, one process plans the missing minutes, and any free process takes one in.
import { isFull } from '../../store/count-waiting.ts';
import { planMinutes } from '../../store/firehose-minutes.ts';
import type { Jobs } from '../jobs.ts';
import { lastFullMinute, MINUTE_MS } from './minute-file.ts';
import { type FirehoseDeps, takeMinute } from './take-minute.ts';

export type FollowFirehose = FirehoseDeps & {
  readonly jobs: Jobs;
  readonly signal: AbortSignal;
  /** Hours of the past for which missing minutes are fetched. */
  readonly hours: number;
  readonly waitingMax: number;
};

/** About what two processes manage in ten minutes; the remaining minutes are planned again a minute later. */
const MINUTES_AT_ONCE = 30;

export async function followFirehose(following: FollowFirehose): Promise<void> {
  const { jobs, signal, hours, waitingMax, database, source, now } = following;
  await jobs.work({
    name: 'firehose-minute',
    async run(key) {
      // A minute that is skipped here is planned again.
      if (!(await isFull(database, waitingMax))) await takeMinute(following, { minute: Number(key), signal });
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
