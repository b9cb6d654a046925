// The object stores that one change of the index may touch; readers of any of them wait while it lasts.
import type { StoreName } from '../store/transaction.ts';

export const INDEX_STORES: readonly StoreName[] = [
  'articles',
  'stories',
  'formerPlaces',
  'feeds',
  'separations',
  'meta',
  'snapshots',
  'journal',
];
