// Keeps the browser from stopping the worker in the middle of long work with the database, or while it waits for feeds.
//
// A worker that asks the browser nothing for 30 s is stopped, however busy it is; what it had begun in one transaction, such
// as grouping 60,000 articles anew after a change of the engine, would begin again with each poll and never end. Nor would a
// round in which no host answers: it asks the browser nothing, and the same hosts would be asked again each minute.
import { browser } from '../browser.ts';
import { reportFailure } from '../report-failure.ts';

const ASK_EVERY_MS = 20_000;

export async function stayAwake<Value>(work: () => Promise<Value>): Promise<Value> {
  const asking = setInterval(() => {
    // Any question will do.
    browser.runtime.getPlatformInfo().catch((cause: unknown) => reportFailure('staying awake', cause));
  }, ASK_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(asking);
  }
}
