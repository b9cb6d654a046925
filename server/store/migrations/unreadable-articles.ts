// Migration 14: how many articles of a story cannot be read, which its summary is without.

export const UNREADABLE_ARTICLES: readonly string[] = [
  'alter table stories add column unreadable integer not null default 0',
];
