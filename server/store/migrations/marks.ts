// Migration 9: what separations mean by now, for a clusterer that is built from stored places; null before it was kept.

export const MARKS: readonly string[] = ['alter table shard_states add column marks jsonb'];
