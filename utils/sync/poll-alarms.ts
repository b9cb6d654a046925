// The alarms that wake the worker: the regular one for polling; one that resumes a cycle whose worker died; and, if no feeds are
// polled, one for expiring old stories.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { areFeedsPolled } from '../source-settings.ts';

export const POLL_ALARM = 'poll';
export const RESUME_ALARM = 'resume';
export const KEEPING_ALARM = 'keeping';

/** The browser's minimum is 30 s; a minute also covers a cycle's slowest feeds. */
const RESUME_AFTER_MINUTES = 1;

const MINUTE_MS = 60_000;

/** Twice a day: stories are kept for whole days, so half a day more does no harm. */
const KEEPING_MINUTES = 720;

export async function schedulePolling(): Promise<void> {
  const { isPollingOn, pollMinutes } = await readSettings();
  const isPolled = isPollingOn && (await areFeedsPolled());
  await schedule(POLL_ALARM, isPolled ? pollMinutes : null);
  // With polling, old stories expire at the end of each cycle.
  await schedule(KEEPING_ALARM, isPolled ? null : KEEPING_MINUTES);
}

async function schedule(name: string, minutes: number | null): Promise<void> {
  if (minutes === null) {
    await browser.alarms.clear(name);
    return;
  }
  const current = await browser.alarms.get(name);
  // Creating it again would restart its period. An alarm that is due later than a period from now was set while the clock was
  // ahead, and would fire too late.
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
