// Short sentences for why a card has nothing to show, by the same reasons for which the popup has longer ones.
//
// They do not name the server, because the page around the card could read it.
import type { FailureKind } from '../popup/popup-state.ts';
import type { TextKey } from '../words/words.ts';

/** Null where only the failure itself can be stated. */
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
