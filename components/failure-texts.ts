// The sentence for each way in which an answer fails, the same wherever it is shown: what is the case and what helps.
import type { FailureKind } from './popup/popup-state.ts';
import {
  canChangeServer,
  findServerTexts,
  isServerFailure,
  needsServerSettings,
  SERVER_FAILURE_TEXTS,
  SERVER_FAILURE_TITLES,
} from './source/server-failures.ts';
import type { LockedChoice } from './source/source-state.ts';
import type { TextKey, Words } from './words/words.ts';

const FAILURE_TEXTS: Readonly<Record<FailureKind, TextKey>> = {
  'storage-full': 'failedStorageFull',
  'storage-newer': 'failedStorageNewer',
  'storage-failed': 'failedStorage',
  'storage-forbidden': 'failedForbidden',
  'page-unreadable': 'failedPage',
  timeout: 'failedTimeout',
  unexpected: 'failedUnexpected',
  ...SERVER_FAILURE_TEXTS,
};

type FailureParts = {
  readonly reason: string;
  readonly serverHost: string | null;
  /** What an organisation decided of the server: nobody is sent to settings that cannot be changed. */
  readonly serverLocks: readonly LockedChoice[];
};

export function describeFailure({ reason, serverHost, serverLocks }: FailureParts, words: Words): string {
  const texts = isServerFailure(reason) ? findServerTexts(reason, serverLocks) : [toFailureText(reason)];
  return texts.map((key) => words.text(key, serverHost ?? '')).join(' ');
}

/** A reason without a sentence of its own, such as a worker's silence, is a bug: nobody clears data for it. */
export const toFailureText = (reason: string): TextKey =>
  isFailureKind(reason) ? FAILURE_TEXTS[reason] : 'failedUnexpected';

type StoredParts = { readonly unreadable: string; readonly isServerAsked: boolean };

/** Of what is stored, apart from any page. With a server there is something to compare pages with all the same. */
export const toStorageText = ({ unreadable, isServerAsked }: StoredParts): TextKey =>
  isServerAsked && unreadable === 'storage-forbidden' ? 'cardFailedForbidden' : toFailureText(unreadable);

export const toFailureTitle = (reason: string): TextKey =>
  isServerFailure(reason) ? SERVER_FAILURE_TITLES[reason] : 'failedTitle';

export type FailureStep = 'try-again' | 'storage-settings' | 'server-settings';

/** What helps, first what the sentence asks for: where only a setting helps, another try comes to the same. */
export function toSteps({ reason, serverLocks }: Omit<FailureParts, 'serverHost'>): FailureStep[] {
  if (reason === 'storage-forbidden') return ['try-again']; // only the browser's own settings help
  if (reason.startsWith('storage-')) return ['storage-settings', 'try-again'];
  if (!isServerFailure(reason)) return ['try-again'];
  if (needsServerSettings(reason, serverLocks)) return ['server-settings', 'try-again'];
  return canChangeServer(serverLocks) ? ['try-again', 'server-settings'] : ['try-again'];
}

const isFailureKind = (reason: string): reason is FailureKind => Object.hasOwn(FAILURE_TEXTS, reason);
