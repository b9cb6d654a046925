// Migration 8: the articles that an id of a story once stood for and that are elsewhere now: see store/former-places.ts.

export const FORMER_PLACES: readonly string[] = [
  `create table former_places (
    generation integer not null,
    story_id text not null,
    article_id text collate "C" not null,
    primary key (generation, story_id, article_id)
  )`,
];
