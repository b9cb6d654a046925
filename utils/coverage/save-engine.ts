// Ends a round of the engine's: what it was told is in the journal, which a snapshot of its state replaces once it has become long.
//
// Of 60,000 articles a snapshot takes 17 MB to write; going through a call of the journal takes half a millisecond and more.

import { askEngine } from '../../engine/engine-failure.ts';
import { countArticles } from '../store/articles.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { deleteSnapshot, SNAPSHOT_STORES, writeSnapshot } from '../store/snapshots.ts';
import { writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { tellFailure } from './tell-failure.ts';

/** Calls that a journal may have, and how many of them for each article of the index. */
const CALLS = 100;
const CALLS_PER_ARTICLE = 0.01;

type SavingParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

/** Only saves time at the next start, so a failure is no more than a warning. */
export async function saveEngine({ deps, engine }: SavingParts): Promise<void> {
  const held = engine.held();
  if (held === null) return;
  const { clusterer, revision, journaled } = held;
  try {
    const saved = await deps.store.run((db) =>
      writeWith(db, ['meta', 'articles', ...SNAPSHOT_STORES], async (transaction) => {
        const index = await readIndexState(transaction);
        if (index === null || index.revision !== revision) return journaled;
        const isShort =
          journaled !== null && journaled <= CALLS + CALLS_PER_ARTICLE * (await countArticles(transaction));
        if (!isShort) await writeSnapshot(transaction, { revision, ...askEngine(() => clusterer.snapshot()) });
        const snapshotRevision = isShort ? index.snapshotRevision : revision;
        await writeIndexState(transaction, { ...index, snapshotRevision, roundRevision: revision });
        return isShort ? journaled : 0;
      }),
    );
    if (saved.ok) engine.advance({ revision, journaled: saved.value });
    else console.warn('Parallax: the engine could not be saved', saved.error);
  } catch (cause) {
    tellFailure(cause, 'it is not saved');
    engine.drop(); // it may be half changed, and so may be what led to it
    await deps.store.run((db) => writeWith(db, SNAPSHOT_STORES, deleteSnapshot));
  }
}
