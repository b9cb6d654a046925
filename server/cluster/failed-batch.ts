// What becomes of a batch over which the engine failed: one article must not hold up all the others.
//
//   several entries ──▶ the engine is loaded anew, and they are placed one by one
//   one entry       ──▶ it is set aside: logged, counted, and passed over by this generation, also in a replay
//   the end of many ──▶ the engine is built from the stored places, where they are no more
//
// The clusterer may be half changed by then, so that it is never used again. What still fails then stops the shard, which
// is taken again, as after any other failure.
import type { ArticleId } from '../../engine/ids.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import type { IntakeEntry } from '../store/intake.ts';
import { writeSetAside } from '../store/set-aside.ts';
import type { Lease } from '../store/shard-states.ts';
import { tellSafely } from '../tell-safely.ts';

export type FailedBatch = { readonly entries: readonly IntakeEntry[]; readonly cause: unknown };

/** How the shard goes on; up to these entries, 0 for none. */
export type Caution = {
  /** They are placed one by one. */
  readonly singlyUntil: number;
  /** The engine is built from the stored places to come to it. */
  readonly rebuiltUntil: number;
};

type Answering = {
  readonly database: Database;
  readonly log: Log;
  readonly lease: Lease;
  readonly caution: Caution;
};

/** Null when the shard is another's by now; throws what cannot be helped. */
export async function answerFailure(
  { database, log, lease, caution }: Answering,
  { entries, cause }: FailedBatch,
): Promise<Caution | null> {
  const { generation, shard } = lease;
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (first === undefined || last === undefined) throw cause;
  if (first !== last) {
    log.warn('the engine failed over a batch: it is placed one by one', { generation, shard, entries: entries.length });
    return { ...caution, singlyUntil: last.no };
  }
  const articleId = findArticle(first);
  if (articleId === null) {
    if (caution.rebuiltUntil >= first.no) throw cause;
    log.warn('the engine failed over the end of articles: it is built anew', { generation, shard, entry: first.kind });
    return { ...caution, rebuiltUntil: first.no };
  }
  if (!(await writeSetAside(database, { lease, entry: first, articleId }))) return null;
  // Without its message, which may quote the article.
  const facts = { generation, shard, article: articleId, entry: first.kind };
  log.error('the engine failed over an article: it is set aside', new Error(tellSafely(cause)), facts);
  return caution;
}

function findArticle(entry: IntakeEntry): ArticleId | null {
  if (entry.kind === 'article') return entry.article.id;
  return entry.kind === 'separate' || entry.kind === 'unseparate' ? entry.articleId : null;
}
