// The sentence for each way in which a server fails to answer: what is the case and what helps.
import type { ServerFailure } from '../popup/popup-state.ts';
import type { TextKey } from '../words/words.ts';

export const SERVER_FAILURE_TEXTS: Readonly<Record<ServerFailure, TextKey>> = {
  offline: 'serverOffline',
  'server-unreachable': 'serverUnreachable',
  'server-not-allowed': 'serverNotAllowed',
  'server-token-refused': 'serverTokenRefused',
  'server-busy': 'serverBusy',
  'server-failing': 'serverFailing',
  'server-unreadable': 'serverUnreadable',
  'server-no-crowd': 'serverNoCrowd',
};

export const isServerFailure = (reason: string): reason is ServerFailure => Object.hasOwn(SERVER_FAILURE_TEXTS, reason);
