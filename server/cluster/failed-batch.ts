// Decides what happens to a batch that made the engine throw: one article must not hold up all the others.
//
//   several entries         ──▶ reload the engine and place them one by one
//   one article             ──▶ set it aside: log it, count it, and skip it in this generation, in replays too
//   one expiry of articles  ──▶ rebuild the engine from the stored places, which no longer contain them
//
// The clusterer may be in a half-changed state, so it is never used again. If the rebuilt one fails as well, the shard stops and
// is taken again, as after any other failure.
import type { ArticleId } from '../../engine/ids.ts';
import { describeSafely } from '../describe-safely.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import type { IntakeEntry } from '../store/intake.ts';
import { writeSetAside } from '../store/set-aside.ts';
import type { Lease } from '../store/shard-states.ts';

export type FailedBatch = { readonly entries: readonly IntakeEntry[]; readonly cause: unknown };

/** How the shard continues, each up to and including an entry's number; 0 for none. */
export type Caution = {
  /** Entries up to here are placed one by one. */
  readonly singlyUntil: number;
  /** Entries up to here are reached by rebuilding the engine from the stored places. */
  readonly rebuiltUntil: number;
};

type Answering = {
  readonly database: Database;
  readonly log: Log;
  readonly lease: Lease;
  readonly caution: Caution;
};

/** Null when another process owns the shard by now; rethrows a cause that it cannot work around. */
export async function answerFailure(
  { database, log, lease, caution }: Answering,
  { entries, cause }: FailedBatch,
): Promise<Caution | null> {
  const { generation, shard } = lease;
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (first === undefined || last === undefined) throw cause;
  if (first !== last) {
    log.warn('the engine failed on a batch: its entries are placed one by one', {
      generation,
      shard,
      entries: entries.length,
    });
    return { ...caution, singlyUntil: last.no };
  }
  const articleId = findArticle(first);
  if (articleId === null) {
    if (caution.rebuiltUntil >= first.no) throw cause;
    log.warn('the engine failed on the expiry of articles: it is rebuilt from the stored places', {
      generation,
      shard,
      entry: first.kind,
    });
    return { ...caution, rebuiltUntil: first.no };
  }
  if (!(await writeSetAside(database, { lease, entry: first, articleId }))) return null;
  log.error('the engine failed on an article, which is set aside', {
    cause: new Error(describeSafely(cause)), // the message is left out because it may quote the article
    facts: { generation, shard, article: articleId, entry: first.kind },
  });
  return caution;
}

function findArticle(entry: IntakeEntry): ArticleId | null {
  if (entry.kind === 'article') return entry.article.id;
  return entry.kind === 'separate' || entry.kind === 'unseparate' ? entry.articleId : null;
}
