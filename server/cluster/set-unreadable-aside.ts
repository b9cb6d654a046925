// Sets aside the entries of a batch that cannot be read, so that they are skipped and the others get their places.
//
// This happens before the batch is committed, so every replay skips them too, even if they have become readable by then.
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import type { IntakeEntry } from '../store/intake.ts';
import { writeSetAside } from '../store/set-aside.ts';
import type { Lease } from '../store/shard-states.ts';

type Parts = { readonly database: Database; readonly log: Log; readonly lease: Lease };

/** False when another process owns the shard by now. */
export async function setUnreadableAside(
  { database, log, lease }: Parts,
  batch: readonly IntakeEntry[],
): Promise<boolean> {
  const { generation, shard } = lease;
  for (const entry of batch) {
    if (entry.kind !== 'unreadable') continue;
    const { no, problem, articleId } = entry;
    if (!(await writeSetAside(database, { lease, entry, articleId }))) return false;
    const facts = { generation, shard, no, ...(articleId === null ? {} : { article: articleId }) };
    log.error('an entry of the intake cannot be read: it is set aside', { cause: new Error(problem), facts });
  }
  return true;
}
