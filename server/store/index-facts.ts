// Measurements of the index: how many articles and stories it has, and how they are distributed over the hash prefixes.
import type { EpochMs } from '../../engine/ids.ts';
import type { Queries } from './database.ts';

export type IndexFacts = {
  readonly measuredAt: EpochMs;
  readonly lookupBits: number;
  /** The fewest articles under any prefix of that length. */
  readonly lookupCrowd: number;
  readonly articles: number;
  readonly stories: number;
  readonly articleSeenAt: EpochMs | null;
};

export async function findIndexFacts(queries: Queries, generation: number): Promise<IndexFacts | null> {
  const [row] = await queries.query('select * from index_facts where generation = $1', [generation]);
  if (row === undefined) return null;
  return {
    measuredAt: Number(row.measured_at),
    lookupBits: Number(row.lookup_bits),
    lookupCrowd: Number(row.lookup_crowd),
    articles: Number(row.articles),
    stories: Number(row.stories),
    articleSeenAt: row.article_seen_at === null ? null : Number(row.article_seen_at),
  };
}

export async function writeIndexFacts(
  queries: Queries,
  { generation, ...facts }: IndexFacts & { readonly generation: number },
): Promise<void> {
  await queries.query(
    `insert into index_facts
       (generation, measured_at, lookup_bits, lookup_crowd, articles, stories, article_seen_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (generation) do update set measured_at = excluded.measured_at, lookup_bits = excluded.lookup_bits,
       lookup_crowd = excluded.lookup_crowd, articles = excluded.articles, stories = excluded.stories,
       article_seen_at = excluded.article_seen_at`,
    [
      generation,
      facts.measuredAt,
      facts.lookupBits,
      facts.lookupCrowd,
      facts.articles,
      facts.stories,
      facts.articleSeenAt,
    ],
  );
}

/** Distinct from the lock for claiming feeds, or polling and measuring would wait for each other. */
const MEASURE_LOCK = 7_270_201;

/** False when another process is measuring. Call it in a transaction, whose end releases the lock. */
export async function tryToMeasure(queries: Queries): Promise<boolean> {
  const [row] = await queries.query('select pg_try_advisory_xact_lock($1) as is_ours', [MEASURE_LOCK]);
  return row?.is_ours === true;
}
