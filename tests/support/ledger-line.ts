// A line of the ledger for tests: a request of the kind that reveals least, answered by an invented server.
import type { LedgerEntry } from '../../utils/ledger-entry.ts';

export const ledgerLineOf = (changes: Partial<LedgerEntry>): LedgerEntry => ({
  at: 1,
  host: 'parallax.test',
  method: 'GET',
  kind: 'meta',
  contained: { type: 'nothing' },
  hasToken: false,
  sentBytes: 1,
  receivedBytes: 1,
  outcome: { type: 'answered', status: 200 },
  isInMemory: false,
  ...changes,
});
