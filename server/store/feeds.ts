// The feeds to poll: which of them this process may poll now, and the state of each.
//
//   due ─ claimFeeds ─▶ leased ─ writePolled ─▶ resting until next_poll_at
//                          └─ the process died: due again when the lease ends
//
// A host with several feeds is polled by one process at a time and rests in between. Claiming therefore also reads the other
// feeds of the host, which row locks cannot protect: claims are serialized by one advisory lock, for a few milliseconds each.
import * as z from 'zod/mini';
import { hostOfFeed, REFUSAL_MAX_MS } from '../../engine/feed/choose-due.ts';
import { createFeedState, FeedState } from '../../engine/feed/feed-state.ts';
import type { FeedHub } from '../../engine/feed/find-hub.ts';
import type { FeedSource } from '../../engine/feed/poll-outcome.ts';
import { addListed, type Listed } from '../../engine/feed/readdressed.ts';
import { OutletId } from '../../engine/ids.ts';
import type { Database, Queries, Row } from './database.ts';

export type Feed = { readonly source: FeedSource; readonly state: FeedState };
export type ClaimedFeed = Feed & { readonly leaseUntil: number };

const FeedRow = z.object({
  url: z.string(),
  outlet_id: OutletId,
  lang: z.nullable(z.string()),
  format: z.nullable(z.enum(['feed', 'sitemap'])),
  state: z.unknown(),
});

const CLAIM_LOCK = 7_270_101;

export type Claim = {
  readonly now: number;
  readonly limit: number;
  readonly hostRestMs: number;
  readonly leaseMs: number;
  /** Called for a row that is damaged, or from another version: it is skipped for a day and holds up no others. */
  readonly onUnreadable: (url: string) => void;
};

const UNREADABLE_REST_MS = 86_400_000;

/** For each feed wanted, this many of the longest-waiting ones are considered: several may share a host. */
const LOOKED_AT = 8;

/** Anything that changes several feeds at once takes the same lock, against deadlocks. */
async function lockClaims({ query }: Queries): Promise<void> {
  await query('select pg_advisory_xact_lock($1)', [CLAIM_LOCK]);
}

/** Longest waiting first, one per host; none from a host that answered 429 (too many requests) for one of its feeds. */
export async function claimFeeds(database: Database, claim: Claim): Promise<ClaimedFeed[]> {
  const { now, limit, hostRestMs, leaseMs, onUnreadable } = claim;
  const leaseUntil = now + leaseMs;
  const rows = await database.transaction(async ({ query }) => {
    await lockClaims({ query });
    return await query(
      `with waiting as (
        select f.url, f.host, f.next_poll_at from feeds f
        where f.is_on and f.next_poll_at <= $1 and f.lease_until <= $1
          and not exists (
            select 1 from feeds o
            where o.host = f.host and (o.lease_until > $1 or (o.attempted_at <= $1 and (o.attempted_at > $2
              or (o.state ->> 'lastStatus' = '429' and o.next_poll_at > $1 and o.attempted_at > $6))))
          )
        order by f.next_poll_at, f.url limit $3
      ), ready as (
        select distinct on (host) url, next_poll_at from waiting order by host, next_poll_at, url
      ), chosen as (select url from ready order by next_poll_at, url limit $4)
      update feeds set lease_until = $5 where url in (select url from chosen)
      returning url, outlet_id, lang, format, state`,
      [now, now - hostRestMs, limit * LOOKED_AT, limit, leaseUntil, now - REFUSAL_MAX_MS],
    );
  });
  const claimed: ClaimedFeed[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    const feed = toFeed(row);
    if (feed === null) unreadable.push(String(row.url));
    else claimed.push({ ...feed, leaseUntil });
  }
  if (unreadable.length > 0) {
    const sql = 'update feeds set next_poll_at = $2, lease_until = 0 where url = any($1::text[])';
    await database.query(sql, [unreadable, now + UNREADABLE_REST_MS]);
    unreadable.forEach(onUnreadable);
  }
  return claimed;
}

/** For each time that a poll or a claim writes, the latest that a right clock can have written so far. */
export type LatestTimes = {
  readonly attemptedAt: number;
  readonly nextPollAt: number;
  readonly leaseUntil: number;
};

/** A later time was written while a clock was ahead. A schedule made then is wrong however soon it ends: the feed is due. */
export async function repairSchedules(database: Database, latest: LatestTimes): Promise<void> {
  const { attemptedAt, nextPollAt, leaseUntil } = latest;
  await database.transaction(async (queries) => {
    await lockClaims(queries);
    const sql = 'update feeds set next_poll_at = 0 where next_poll_at > $1 or attempted_at > $2';
    await queries.query(sql, [nextPollAt, attemptedAt]);
    await queries.query('update feeds set lease_until = 0 where lease_until > $1', [leaseUntil]);
  });
}

/** In one transaction with the articles that the poll brought. Changes nothing if the lease was lost. */
export async function writePolled(queries: Queries, polled: Pick<ClaimedFeed, 'state' | 'leaseUntil'>): Promise<void> {
  const { state, leaseUntil } = polled;
  await queries.query(
    `update feeds set state = $2::jsonb, next_poll_at = $3, attempted_at = $4, host = $5, lease_until = 0
    where url = $1 and lease_until = $6`,
    [
      state.url,
      JSON.stringify(state),
      state.nextPollAt,
      state.lastAttemptAt ?? 0,
      hostOfFeed(state.currentUrl),
      leaseUntil,
    ],
  );
}

