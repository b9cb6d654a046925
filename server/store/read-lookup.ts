// Answers a lookup by hash prefix: one range of the index, from places and stories alone.
import { type HashPrefix, LOOKUP_ALL } from '../../engine/api.ts';
import { ArticleId } from '../../engine/ids.ts';
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';
import { IS_SHOWN } from './stories.ts';

export type FoundByPrefix = {
  /** In the order of their ids; `story` is an index into `stories`. */
  readonly articles: readonly { readonly id: ArticleId; readonly story: number }[];
  /** Each is a StorySummary as JSON text, served unchanged. */
  readonly stories: readonly string[];
};

export async function readLookup({ query }: Queries, prefix: HashPrefix): Promise<FoundByPrefix> {
  const { from, before } = toIdRange(prefix);
  const rows = await query(
    `select place.article_id, place.story_id, story.summary::text as summary
    from places place join stories story on story.generation = place.generation and story.id = place.story_id
    where place.generation = ${SERVING} and place.article_id >= $1 and place.article_id < $2 and ${IS_SHOWN}
    order by place.article_id`,
    [from, before],
  );
  const positions = new Map<unknown, number>();
  const stories: string[] = [];
  const articles = rows.map(({ article_id, story_id, summary }) => {
    const known = positions.get(story_id);
    const story = known ?? stories.push(String(summary)) - 1;
    if (known === undefined) positions.set(story_id, story);
    return { id: ArticleId.parse(article_id), story };
  });
  return { articles, stories };
}

/**
 * The number of articles under the least used prefix of this length; 0 if a prefix is not used at all. Scans the whole index, so
 * call it rarely, not per request.
 */
export async function readSmallestCrowd({ query }: Queries, bits: number): Promise<number> {
  if (bits === 0) return Number((await query(`select count(*) as n from places where generation = ${SERVING}`))[0]?.n);
  const [row] = await query(
    `select count(*) as prefixes, min(n) as least from (
      select count(*) as n from places where generation = ${SERVING}
      group by ('x' || left(article_id, ${DIGITS_OF_BITS}))::bit(${BITS_READ})::integer >> $1
    ) crowds`,
    [BITS_READ - bits],
  );
  return Number(row?.prefixes) === 2 ** bits ? Number(row?.least) : 0;
}

const DIGITS_OF_BITS = 7;
const BITS_READ = 28; // the most bits in whole hexadecimal digits that fit a positive integer

/** Sorts after every hexadecimal digit. */
const AFTER_ALL = 'g';

/** From the first id with the prefix (inclusive) to the first one after it (exclusive). */
export function toIdRange(prefix: HashPrefix): { readonly from: string; readonly before: string } {
  if (prefix === LOOKUP_ALL) return { from: '', before: AFTER_ALL };
  const digits = Math.ceil(prefix.length / 4);
  const toDigits = (bits: string) => Number.parseInt(bits, 2).toString(16).padStart(digits, '0');
  const from = toDigits(prefix.padEnd(digits * 4, '0'));
  const last = toDigits(prefix.padEnd(digits * 4, '1'));
  return { from, before: `${last}${AFTER_ALL}` };
}
