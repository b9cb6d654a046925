// WebSub subscriptions: what was requested from which hub, and until when it was granted.
import * as z from 'zod/mini';
import type { Queries } from './database.ts';
import { type Feed, toFeed } from './feeds.ts';

const WantedRow = z.object({ url: z.string(), hub: z.string(), topic: z.string() });
export type WantedSubscription = z.infer<typeof WantedRow>;

export type WantedQuestion = {
  /** The address of ours that hubs push to. */
  readonly callback: string;
  readonly now: number;
  readonly renewBeforeMs: number;
  readonly retryMs: number;
  readonly limit: number;
};

/**
 * Feeds with a hub whose subscription is missing, ends soon, has another callback or was requested by a clock that was days
 * ahead. A hub that did not grant one is left alone for `retryMs`.
 */
export async function findWanted({ query }: Queries, question: WantedQuestion): Promise<WantedSubscription[]> {
  const { callback, now, renewBeforeMs, retryMs, limit } = question;
  const rows = await query(
    `select f.url, f.hub, f.topic from feeds f left join websub w on w.feed_url = f.url
    where f.is_on and f.hub is not null and f.topic is not null
      and (w.feed_url is null or (w.lease_until < $1 and w.asked_at < $2) or w.hub <> f.hub or w.topic <> f.topic
        or w.callback <> $4 or w.asked_at > $1)
    order by w.asked_at nulls first, f.url limit $3`,
    [now + renewBeforeMs, now - retryMs, limit, callback],
  );
  return z.array(WantedRow).parse(rows);
}

export type Subscription = WantedSubscription & { readonly id: string; readonly secret: string };

/**
 * A renewal keeps its id and secret, since the hub continues to send with the old ones; another hub or topic gets new ones, so
 * that the former hub can push no more. A grant for another hub, topic or callback is void.
 */
export async function writeAsked(
  { query }: Queries,
  {
    url,
    id,
    secret,
    hub,
    topic,
    callback,
    askedAt,
  }: Subscription & { readonly callback: string; readonly askedAt: number },
): Promise<Subscription> {
  const [row] = await query(
    `insert into websub (feed_url, id, secret, hub, topic, state, asked_at, callback)
    values ($1, $2, $3, $4, $5, 'asked', $6, $7)
    on conflict (feed_url) do update set hub = excluded.hub, topic = excluded.topic, callback = excluded.callback,
      asked_at = excluded.asked_at,
      id = case when (websub.hub, websub.topic) = (excluded.hub, excluded.topic) then websub.id else excluded.id end,
      secret = case when (websub.hub, websub.topic) = (excluded.hub, excluded.topic)
        then websub.secret else excluded.secret end,
      lease_until = case
        when (websub.hub, websub.topic, websub.callback) = (excluded.hub, excluded.topic, excluded.callback)
        then websub.lease_until else 0 end
    returning feed_url as url, id, secret, hub, topic`,
    [url, id, secret, hub, topic, askedAt, callback],
  );
  return z.extend(WantedRow, { id: z.string(), secret: z.string() }).parse(row);
}

export async function writeAnswered(
  { query }: Queries,
  { id, askedAt }: { readonly id: string; readonly askedAt: number },
): Promise<void> {
  await query('update websub set asked_at = $2 where id = $1', [id, askedAt]);
}

const KeysRow = z.object({ secret: z.string(), topic: z.string() });

export type ActiveSubscription = Feed & z.infer<typeof KeysRow>;

/** Null also if the feed is switched off, or names another hub or topic by now. */
export async function findSubscription({ query }: Queries, id: string): Promise<ActiveSubscription | null> {
  const [row] = await query(
    `select f.url, f.outlet_id, f.lang, f.format, f.state, w.secret, w.topic
    from websub w join feeds f on f.url = w.feed_url
    where w.id = $1 and f.is_on and (w.hub, w.topic) = (f.hub, f.topic)`,
    [id],
  );
  const feed = row === undefined ? null : toFeed(row);
  return feed && { ...feed, ...KeysRow.parse(row) };
}

export async function writeGranted(
  { query }: Queries,
  { id, leaseUntil }: { readonly id: string; readonly leaseUntil: number },
): Promise<void> {
  await query(`update websub set state = 'active', lease_until = $2 where id = $1`, [id, leaseUntil]);
}
