// Which tables and sequences of the schema `public` are ours: it may hold those of other applications and extensions too.

/** Of every version: a table that a later migration drops stays here, for backups of versions that had it. */
export const OWN_TABLES: readonly string[] = [
  'articles',
  'batches',
  'expiry_clock',
  'feeds',
  'firehose_minutes',
  'former_places',
  'generations',
  'index_facts',
  'intake',
  'match_terms',
  'migrations',
  'places',
  'separations',
  'set_aside',
  'shard_states',
  'shards',
  'snapshots',
  'stories',
  'vectors',
  'websub',
];

export const OWN_COUNTERS: readonly string[] = ['generations_id_seq', 'intake_no'];
