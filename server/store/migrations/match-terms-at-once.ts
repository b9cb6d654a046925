// Words to match by go into their index at once: kept in its waiting list, each of a page's sixty lists had to be sought there too.

export const MATCH_TERMS_AT_ONCE: readonly string[] = [
  'alter index match_terms_by_term set (fastupdate = off)',
  "select gin_clean_pending_list('match_terms_by_term')",
];
