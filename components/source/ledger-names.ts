// Names of the kinds of requests in the ledger, in the order of the filter.
import type { TextKey } from '../words/words.ts';
import type { LedgerFilter } from './source-state.ts';

export const LEDGER_FILTERS: readonly { filter: LedgerFilter; name: TextKey }[] = [
  { filter: 'all', name: 'ledgerAll' },
  { filter: 'lookup', name: 'ledgerLookup' },
  { filter: 'match', name: 'ledgerMatch' },
  { filter: 'story', name: 'ledgerStory' },
  { filter: 'story-context', name: 'ledgerStoryContext' },
  { filter: 'stories', name: 'ledgerStories' },
  { filter: 'meta', name: 'ledgerMeta' },
];

export const LEDGER_KIND_NAMES: ReadonlyMap<LedgerFilter, TextKey> = new Map(
  LEDGER_FILTERS.map(({ filter, name }) => [filter, name]),
);
