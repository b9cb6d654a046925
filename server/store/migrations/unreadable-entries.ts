// Migration 13: an entry of the intake that cannot be read is set aside without an article, where it does not say which.

export const UNREADABLE_ENTRIES: readonly string[] = ['alter table set_aside alter column article_id drop not null'];
