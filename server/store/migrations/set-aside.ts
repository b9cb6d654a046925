// Migration 12: entries of the intake on which the engine failed, which a generation skips; kept as long as the generation.

export const SET_ASIDE: readonly string[] = [
  `create table set_aside (
    generation integer not null,
    no bigint not null,
    shard text not null,
    article_id text not null,
    primary key (generation, no)
  )`,
  'create index set_aside_by_article on set_aside (article_id)',
];
