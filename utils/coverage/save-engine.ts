// Ends a round of the engine's: what it was told is in the journal, which a snapshot of its state replaces once it has become long.
//
// Of 60,000 articles a snapshot takes 17 MB to write; going through a call of the journal takes half a millisecond and more.
// One for which there is no room is tried again once articles have gone, or the index has changed as often as a journal may be
// long. The journal goes on meanwhile, and the tries cost no more than snapshots do where there is room.

import { askEngine } from '../../engine/engine-failure.ts';
import { countArticles } from '../store/articles.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { deleteSnapshot, SNAPSHOT_STORES, writeSnapshot } from '../store/snapshots.ts';
import { type Transaction, writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { tellFailure } from './tell-failure.ts';

/** Calls that a journal may have, and how many of them for each article of the index. */
const CALLS = 100;
const CALLS_PER_ARTICLE = 0.01;

/** Share of the articles: fewer than those for which there was no room are a reader's wish to keep less, or a full disk's. */
const FEWER = 0.9;

type SavingParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

/** It only saves time at the next start. False where there is no room for it. */
export async function saveEngine({ deps, engine }: SavingParts): Promise<boolean> {
  const held = engine.held();
  if (held === null) return true;
  const { clusterer, revision, journaled } = held;
  try {
    const saved = await deps.store.run((db) =>
      writeWith(db, ['meta', 'articles', ...SNAPSHOT_STORES], async (transaction) => {
        const index = await readIndexState(transaction);
        if (index === null || index.revision !== revision) return { journaled, hasRoom: true };
        const { refused, ...rest } = index;
        const articles = await countArticles(transaction);
        const long = CALLS + CALLS_PER_ARTICLE * articles;
        const isShort = journaled !== null && journaled <= long;
        const isWaiting =
          refused !== undefined && revision - refused.revision <= long && articles > refused.articles * FEWER;
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
    await deps.store.run((db) =>
      writeWith(db, ['meta', 'articles'], (transaction) => noteRefused(transaction, revision)),
    );
    return false;
  } catch (cause) {
    tellFailure(cause, 'it is not saved');
    engine.drop(); // it may be half changed, and so may be what led to it
    await deps.store.run((db) => writeWith(db, SNAPSHOT_STORES, deleteSnapshot));
    return true;
  }
}

async function noteRefused(transaction: Transaction<'readwrite'>, revision: number): Promise<void> {
  const index = await readIndexState(transaction);
  if (index?.revision !== revision) return;
  const refused = { revision, articles: await countArticles(transaction) };
  await writeIndexState(transaction, { ...index, refused, roundRevision: revision });
}
