// Keeps the browser from stopping the worker during long database work, or while it waits for feeds.
//
// A worker that makes no browser API call for 30 s is stopped, however busy it is. Work in one transaction, such as re-clustering
// 60,000 articles after an engine update, would start again with each poll and never finish. So would a cycle in which no host
// responds: it makes no API calls, and the same hosts would be polled again every minute.
import { browser } from '../browser.ts';
import { reportFailure } from '../report-failure.ts';

const ASK_EVERY_MS = 20_000;
/**
 * Longer than any work takes; the longest is polling, with less than five minutes. Work that never ends, such as a call that the
 * browser's database does not answer, must not keep the worker: only the next one can go on.
 */
const AWAKE_MAX_MS = 10 * 60_000;

export async function stayAwake<Value>(work: () => Promise<Value>): Promise<Value> {
  const asking = setInterval(() => {
    // Any API call will do.
    browser.runtime.getPlatformInfo().catch((cause: unknown) => reportFailure('staying awake', cause));
  }, ASK_EVERY_MS);
  const givingUp = setTimeout(() => clearInterval(asking), AWAKE_MAX_MS);
  try {
    return await work();
  } finally {
    clearTimeout(givingUp);
    clearInterval(asking);
  }
}
