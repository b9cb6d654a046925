// The alarms that wake the worker: the regular one for polling, one that resumes a cycle its worker did not survive, and,
// where no feed is polled, one for what is kept and has grown too old.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { areFeedsPolled } from '../source-settings.ts';

export const POLL_ALARM = 'poll';
export const RESUME_ALARM = 'resume';
export const KEEPING_ALARM = 'keeping';

/** The browser's own minimum is 30 s; a minute also covers a cycle's slowest feeds. */
const RESUME_AFTER_MINUTES = 1;

const MINUTE_MS = 60_000;

/** Stories are kept for whole days: half a day more does no harm, and costs two looks at the index a day. */
const KEEPING_MINUTES = 720;

export async function schedulePolling(): Promise<void> {
  const { isPollingOn, pollMinutes } = await readSettings();
  const isPolled = isPollingOn && (await areFeedsPolled());
  await schedule(POLL_ALARM, isPolled ? pollMinutes : null);
  // Polling lets old stories go at the end of each round.
  await schedule(KEEPING_ALARM, isPolled ? null : KEEPING_MINUTES);
}

async function schedule(name: string, minutes: number | null): Promise<void> {
  if (minutes === null) {
    await browser.alarms.clear(name);
    return;
  }
  const current = await browser.alarms.get(name);
  // Creating it again would start its period anew. One that is due later than that was set by a clock that was ahead: the
  // browser would not ring before.
  const isDueInTime = current !== undefined && current.scheduledTime <= Date.now() + minutes * MINUTE_MS;
  if (current?.periodInMinutes === minutes && isDueInTime) return;
  browser.alarms.create(name, { periodInMinutes: minutes, delayInMinutes: minutes });
}

export const resumeGuard = {
  async set(): Promise<void> {
    browser.alarms.create(RESUME_ALARM, { periodInMinutes: RESUME_AFTER_MINUTES });
  },
  async clear(): Promise<void> {
    await browser.alarms.clear(RESUME_ALARM);
  },
};
