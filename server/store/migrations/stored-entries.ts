// Migration 6: entries of the log that only name a known article are found by it, before its text is changed or deleted.

export const STORED_ENTRIES: readonly string[] = [
  `create index intake_stored on intake ((content ->> 'articleId')) where kind = 'stored'`,
];
