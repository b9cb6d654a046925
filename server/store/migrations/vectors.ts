// Migration 5: embedding vectors of articles in the intake, kept until a snapshot has them, so that a replay needs no encoder.
//
// A row without a vector means that there was none when the article was placed: a replay must not find one later.

export const VECTORS: readonly string[] = [
  `alter table generations add column encoder text not null default ''`,
  `create table vectors (
    generation integer not null,
    no bigint not null,
    shard text not null,
    vector bytea,
    primary key (generation, no)
  )`,
];
