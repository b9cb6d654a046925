// Saves the engine's state, so that the next worker opens it instead of building it from every article: of 60,000, many seconds.

import { askEngine } from '../../engine/engine-failure.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { writeSnapshot } from '../store/snapshots.ts';
import { writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { tellFailure } from './tell-failure.ts';

type SnapshotParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

/** Only saves time at the next start, so a failure is no more than a warning. */
export async function saveSnapshot({ deps, engine }: SnapshotParts): Promise<void> {
  const held = engine.held();
  if (held === null) return;
  const { clusterer, revision } = held;
  try {
    const { engineVersion, data } = askEngine(() => clusterer.snapshot());
    const saved = await deps.store.run((db) =>
      writeWith(db, ['meta', 'snapshots'], async (transaction) => {
        const index = await readIndexState(transaction);
        if (index === null || index.revision !== revision) return;
        await writeSnapshot(transaction, { revision, engineVersion, data });
        await writeIndexState(transaction, { ...index, snapshotRevision: revision });
      }),
    );
    if (!saved.ok) console.warn('Parallax: the engine could not be saved', saved.error);
  } catch (cause) {
    tellFailure(cause, 'it is not saved');
    engine.drop(); // it may be half changed
  }
}
