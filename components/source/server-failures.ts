// The sentences for each reason why a server does not answer: what is wrong and what helps.
import type { ServerFailure } from '../popup/popup-state.ts';
import type { TextKey } from '../words/words.ts';
import type { LockedChoice } from './source-state.ts';

export const SERVER_FAILURE_TEXTS: Readonly<Record<ServerFailure, TextKey>> = {
  offline: 'serverOffline',
  'server-unreachable': 'serverUnreachable',
  'server-not-allowed': 'serverNotAllowed',
  'server-token-refused': 'serverTokenRefused',
  'server-busy': 'serverBusy',
  'server-failing': 'serverFailing',
  'server-withheld': 'serverWithheld',
  'server-unreadable': 'serverUnreadable',
  'server-no-crowd': 'serverNoCrowd',
};

/** Sentences for failures that only a setting fixed by the organisation could solve. */
const LOCKED_FAILURES: {
  readonly [Reason in ServerFailure]?: { readonly choice: LockedChoice; readonly text: TextKey };
} = {
  'server-token-refused': { choice: 'token', text: 'serverTokenLocked' },
  'server-unreadable': { choice: 'address', text: 'serverUnreadableLocked' },
  'server-no-crowd': { choice: 'mode', text: 'serverNoCrowdLocked' },
};

/** The sentences in order. A second one follows if the organisation chose the server. */
export function findServerTexts(reason: ServerFailure, locks: readonly LockedChoice[]): TextKey[] {
  const text = findLocked(reason, locks)?.text ?? SERVER_FAILURE_TEXTS[reason];
  return reason !== 'offline' && locks.includes('address') ? [text, 'serverOfOrganisation'] : [text];
}

function findLocked(reason: ServerFailure, locks: readonly LockedChoice[]) {
  const locked = LOCKED_FAILURES[reason];
  return locked !== undefined && locks.includes(locked.choice) ? locked : null;
}

/** Distinguishes not asked, refused and no answer: a title must not blame a server that was never asked. */
export const SERVER_FAILURE_TITLES: Readonly<Record<ServerFailure, TextKey>> = {
  offline: 'serverNotAskedTitle',
  'server-unreachable': 'serverFailedTitle',
  'server-not-allowed': 'serverNotAskedTitle',
  'server-token-refused': 'serverRefusedTitle',
  'server-busy': 'serverFailedTitle',
  'server-failing': 'serverFailedTitle',
  'server-withheld': 'serverWithheldTitle',
  'server-unreadable': 'serverUnreadableTitle',
  'server-no-crowd': 'serverNotAskedTitle',
};

/** Access, a token, another address or the device: all are chosen in the server settings, if the user may change them. */
export function needsServerSettings(reason: ServerFailure, locks: readonly LockedChoice[]): boolean {
  switch (reason) {
    case 'server-not-allowed': // testing the server requests the permission, even if an organisation chose the server
    case 'server-token-refused':
    case 'server-unreadable':
    case 'server-no-crowd':
      return findLocked(reason, locks) === null;
    case 'offline':
    case 'server-unreachable':
    case 'server-busy':
    case 'server-failing':
    case 'server-withheld':
      return false;
  }
}

/** Whether the user may still choose another server, this device, or this device as a fallback. */
export const canChangeServer = (locks: readonly LockedChoice[]) =>
  !(['mode', 'address', 'fall-back'] as const).every((choice) => locks.includes(choice));

export const isServerFailure = (reason: string): reason is ServerFailure => Object.hasOwn(SERVER_FAILURE_TEXTS, reason);
