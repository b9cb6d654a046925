// A process with the ingest and cluster roles, to be killed: takes the posts that its parent names, and reports when they are on disk.
import { openDatabase } from '../../../server/store/database.ts';
import { migrate } from '../../../server/store/migrate.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  startTestClustering,
  toPosts,
  waitUntilPlaced,
} from './clustering-fixtures.ts';

export type Told = { readonly post: number } | { readonly placeAll: true };
export type Says = 'ready' | 'placed' | { readonly acknowledged: number } | { readonly failed: string };

const [kind, place = '', count = ''] = process.argv.slice(2);
const posts = toPosts(inventArticles(Number(count)));
const say = (what: Says) => process.send?.(what);

const database = await openDatabase(kind === 'embedded' ? { url: null, folder: place } : { url: place, folder: '' });
await migrate(database);
const log = createTestLog();
const clustering = await startTestClustering(database, { log, leaseMs: 400, snapshotEvery: 60 });

process.on('message', async (told: Told) => {
  try {
    if ('post' in told) {
      await feed(database, posts[told.post] ?? [], told.post);
      say({ acknowledged: told.post });
    } else {
      await waitUntilPlaced(database);
      await clustering.stop();
      await database.close();
      say(log.errors.length === 0 ? 'placed' : { failed: log.errors.map(String).join('; ') });
      process.disconnect();
    }
  } catch (cause) {
    say({ failed: String(cause) });
  }
});
say('ready');
