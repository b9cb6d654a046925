// Migration 8: which articles an id of a story has led to that are elsewhere now: where it leads once its story has ended.

export const FORMER_PLACES: readonly string[] = [
  `create table former_places (
    generation integer not null,
    story_id text not null,
    article_id text collate "C" not null,
    primary key (generation, story_id, article_id)
  )`,
];
