// What the options page shows of the coverage source and the ledger, and what can be done there.
import type { LedgerLine } from './ledger-line.ts';

export type SourceMode = 'on-device' | 'server';
/** What an organisation can decide for its users. */
export type LockedChoice = 'mode' | 'address' | 'token' | 'headline' | 'links' | 'fall-back';

export type SourceChoice = {
  readonly mode: SourceMode;
  readonly address: string;
  readonly token: string;
  readonly isHeadlineSent: boolean;
  readonly isLinkLookupOn: boolean;
  readonly isFallBackOn: boolean;
  readonly locked: readonly LockedChoice[];
  /** The organisation does not allow anything to be stored on disk. */
  readonly keepsNothing: boolean;
};

export type ServerFacts = {
  readonly name: string;
  readonly articles: number;
  readonly stories: number;
  readonly outlets: number;
  readonly articleSeenAt: number | null;
  readonly engineVersion: number;
  /** Null if the whole index is fetched. */
  readonly crowd: number | null;
};

export type ServerTestState =
  | { readonly status: 'running' }
  | { readonly status: 'malformed' }
  | { readonly status: 'not-secure' }
  /** The browser did not allow requests to this server. */
  | { readonly status: 'refused' }
  /** `reason` has a sentence in failure-texts.ts. */
  | { readonly status: 'failed'; readonly reason: string; readonly address: string }
  | (ServerFacts & { readonly status: 'answered'; readonly address: string; readonly token: string });

export type LedgerFilter = 'all' | LedgerLine['kind'];

export type LedgerState = {
  readonly filter: LedgerFilter;
  readonly lines: readonly LedgerLine[];
  /** Number of requests under the filter; more than are shown if the list is long. */
  readonly total: number;
  /** Number of newest requests that were loaded at most. */
  readonly limit: number;
  /** More can be shown. */
  readonly hasMore: boolean;
  /** False if only the part in memory could be read. */
  readonly isDiskRead: boolean;
};

export type SourceActions = {
  readonly useDevice: () => void;
  readonly testServer: (address: string, token: string) => void;
  /** Uses the server that was tested successfully. */
  readonly useServer: () => void;
  readonly toggleHeadline: () => void;
  readonly toggleLinkLookup: () => void;
  readonly toggleFallBack: () => void;
  readonly filterLedger: (filter: LedgerFilter) => void;
  readonly showMoreLedger: () => void;
  readonly clearLedger: () => void;
};
