// Migration 3: the terms by which a page that is not in the index finds its story, and measurements of the index.
//
// Each of `terms` holds one day only (server/match/match-terms.ts): their lists stay short however long articles are kept.

export const MATCH_TERMS: readonly string[] = [
  `create table match_terms (
    article_id text collate "C" primary key references articles on delete cascade,
    at bigint not null,
    terms integer[] not null
  )`,
  'create index match_terms_by_term on match_terms using gin (terms)',

  // One row per generation, so that all API processes use the same prefix length.
  `create table index_facts (
    generation integer primary key,
    measured_at bigint not null,
    lookup_bits integer not null,
    lookup_crowd bigint not null,
    articles bigint not null,
    stories bigint not null,
    article_seen_at bigint
  )`,
];
