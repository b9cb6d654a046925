// The on-device source, with the real engine over an in-memory IndexedDB, keeps the contract.
import { createStoryClusterer, openStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import { INDEX_STORES } from '../../utils/coverage/index-stores.ts';
import { refreshStories } from '../../utils/coverage/refresh-stories.ts';
import { readMembers, writeArticle } from '../../utils/store/articles.ts';
import { writeWith } from '../../utils/store/transaction.ts';
import { fetchedFeed, NOW, startFreshProfile, startWorker, succeed } from '../support/on-device-fixtures.ts';
import { CONTRACT_FEEDS, type ContractIndex, coverageSourceContract } from './coverage-source.ts';

const realEngine = {
  engineVersion: ENGINE_VERSION,
  loadClustering: async () => ({ createStoryClusterer, openStoryClusterer }),
};

async function createIndex(): Promise<ContractIndex> {
  startFreshProfile();
  const { source, store, deps } = startWorker(realEngine);
  for (const { host, headlines } of CONTRACT_FEEDS) await succeed(source.ingest(fetchedFeed(host, headlines)));
  await succeed(source.endCycle(NOW));
  return {
    source,
    async merge({ from, to }) {
      const style = { key: await deps.ratings.key(), ratings: await deps.ratings.load() };
      await succeed(
        store.run((db) =>
          writeWith(db, INDEX_STORES, async (transaction) => {
            for (const member of await readMembers(transaction, from)) {
              await writeArticle(transaction, { ...member, storyId: to });
            }
            const touched = new Set([from, to]);
            await refreshStories(transaction, { touched, redirects: new Map([[from, to]]), heirs: new Map(), style });
          }),
        ),
      );
    },
  };
}

coverageSourceContract('the on-device source', createIndex);

coverageSourceContract('the on-device source after a restart of the worker', async () => {
  const { merge } = await createIndex();
  return { source: startWorker(realEngine).source, merge };
});
