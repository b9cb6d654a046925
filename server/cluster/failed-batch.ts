// What becomes of a batch over which the engine failed: one article must not hold up all the others.
//
//   several entries ──▶ the engine is loaded anew, and they are placed one by one
//   one entry       ──▶ it is set aside: logged, counted, and passed over by this generation, also in a replay
//
// The clusterer may be half changed by then, so that it is never used again. What is not about one article, such as the
// end of many, is not set aside: the shard stops and is taken again, as after any other failure.
import type { ArticleId } from '../../engine/ids.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import type { IntakeEntry } from '../store/intake.ts';
import { writeSetAside } from '../store/set-aside.ts';
import { confirm, type Lease } from '../store/shard-states.ts';
import { tellSafely } from '../tell-safely.ts';

export type FailedBatch = { readonly entries: readonly IntakeEntry[]; readonly cause: unknown };

type Answering = { readonly database: Database; readonly log: Log; readonly lease: Lease };

/** The entry up to which all are to be placed one by one; throws what cannot be helped. */
export async function answerFailure(
  { database, log, lease }: Answering,
  { entries, cause }: FailedBatch,
): Promise<number> {
  const { generation, shard } = lease;
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (first === undefined || last === undefined) throw cause;
  if (first !== last) {
    log.warn('the engine failed over a batch: it is placed one by one', { generation, shard, entries: entries.length });
    return last.no;
  }
  const articleId = findArticle(first);
  if (articleId === null) throw cause;
  await database.transaction(async (queries) => {
    if (await confirm(queries, lease)) await writeSetAside(queries, { generation, shard, no: first.no, articleId });
  });
  // Without its message, which may quote the article.
  const facts = { generation, shard, article: articleId, entry: first.kind };
  log.error('the engine failed over an article: it is set aside', new Error(tellSafely(cause)), facts);
  return first.no;
}

function findArticle(entry: IntakeEntry): ArticleId | null {
  if (entry.kind === 'article') return entry.article.id;
  return entry.kind === 'separate' || entry.kind === 'unseparate' ? entry.articleId : null;
}
