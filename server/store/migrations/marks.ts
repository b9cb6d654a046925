// Migration 9: what separations currently mean, for a clusterer that is rebuilt from stored places; null for older shards.

export const MARKS: readonly string[] = ['alter table shard_states add column marks jsonb'];
