// Saves the engine at the end of a round: its calls are in the journal, and once the journal is long a snapshot replaces it.
//
// A snapshot of 60,000 articles is 17 MB; replaying a journalled call takes half a millisecond or more. A snapshot that found
// no room is tried again once articles have been deleted, or the index has changed as many times as a journal may have calls.
// Meanwhile the journal goes on, and the tries cost no more than snapshots do where there is room.

import { askEngine } from '../../engine/engine-failure.ts';
import { countArticles } from '../store/articles.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { deleteSnapshot, SNAPSHOT_STORES, writeSnapshot } from '../store/snapshots.ts';
import { type Transaction, writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import { logEngineFailure } from './log-engine-failure.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

/** A journal may have so many calls, and so many more for each article of the index. */
const CALLS = 100;
const CALLS_PER_ARTICLE = 0.01;

/** Tried again at this share of the articles for which there was no room: some were deleted, on a full disk or by the reader's setting. */
const RETRY_SHARE = 0.9;

type SavingParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

/** False where there is no room. Failures are not passed on: a saved engine only makes the next start faster. */
export async function saveEngine({ deps, engine }: SavingParts): Promise<boolean> {
  const held = engine.held();
  if (held === null) return true;
  const { clusterer, revision, journaled } = held;
  try {
    const saved = await deps.store.run(
      writeWith(['meta', 'articles', ...SNAPSHOT_STORES], async (transaction) => {
        const index = await readIndexState(transaction);
        if (index === null || index.revision !== revision) return { journaled, hasRoom: true };
        const { refused, ...rest } = index;
        const articles = await countArticles(transaction);
        const long = CALLS + CALLS_PER_ARTICLE * articles;
        const isShort = journaled !== null && journaled <= long;
        const isWaiting =
          refused !== undefined && revision - refused.revision <= long && articles > refused.articles * RETRY_SHARE;
        if (isShort || isWaiting) {
          await writeIndexState(transaction, { ...index, roundRevision: revision });
          return { journaled, hasRoom: refused === undefined };
        }
        await writeSnapshot(transaction, { revision, ...askEngine(() => clusterer.snapshot()) });
        await writeIndexState(transaction, { ...rest, snapshotRevision: revision, roundRevision: revision });
        return { journaled: 0, hasRoom: true };
      }),
    );
    if (saved.ok) {
      engine.advance({ revision, journaled: saved.value.journaled });
      return saved.value.hasRoom;
    }
    console.warn('Parallax: the engine could not be saved', saved.error);
    if (saved.error.reason !== 'storage-full') return true;
    await deps.store.run(writeWith(['meta', 'articles'], (transaction) => noteRefused(transaction, revision)));
    return false;
  } catch (cause) {
    logEngineFailure(cause, 'it is not saved');
    engine.drop(); // it may be half changed, and so may the state that the journal describes
    await deps.store.run(writeWith(SNAPSHOT_STORES, deleteSnapshot));
    return true;
  }
}

async function noteRefused(transaction: Transaction<'readwrite'>, revision: number): Promise<void> {
  const index = await readIndexState(transaction);
  if (index?.revision !== revision) return;
  const refused = { revision, articles: await countArticles(transaction) };
  await writeIndexState(transaction, { ...index, refused, roundRevision: revision });
}
