// Migration 4: terms go into their index at once. In GIN's pending list, each of a page's sixty lookups had to scan that too.

export const MATCH_TERMS_AT_ONCE: readonly string[] = [
  'alter index match_terms_by_term set (fastupdate = off)',
  "select gin_clean_pending_list('match_terms_by_term')",
];
