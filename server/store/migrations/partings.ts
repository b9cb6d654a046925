// Migration 11: which groups were split from which, for a clusterer that is rebuilt from stored places; null for older shards.

export const PARTINGS: readonly string[] = ['alter table shard_states add column partings jsonb'];
