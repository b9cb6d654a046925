// The sentence for each way in which an answer fails, the same wherever it is shown: what is the case and what helps.
import type { FailureKind } from './popup/popup-state.ts';
import {
  isServerFailure,
  needsServerSettings,
  SERVER_FAILURE_TEXTS,
  SERVER_FAILURE_TITLES,
} from './source/server-failures.ts';
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

export const toFailureTitle = (reason: string): TextKey =>
  isServerFailure(reason) ? SERVER_FAILURE_TITLES[reason] : 'failedTitle';

/** What the sentence asks for first: where only a setting helps, another try comes to the same. */
export function toNextStep(reason: string): 'try-again' | 'storage-settings' | 'server-settings' {
  if (reason === 'storage-full' || reason === 'storage-failed') return 'storage-settings';
  return isServerFailure(reason) && needsServerSettings(reason) ? 'server-settings' : 'try-again';
}

const isFailureKind = (reason: string): reason is FailureKind => Object.hasOwn(FAILURE_TEXTS, reason);
