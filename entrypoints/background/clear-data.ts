// "Clear everything": deletes all data on disk and in memory, including those of open pages, and starts over.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
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

export async function clearData(deps: ClearDataDeps): Promise<void> {
  const { source, desk, sync, catalogue, tabPages, renewPages } = deps;
  await sync.pauseFor(async () => {
    // First, since deleting choices would have open pages looked up again, possibly by a server.
    await tabPages.dropAll();
    expectCleared(await source.clear());
    await clearPrivateLedger();
    await forgetSyncRecord();
    await forgetChoices();
    catalogue.reset();
    await markPacksChanged();
    // Last, so that answers that arrived meanwhile are deleted too.
    expectCleared(await desk.forgetAnswers());
  });
  // Again, since open pages keep sending messages.
  await tabPages.dropAll();
  await renewPages();
  // Not awaited: a round through the feeds takes minutes, and the data are gone already.
  sync.run().catch((cause: unknown) => reportFailure('polling after clearing', cause));
}

/** Ignores that the browser forbids storage: then there is nothing to delete. */
function expectCleared(cleared: Result<void, CoverageError>): void {
  if (!cleared.ok && cleared.error.reason !== 'storage-forbidden')
    throw new Error(`the data could not be cleared: ${cleared.error.reason}`);
}
