// The contract's articles in an on-device index with the real engine.
import { createStoryClusterer, openStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import { INDEX_STORES } from '../../utils/coverage/index-stores.ts';
import type { OnDeviceSource } from '../../utils/coverage/on-device.ts';
import { refreshStories } from '../../utils/coverage/refresh-stories.ts';
import { readMembers, writeArticle } from '../../utils/store/articles.ts';
import type { Store } from '../../utils/store/database.ts';
import { writeWith } from '../../utils/store/transaction.ts';
import { fetchedFeed, NOW, startFreshProfile, startWorker, succeed } from '../support/on-device-fixtures.ts';
import { CONTRACT_FEEDS, type ContractIndex } from './coverage-source.ts';

export const realEngine = {
  engineVersion: ENGINE_VERSION,
  loadClustering: async () => ({ createStoryClusterer, openStoryClusterer }),
};

export type OnDeviceContractIndex = ContractIndex & { readonly source: OnDeviceSource; readonly store: Store };

export async function createOnDeviceContractIndex(): Promise<OnDeviceContractIndex> {
  startFreshProfile();
  const { source, store, deps } = startWorker(realEngine);
  for (const { host, headlines } of CONTRACT_FEEDS) await succeed(source.ingest(fetchedFeed(host, headlines)));
  await succeed(source.endCycle(NOW));
  return {
    source,
    store,
    async merge({ from, to }) {
      const ratings = await deps.ratings.load();
      await succeed(
        store.run(
          writeWith(INDEX_STORES, async (transaction) => {
            const members = await readMembers(transaction, from);
            for (const member of members) await writeArticle(transaction, { ...member, storyId: to });
            const moves = members.map(({ id }) => ({ articleId: id, from, to }));
            const touched = new Set([from, to]);
            await refreshStories(transaction, { touched, moves, redirects: new Map([[from, to]]), ratings });
          }),
        ),
      );
    },
  };
}
