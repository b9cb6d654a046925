// "Clear everything": deletes all data on disk and in memory, including those of open pages, and starts over.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { browser } from '../../utils/browser.ts';
import type { CoverageDesk } from '../../utils/coverage/choose-source.ts';
import type { OnDeviceSource } from '../../utils/coverage/on-device.ts';
import { clearPrivateLedger } from '../../utils/coverage/remote/private-ledger.ts';
import { forgetChoices } from '../../utils/forget-choices.ts';
import type { CatalogueLoader } from '../../utils/outlets/outlet-catalogue.ts';
import { markPacksChanged } from '../../utils/outlets/ratings-key.ts';
import { reportFailure } from '../../utils/report-failure.ts';
import type { FeedSync } from '../../utils/sync/feed-sync.ts';
import { forgetSyncRecord } from '../../utils/sync/sync-record.ts';

export type ClearDataDeps = {
  readonly source: Pick<OnDeviceSource, 'clear'>;
  readonly desk: Pick<CoverageDesk, 'forgetAnswers'>;
  readonly sync: Pick<FeedSync, 'pauseFor' | 'run'>;
  readonly catalogue: Pick<CatalogueLoader, 'reset'>;
  readonly tabPages: { readonly dropAll: () => Promise<void> };
  readonly renewPages: () => Promise<void>;
};

/** In storage.local while data are being deleted. */
const CLEARING = 'is-clearing';

/** True if the worker, or the browser, ended before everything was deleted. */
export async function isClearingDue(): Promise<boolean> {
  return (await browser.storage.local.get(CLEARING))[CLEARING] === true;
}

export async function clearData(deps: ClearDataDeps): Promise<void> {
  await browser.storage.local.set({ [CLEARING]: true });
  try {
    await clearAll(deps);
  } finally {
    // After a failure too: the user has been told, and data that come later must not be deleted unasked.
    await browser.storage.local.remove(CLEARING);
  }
  await deps.renewPages();
  // Not awaited: a round through the feeds takes minutes, and the data are gone already.
  deps.sync.run().catch((cause: unknown) => reportFailure('polling after clearing', cause));
}

async function clearAll({ source, desk, sync, catalogue, tabPages }: ClearDataDeps): Promise<void> {
  await sync.pauseFor(async () => {
    // First, since deleting choices would have open pages looked up again, possibly by a server.
    await tabPages.dropAll();
    assertCleared(await source.clear());
    await clearPrivateLedger();
    await forgetSyncRecord();
    await forgetChoices();
    catalogue.reset();
    await markPacksChanged();
    // Last, so that answers that arrived meanwhile are deleted too.
    assertCleared(await desk.forgetAnswers());
  });
  // Again, since open pages keep sending messages.
  await tabPages.dropAll();
}

/** Ignores that the browser forbids storage: then there is nothing to delete. */
function assertCleared(cleared: Result<void, CoverageError>): void {
  if (!cleared.ok && cleared.error.reason !== 'storage-forbidden')
    throw new Error(`the data could not be cleared: ${cleared.error.reason}`);
}
