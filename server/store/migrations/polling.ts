// Migration 2: what pollers need to know of each other, retries for the firehose, and WebSub subscriptions.

export const POLLING: readonly string[] = [
  `alter table feeds
    add column host text not null default '',
    add column attempted_at bigint not null default 0,
    add column hub text,
    add column topic text`,
  // A host is polled by one process at a time, and rests after that.
  'create index feeds_by_host on feeds (host)',
  'drop index feeds_due',
  'create index feeds_due on feeds (next_poll_at, url) where is_on',

  `alter table firehose_minutes
    add column tries integer not null default 0,
    add column retry_at bigint not null default 0,
    add column articles integer not null default 0,
    add column bad_lines integer not null default 0`,

  `create table websub (
    feed_url text primary key references feeds (url) on delete cascade,
    id text not null unique,
    secret text not null,
    hub text not null,
    topic text not null,
    state text not null check (state in ('asked', 'active')),
    asked_at bigint not null,
    lease_until bigint not null default 0
  )`,
];
