// Which minutes of a firehose were taken in, which are missing, and when a missing one is retried.
import * as z from 'zod/mini';
import type { Database, Queries } from './database.ts';

const MINUTE_MS = 60_000;
const RETRY_MAX_MINUTES = 30;
/** A retry later than this was set while a clock was ahead. A minute more than the longest: clocks of machines differ. */
const RETRY_AHEAD_MS = (RETRY_MAX_MINUTES + 1) * MINUTE_MS;

export type MinutePlan = {
  readonly source: string;
  readonly from: number;
  /** The last minute that may be available. */
  readonly to: number;
  readonly now: number;
  readonly limit: number;
};

/**
 * Inserts the minutes from `from` to `to`, deletes earlier ones, and returns the missing ones that are due, newest first. Minutes
 * that were inserted while a clock was ahead wait for their time.
 */
export async function planMinutes(database: Database, plan: MinutePlan): Promise<number[]> {
  const { source, from, to, now, limit } = plan;
  return await database.transaction(async ({ query }) => {
    await query('delete from firehose_minutes where source <> $1 or minute < $2', [source, from]);
    await query(
      `insert into firehose_minutes (source, minute, state)
      select $1, minute, 'missing' from generate_series($2::bigint, $3::bigint, $4::bigint) as minutes (minute)
      on conflict do nothing`,
      [source, from, to, MINUTE_MS],
    );
    const rows = await query(
      `select minute from firehose_minutes
      where source = $1 and minute <= $4 and state = 'missing' and (retry_at <= $2 or retry_at > $5)
      order by minute desc limit $3`,
      [source, now, limit, to, now + RETRY_AHEAD_MS],
    );
    return z
      .array(z.object({ minute: z.number() }))
      .parse(rows)
      .map(({ minute }) => minute);
  });
}

export type Minute = { readonly source: string; readonly minute: number };
export type MinuteCounts = { readonly articles: number; readonly badLines: number };

export async function isMinuteMissing({ query }: Queries, { source, minute }: Minute): Promise<boolean> {
  const sql = `select 1 from firehose_minutes where source = $1 and minute = $2 and state = 'missing'`;
  return (await query(sql, [source, minute])).length > 0;
}

export async function writeMinuteDone({ query }: Queries, done: Minute & MinuteCounts): Promise<void> {
  const { source, minute, articles, badLines } = done;
  await query(
    `update firehose_minutes set state = 'done', articles = $3, bad_lines = $4 where source = $1 and minute = $2`,
    [source, minute, articles, badLines],
  );
}

/** Retried after 1, 2, 4 … 30 minutes. */
export async function writeMinuteMissed(
  { query }: Queries,
  { source, minute, now }: Minute & { readonly now: number },
): Promise<void> {
  await query(
    `update firehose_minutes
    set tries = tries + 1, retry_at = $3 + least(power(2, least(tries, 10)), $4)::bigint * $5::bigint
    where source = $1 and minute = $2 and state = 'missing'`,
    [source, minute, now, RETRY_MAX_MINUTES, MINUTE_MS],
  );
}
