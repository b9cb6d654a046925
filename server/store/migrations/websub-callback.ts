// Migration 7: under which address of ours a hub was asked to push. Of those asked before, it is not known: they are asked again.

export const WEBSUB_CALLBACK: readonly string[] = [`alter table websub add column callback text not null default ''`];
