// Migration 14: the number of a story's articles that cannot be read and are missing from its summary.

export const UNREADABLE_ARTICLES: readonly string[] = [
  'alter table stories add column unreadable integer not null default 0',
];
