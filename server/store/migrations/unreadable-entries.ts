// Migration 13: an unreadable entry of the intake can be set aside even if it does not say which article it is about.

export const UNREADABLE_ENTRIES: readonly string[] = ['alter table set_aside alter column article_id drop not null'];
