// Why a card has nothing to show, in a short sentence: the reasons are the popup's, and so are their longer sentences.
//
// Without the server's name: the page that the card stands in could read it.
import type { FailureKind } from '../popup/popup-state.ts';
import type { TextKey } from '../words/words.ts';

/** Null where there is nothing to say but that it failed. */
export const CARD_FAILURES: { readonly [Reason in FailureKind]: TextKey | null } = {
  'storage-full': 'cardFailedStorageFull',
  'storage-newer': 'cardFailedStorageNewer',
  'storage-failed': 'cardFailedStorage',
  'storage-forbidden': 'cardFailedForbidden',
  'page-unreadable': null,
  timeout: 'cardFailedTimeout',
  unexpected: null,
  offline: 'cardFailedOffline',
  'server-unreachable': 'cardFailedUnreachable',
  'server-not-allowed': 'cardFailedNotAllowed',
  'server-token-refused': 'cardFailedToken',
  'server-busy': 'cardFailedBusy',
  'server-failing': 'cardFailedServer',
  'server-withheld': 'serverWithheldTitle',
  'server-unreadable': 'cardFailedUnreadable',
  'server-no-crowd': 'cardFailedNoCrowd',
};
