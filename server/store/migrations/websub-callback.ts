// Migration 7: the callback address given to a hub. For older subscriptions it is unknown, so they are requested again.

export const WEBSUB_CALLBACK: readonly string[] = [`alter table websub add column callback text not null default ''`];
