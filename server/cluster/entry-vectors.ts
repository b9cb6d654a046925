// Computes the embedding vectors of a batch's articles and stores them before placing, so that a replay uses the same ones.
//
// A failing or slow encoder holds nothing up: the batch is placed by its words alone, and the encoder is not called for the next
// minute. Missing vectors are stored as such, so a replay reproduces that too.
import { toDense } from '../../engine/cluster/dense.ts';
import type { Encoder } from '../../engine/ports.ts';
import { encodeArticles } from '../encoder/encode-articles.ts';
import type { Log } from '../log.ts';
import { startTimeout } from '../start-timeout.ts';
import type { Database } from '../store/database.ts';
import type { IntakeEntry, TakenArticle } from '../store/intake.ts';
import { confirmLease, type Lease } from '../store/shard-states.ts';
import { type EntryVectors, readVectors, writeVectors } from '../store/vectors.ts';
import { toClusterArticle } from './apply-entries.ts';

export type VectorParts = {
  readonly database: Database;
  readonly encoder: Encoder | null;
  readonly log: Log;
  readonly signal: AbortSignal;
};

export type OwnedBatch = { readonly lease: Lease; readonly batch: readonly IntakeEntry[] };

/** A batch of a hundred titles takes a second on a slow machine. */
const ENCODE_MAX_MS = 15_000;
const REST_MS = 60_000;

const NO_VECTORS: EntryVectors = new Map();

/** Create one per shard. The returned function throws when work is to stop: nothing is placed then. */
export function createVectorGiver({ database, encoder, log, signal }: VectorParts) {
  let restsUntil = 0; // by performance.now(), which never runs backwards

  async function encode(articles: readonly TakenArticle[]): Promise<readonly (Int8Array | null)[]> {
    const without = articles.map(() => null);
    if (encoder === null || articles.length === 0 || performance.now() < restsUntil) return without;
    const encoded = await encodeArticles(encoder, {
      articles: articles.map(toClusterArticle),
      signal: AbortSignal.any([signal, startTimeout(ENCODE_MAX_MS)]),
    });
    signal.throwIfAborted();
    if (encoded.ok) return encoded.value.map(({ dense }) => (dense === undefined ? null : toDense(dense)));
    restsUntil = performance.now() + REST_MS;
    log.warn('the encoder failed: articles are placed by their words', { encoder: encoder.id, ...encoded.error });
    return without;
  }

  return async ({ lease, batch }: OwnedBatch): Promise<EntryVectors> => {
    const [first, last] = [batch.at(0), batch.at(-1)];
    if (encoder === null || first === undefined || last === undefined) return NO_VECTORS;
    const { generation, shard } = lease;
    const range = { generation, shard, after: first.no - 1, until: last.no };
    // Some exist already if the process died, or lost the shard, between storing them and the commit.
    const known = await readVectors(database, range);
    const fresh = batch.flatMap((entry) => {
      const isText = entry.kind === 'article' || entry.kind === 'unseparate';
      return isText && !known.has(entry.no) ? [{ no: entry.no, article: entry.article }] : [];
    });
    if (fresh.length === 0) return known;
    const made = await encode(fresh.map(({ article }) => article));
    const vectors = new Map(fresh.map(({ no }, at) => [no, made[at] ?? null]));
    await database.transaction(async (queries) => {
      // If the shard was lost, this batch is not placed; and a deleted generation must not get new rows.
      if (await confirmLease(queries, lease)) await writeVectors(queries, { generation, shard, vectors });
    });
    return new Map([...known, ...vectors]);
  };
}