/** In one transaction with the articles of a push, and last in it, as in that of a poll. */
export async function writePushed(
  { query }: Queries,
  { url, listed }: { readonly url: string; readonly listed: Listed },
): Promise<void> {
  const [row] = await query('select url, outlet_id, lang, format, state from feeds where url = $1 for update', [url]);
  const feed = row === undefined ? null : toFeed(row);
  if (feed === null) return;
  const state = { ...feed.state, listed: addListed(feed.state.listed ?? [], listed) };
  await query('update feeds set state = $2::jsonb where url = $1', [url, JSON.stringify(state)]);
}

/** Stores the hub that the feed currently names. */
export async function writeHub(
  { query }: Queries,
  { url, hub }: { readonly url: string; readonly hub: FeedHub | null },
): Promise<void> {
  await query(
    'update feeds set hub = $2::text, topic = $3::text where url = $1 and (hub, topic) is distinct from ($2::text, $3::text)',
    [url, hub?.hub ?? null, hub?.topic ?? null],
  );
}

/** Returns the feed as if it had never been claimed. */
export async function releaseFeed(queries: Queries, { state, leaseUntil }: ClaimedFeed): Promise<void> {
  await queries.query('update feeds set lease_until = 0 where url = $1 and lease_until = $2', [state.url, leaseUntil]);
}

/** Syncs the registry's feeds; what an admin added or switched off is kept. */
export async function writeRegistryFeeds(database: Database, feeds: readonly FeedSource[]): Promise<void> {
  await database.transaction(async (queries) => {
    await lockClaims(queries);
    await upsertFeeds(queries, { feeds, origin: 'registry' });
    // Feeds that are off are kept: if a later registry or edition has them again, they must not come back on.
    await queries.query(`delete from feeds where origin = 'registry' and is_on and not (url = any($1::text[]))`, [
      feeds.map(({ url }) => url),
    ]);
  });
}

type ListedBy = { readonly feeds: readonly FeedSource[]; readonly origin: 'registry' | 'admin' };

async function upsertFeeds({ query }: Queries, { feeds, origin }: ListedBy): Promise<void> {
  await query(
    `insert into feeds (url, outlet_id, lang, format, origin, host)
    select url, outlet_id, lang, format, $6, host
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (url, outlet_id, lang, format, host)
    on conflict (url) do update set outlet_id = excluded.outlet_id, lang = excluded.lang, format = excluded.format,
      origin = excluded.origin
    where (feeds.outlet_id, feeds.lang, feeds.format, feeds.origin)
        is distinct from (excluded.outlet_id, excluded.lang, excluded.format, excluded.origin)
      and (excluded.origin = 'admin' or feeds.origin = 'registry')`,
    [
      feeds.map(({ url }) => url),
      feeds.map(({ outletId }) => outletId),
      feeds.map(({ lang }) => lang),
      feeds.map(({ format }) => format),
      feeds.map(({ url }) => hostOfFeed(url)),
      origin,
    ],
  );
}

/** A damaged state is dropped, so that the feed counts as never polled. Null if the rest cannot be read. */
export function toFeed(row: Row): Feed | null {
  const read = FeedRow.safeParse(row);
  if (!read.success) return null;
  const { url, outlet_id, lang, format, state } = read.data;
  const parsed = FeedState.safeParse(state);
  return {
    source: { url, outletId: outlet_id, lang, format: format ?? 'feed' },
    state: parsed.success ? parsed.data : createFeedState(url),
  };
}

// ── for the admin ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Switches the feed on, even if it was off: whoever adds a feed wants it polled. */
export async function addFeed(queries: Queries, feed: FeedSource): Promise<void> {
  await upsertFeeds(queries, { feeds: [feed], origin: 'admin' });
  await queries.query('update feeds set is_on = true, next_poll_at = 0 where url = $1 and not is_on', [feed.url]);
}

/** False if there was no such feed. */
export async function removeFeed({ query }: Queries, url: string): Promise<boolean> {
  return (await query('delete from feeds where url = $1 returning url', [url])).length > 0;
}

export type FeedSwitch = { readonly url: string; readonly isOn: boolean };

/** A feed that is switched on is due at once. False if there was no such feed. */
export async function switchFeed({ query }: Queries, { url, isOn }: FeedSwitch): Promise<boolean> {
  const sql = `update feeds set is_on = $2, next_poll_at = case when $2 then 0 else next_poll_at end
    where url = $1 returning url`;
  return (await query(sql, [url, isOn])).length > 0;
}

export type ListedFeed = Feed & { readonly origin: string; readonly isOn: boolean };

/** Leaves out rows that cannot be read. */
export async function listFeeds({ query }: Queries): Promise<ListedFeed[]> {
  const rows = await query(
    'select url, outlet_id, lang, format, state, origin, is_on from feeds order by outlet_id, url',
  );
  return rows.flatMap((row) => {
    const feed = toFeed(row);
    return feed === null ? [] : [{ ...feed, origin: String(row.origin), isOn: row.is_on === true }];
  });
}

/** What an admin decided about a feed: added it, or switched it off. */
export type FeedChoice = Pick<FeedSource, 'url' | 'outletId'> & { readonly isOn: boolean };

const FeedChoiceRow = z.object({ url: z.string(), outlet_id: OutletId, is_on: z.boolean() });

/** Not about the registry's feeds that are on: at a first start these are not yet stored. Leaves out rows that cannot be read. */
export async function readFeedChoices({ query }: Queries): Promise<FeedChoice[]> {
  const rows = await query(`select url, outlet_id, is_on from feeds where origin = 'admin' or not is_on`);
  return rows.flatMap((row) => {
    const read = FeedChoiceRow.safeParse(row);
    return read.success ? [{ url: read.data.url, outletId: read.data.outlet_id, isOn: read.data.is_on }] : [];
  });
}
