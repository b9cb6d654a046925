// The sentence and the helpful steps for each reason why an answer fails, shared by all views.
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
  /** Server settings fixed by the organisation: no step leads to settings that cannot be changed. */
  readonly serverLocks: readonly LockedChoice[];
};

export function describeFailure({ reason, serverHost, serverLocks }: FailureParts, words: Words): string {
  const texts = isServerFailure(reason) ? findServerTexts(reason, serverLocks) : [toFailureText(reason)];
  return texts.map((key) => words.text(key, serverHost ?? '')).join(' ');
}

/** Any other reason, such as a worker that does not answer, is a bug: its sentence does not suggest clearing data. */
export const toFailureText = (reason: string): TextKey =>
  isFailureKind(reason) ? FAILURE_TEXTS[reason] : 'failedUnexpected';

type StoredParts = { readonly unreadable: string; readonly isServerAsked: boolean };

/** For unreadable storage, outside of any page. With a server, pages can still be compared. */
export const toStorageText = ({ unreadable, isServerAsked }: StoredParts): TextKey =>
  isServerAsked && unreadable === 'storage-forbidden' ? 'cardFailedForbidden' : toFailureText(unreadable);

export const toFailureTitle = (reason: string): TextKey =>
  isServerFailure(reason) ? SERVER_FAILURE_TITLES[reason] : 'failedTitle';

export type FailureStep = 'try-again' | 'storage-settings' | 'server-settings';

/** Steps that may help, first the one that the sentence suggests. Where only a setting helps, there is no "try again". */
export function toSteps({ reason, serverLocks }: Omit<FailureParts, 'serverHost'>): FailureStep[] {
  if (reason === 'storage-forbidden') return ['try-again']; // only the browser's own settings help
  if (reason.startsWith('storage-')) return ['storage-settings', 'try-again'];
  if (!isServerFailure(reason)) return ['try-again'];
  if (needsServerSettings(reason, serverLocks)) return ['server-settings', 'try-again'];
  return canChangeServer(serverLocks) ? ['try-again', 'server-settings'] : ['try-again'];
}

const isFailureKind = (reason: string): reason is FailureKind => Object.hasOwn(FAILURE_TEXTS, reason);
