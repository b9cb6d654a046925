// Migration 1: articles, the intake, generations of stories, and feeds.
//
//   intake (what came in, in order) ─▶ the shard's owner ─▶ places, stories   of one generation
//                                                        ─▶ batches, snapshots: how to get there again after a crash
//
// Ids of articles use the "C" collation, in which a prefix of a hash is a range of the index.

export const FIRST_TABLES: readonly string[] = [
  `create table articles (
    id text collate "C" primary key,
    url text not null,
    link text not null,
    outlet_id text not null,
    title text not null,
    lead text not null,
    body text,
    lang text not null,
    kind text not null,
    published_at bigint,
    first_seen_at bigint not null,
    credit text,
    former_titles text[] not null default '{}',
    shard text not null
  )`,
  'create index articles_by_outlet on articles (outlet_id, first_seen_at desc)',
  'create index articles_by_sighting on articles (first_seen_at, id)',

  // Languages that are clustered together; '*' stands for all that no other shard names.
  'create table shards (id text primary key, languages text[] not null)',
  `insert into shards (id, languages) values ('all', '{*}')`,

  // Numbered in the order of commit: see store/intake.ts. An entry without a generation is for all of them.
  'create sequence intake_no',
  `create table intake (
    no bigint primary key,
    shard text not null,
    generation integer,
    kind text not null,
    taken_at bigint not null,
    content jsonb not null
  )`,
  'create index intake_by_shard on intake (shard, no)',
  'create index intake_by_generation on intake (generation) where generation is not null',

  `create table generations (
    id integer generated always as identity primary key,
    engine_version integer not null,
    state text not null check (state in ('building', 'serving', 'retired')),
    created_at bigint not null,
    separations_no bigint
  )`,
  `create unique index generations_serving on generations (state) where state = 'serving'`,
  `create unique index generations_building on generations (state) where state = 'building'`,

  // How far a shard of a generation has come, and who owns it. Entries up to start_position are not processed; those up to
  // snapshot_position are in the snapshot; those up to position are in the batches and the intake.
  `create table shard_states (
    generation integer not null,
    shard text not null,
    start_position bigint not null,
    snapshot_position bigint not null,
    position bigint not null,
    entries bigint not null default 0,
    lease_owner text,
    lease_until timestamptz not null default '-infinity',
    fence bigint not null default 0,
    primary key (generation, shard)
  )`,
  `create table batches (
    generation integer not null,
    shard text not null,
    last_no bigint not null,
    is_settled boolean not null,
    primary key (generation, shard, last_no)
  )`,
  `create table snapshots (
    generation integer not null,
    shard text not null,
    position bigint not null,
    part integer not null,
    parts integer not null,
    data bytea not null,
    primary key (generation, shard, position, part)
  )`,

  `create table places (
    generation integer not null,
    article_id text collate "C" not null,
    story_id text not null,
    family_id text not null,
    primary key (generation, article_id)
  )`,
  'create index places_by_story on places (generation, story_id)',

  // `json`, not `jsonb`, so that the summary is served exactly as it was written.
  `create table stories (
    generation integer not null,
    id text not null,
    shard text not null,
    merged_into text,
    summary json,
    articles integer not null default 0,
    reports integer not null default 0,
    updated_at bigint not null,
    blindspot_sides text[] not null default '{}',
    home_country text,
    outlet_ids text[] not null default '{}',
    words text[] not null default '{}',
    rated_by text not null default '',
    primary key (generation, id)
  )`,
  'create index stories_merged on stories (generation, merged_into) where merged_into is not null',
  'create index stories_latest on stories (generation, updated_at desc, id) where merged_into is null',
  'create index stories_top on stories (generation, reports desc, updated_at desc, id) where merged_into is null',
  `create index stories_blindspot on stories (generation, updated_at desc, id)
    where merged_into is null and blindspot_sides <> '{}'`,
  `create index stories_by_country on stories (generation, home_country, updated_at desc, id)
    where merged_into is null and home_country is not null`,
  'create index stories_by_outlet on stories using gin (outlet_ids)',
  'create index stories_by_word on stories using gin (words)',

  // "Not the same story", said by an admin: holds for every generation.
  `create table separations (
    article_id text collate "C" not null,
    story_id text not null,
    created_at bigint not null,
    primary key (article_id, story_id)
  )`,

  `create table feeds (
    url text primary key,
    outlet_id text not null,
    lang text,
    format text,
    origin text not null check (origin in ('registry', 'admin')),
    is_on boolean not null default true,
    state jsonb,
    next_poll_at bigint not null default 0,
    lease_until bigint not null default 0
  )`,
  'create index feeds_due on feeds (next_poll_at) where is_on',
  `create table firehose_minutes (
    minute bigint not null,
    source text not null,
    state text not null,
    primary key (source, minute)
  )`,
];
