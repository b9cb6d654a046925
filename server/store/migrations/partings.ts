// Migration 11: which groups were parted from which, for a clusterer that is built from stored places; null before it was kept.

export const PARTINGS: readonly string[] = ['alter table shard_states add column partings jsonb'];
