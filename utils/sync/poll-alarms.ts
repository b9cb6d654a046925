// The alarms that wake the worker: the regular one for polling, and one that resumes a cycle its worker did not survive.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { areFeedsPolled } from '../source-settings.ts';

export const POLL_ALARM = 'poll';
export const RESUME_ALARM = 'resume';

/** The browser's own minimum is 30 s; a minute also covers a cycle's slowest feeds. */
const RESUME_AFTER_MINUTES = 1;

export async function schedulePolling(): Promise<void> {
  const { isPollingOn, pollMinutes } = await readSettings();
  if (!isPollingOn || !(await areFeedsPolled())) {
    await browser.alarms.clear(POLL_ALARM);
    return;
  }
  const current = await browser.alarms.get(POLL_ALARM);
  if (current?.periodInMinutes === pollMinutes) return; // creating it again would start its period anew
  browser.alarms.create(POLL_ALARM, { periodInMinutes: pollMinutes, delayInMinutes: pollMinutes });
}

export const resumeGuard = {
  async set(): Promise<void> {
    browser.alarms.create(RESUME_ALARM, { periodInMinutes: RESUME_AFTER_MINUTES });
  },
  async clear(): Promise<void> {
    await browser.alarms.clear(RESUME_ALARM);
  },
};
