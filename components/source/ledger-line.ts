// One request in the ledger as the options page shows it.

export type Contained =
  | { readonly type: 'nothing' | 'whole-index' | 'story-id' | 'story-and-reader' | 'outlet' }
  | { readonly type: 'hash-bits'; readonly bits: number }
  | { readonly type: 'headline' | 'search'; readonly characters: number };

export type LedgerLine = {
  readonly at: number;
  readonly host: string;
  readonly method: string;
  readonly kind: 'meta' | 'lookup' | 'match' | 'story' | 'story-context' | 'stories';
  readonly contained: Contained;
  readonly hasToken: boolean;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly outcome:
    | { readonly type: 'answered'; readonly status: number }
    | { readonly type: 'failed'; readonly reason: string };
  readonly isInMemory: boolean;
};
