// The sentence for each way in which an answer fails, the same wherever it is shown: what is the case and what helps.
import type { FailureKind } from './popup/popup-state.ts';
import { SERVER_FAILURE_TEXTS } from './source/server-failures.ts';
import type { TextKey } from './words/words.ts';

const FAILURE_TEXTS: Readonly<Record<FailureKind, TextKey>> = {
  'storage-full': 'failedStorageFull',
  'storage-failed': 'failedStorage',
  'page-unreadable': 'failedPage',
  timeout: 'failedTimeout',
  unexpected: 'failedUnexpected',
  ...SERVER_FAILURE_TEXTS,
};

/** A reason without a sentence of its own, such as a worker's silence, is a bug: nobody clears data for it. */
export const toFailureText = (reason: string): TextKey =>
  isFailureKind(reason) ? FAILURE_TEXTS[reason] : 'failedUnexpected';

/** What is stored cannot be used: the settings help, another try does not. */
export const isStorageFailure = (reason: string): boolean => reason === 'storage-full' || reason === 'storage-failed';

const isFailureKind = (reason: string): reason is FailureKind => Object.hasOwn(FAILURE_TEXTS, reason);
