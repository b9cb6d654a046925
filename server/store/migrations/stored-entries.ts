// Migration 6: an index to find entries that only name an article, before the article's text is changed or deleted.

export const STORED_ENTRIES: readonly string[] = [
  `create index intake_stored on intake ((content ->> 'articleId')) where kind = 'stored'`,
];
